package org.ontodraft.app.ui.common;

import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/**
 * The size of a dialog's window: as large as what it says needs, from the time it is shown and
 * whenever a text in it grows, and never larger than its screen. What somebody makes smaller by
 * hand stays so until more is said. FX thread.
 */
final class DialogRoom {
  /** A dialog leaves room for its frame and the window below it. */
  private static final double OF_THE_SCREEN = 0.9;

  private final DialogPane pane;
  private double asked;
  private boolean changed = true;

  private DialogRoom(DialogPane pane) {
    this.pane = pane;
  }

  /** Sees to the room of a dialog that is about to be shown. */
  static void keep(Dialog<?> dialog) {
    DialogPane pane = dialog.getDialogPane();
    DialogRoom kept = new DialogRoom(pane);
    Rectangle2D screen = of(dialog.getOwner());
    pane.setMaxSize(screen.getWidth(), screen.getHeight() * OF_THE_SCREEN);
    dialog.setOnShown(event -> {
      kept.grow();
      // From here on it is as high as its window: a bound of its own would leave a strip below it.
      pane.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
      pane.needsLayoutProperty().subscribe(needed -> kept.changed |= needed);
      pane.getScene().addPostLayoutPulseListener(kept::follow);
    });
  }

  private void follow() {
    if (changed && pane.getScene() != null && pane.getScene().getWindow().isShowing()) {
      changed = false;
      if (pane.prefHeight(pane.getWidth()) > asked) {
        grow();
      }
    }
  }

  /** A dialog is measured before its width is known, and a text that wraps would be cut. */
  private void grow() {
    pane.applyCss(); // what has just been shown has no size yet
    // A dialog that can be resized may come as narrow as it can be.
    double narrow = pane.prefWidth(-1) - pane.getWidth();
    if (narrow > 0 && pane.getScene().getWindow() instanceof Stage stage) {
      stage.setWidth(stage.getWidth() + narrow);
      Window owner = stage.getOwner();
      if (owner != null) {
        stage.setX(owner.getX() + (owner.getWidth() - stage.getWidth()) / 2);
      }
    }
    pane.layout();
    // Not the pane's own height: it may be higher than its window, and then its buttons are cut.
    Window window = pane.getScene().getWindow();
    double frame = window.getHeight() - pane.getScene().getHeight();
    double most = of(window).getHeight() * OF_THE_SCREEN - frame;
    asked = pane.prefHeight(pane.getWidth());
    double missing = Math.min(asked, most) - pane.getScene().getHeight();
    if (missing > 0) {
      window.setHeight(window.getHeight() + missing);
    }
    keepOnScreen(window);
  }

  /** With large text a dialog may want more than there is. */
  private static void keepOnScreen(Window window) {
    Rectangle2D screen = of(window);
    if (window.getWidth() > screen.getWidth()) {
      window.setX(screen.getMinX());
      window.setWidth(screen.getWidth());
    }
    if (window.getHeight() > screen.getHeight()) {
      window.setY(screen.getMinY());
      window.setHeight(screen.getHeight());
    }
    // One that is higher than its owner was put in the middle of it, and its head may be away.
    window.setX(Math.clamp(window.getX(), screen.getMinX(), screen.getMaxX() - window.getWidth()));
    window.setY(Math.clamp(window.getY(), screen.getMinY(), screen.getMaxY() - window.getHeight()));
  }

  private static Rectangle2D of(@Nullable Window window) {
    List<Screen> at =
        window == null
            ? List.of()
            : Screen.getScreensForRectangle(
                window.getX(), window.getY(), window.getWidth(), window.getHeight());
    return (at.isEmpty() ? Screen.getPrimary() : at.getFirst()).getVisualBounds();
  }
}
