package org.ontodraft.app.ui.control;

import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Tab leaves a field of several lines, as it leaves all others: it is no character there. */
public final class TabLeaves {
  private TabLeaves() {}

  /** Tab and Shift+Tab go on from this field and back. */
  public static void install(Node field) {
    field.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.TAB && !event.isShortcutDown() && !event.isAltDown()) {
            field.requestFocusTraversal(
                event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
            event.consume();
          }
        });
  }
}
