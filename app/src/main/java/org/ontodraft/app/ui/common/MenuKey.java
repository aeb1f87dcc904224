package org.ontodraft.app.ui.common;

import java.util.Locale;
import java.util.Objects;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.IndexedCell;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.PickResult;
import org.jspecify.annotations.Nullable;

/**
 * Shift+F10 and the Menu key open the context menu of what has the focus. The toolkit hears them on
 * Windows only.
 */
final class MenuKey {
  private static final KeyCombination SHIFT_F10 = KeyCombination.valueOf("Shift+F10");

  private MenuKey() {}

  /** Listens in a scene, after whatever has the focus did not want the key. */
  static void install(Scene scene) {
    if (!System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows")) {
      scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> pressed(scene, event));
    }
  }

  private static void pressed(Scene scene, KeyEvent event) {
    Node owner = scene.getFocusOwner();
    if (owner != null && (SHIFT_F10.match(event) || event.getCode() == KeyCode.CONTEXT_MENU)) {
      event.consume();
      Event.fireEvent(owner, request(owner, Objects.requireNonNullElse(chosen(owner), owner)));
    }
  }

  /** The row that the keys are on, if the node has rows. */
  private static @Nullable Node chosen(Node owner) {
    for (Node each : owner.lookupAll(".indexed-cell")) {
      if (each instanceof IndexedCell<?> cell && !cell.isEmpty() && cell.isSelected()) {
        return cell;
      }
    }
    return null;
  }

  private static ContextMenuEvent request(Node owner, Node at) {
    Bounds here = at.getLayoutBounds();
    double x = here.getMinX() + here.getWidth() / 4;
    double y = here.getMinY() + here.getHeight() / 2;
    Bounds onScreen = at.localToScreen(here);
    double screenX = onScreen == null ? x : onScreen.getMinX() + onScreen.getWidth() / 4;
    double screenY = onScreen == null ? y : onScreen.getMinY() + onScreen.getHeight() / 2;
    return new ContextMenuEvent(
        owner,
        owner,
        ContextMenuEvent.CONTEXT_MENU_REQUESTED,
        x,
        y,
        screenX,
        screenY,
        true,
        new PickResult(at, x, y));
  }
}
