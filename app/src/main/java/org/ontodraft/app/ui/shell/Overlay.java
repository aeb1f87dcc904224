package org.ontodraft.app.ui.shell;

import javafx.beans.value.ChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * Room above the window's content for one thing that is left by Escape, by a press beside it, or as
 * soon as the focus goes elsewhere. FX thread.
 */
final class Overlay extends StackPane {
  private final Region scrim = new Region();
  private final ChangeListener<@Nullable Node> focusMoved = (scene, before, now) -> leave(now);
  private Runnable closed = () -> {};
  private @Nullable Node before;

  Overlay() {
    getStyleClass().add("overlay");
    setAlignment(Pos.TOP_CENTER);
    setVisible(false);
    scrim.getStyleClass().add("scrim");
    scrim.setOnMousePressed(event -> hide());
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            hide();
            event.consume();
          }
        });
  }

  /** Whether something is shown. */
  boolean isShowing() {
    return isVisible();
  }

  /**
   * Shows this in place of what was shown.
   *
   * @param focus what gets the focus
   * @param whenClosed told when it is gone
   */
  void show(Node content, Node focus, Runnable whenClosed) {
    hide();
    Scene scene = getScene();
    before = scene == null ? null : scene.getFocusOwner();
    closed = whenClosed;
    content.getStyleClass().add("overlaid");
    getChildren().setAll(scrim, content);
    setVisible(true);
    focus.requestFocus();
    if (scene != null) {
      scene.focusOwnerProperty().addListener(focusMoved);
    }
  }

  private void leave(@Nullable Node to) {
    if (to == null) {
      return;
    }
    for (Node at = to; at != null; at = at.getParent()) {
      if (at == this) {
        return;
      }
    }
    before = null;
    hide();
  }

  /** Takes away what is shown and gives the focus back. */
  void hide() {
    if (!isShowing()) {
      return;
    }
    if (getScene() != null) {
      getScene().focusOwnerProperty().removeListener(focusMoved);
    }
    setVisible(false);
    getChildren().clear();
    Node back = before;
    before = null;
    if (back != null && back.getScene() != null) {
      back.requestFocus();
    }
    Runnable told = closed;
    closed = () -> {};
    told.run();
  }
}
