package org.ontodraft.app.ui.editor;

import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/**
 * Keys of a text field of the form. Undo takes back typing that is not kept yet, then edits of the
 * draft. Without a draft, typing asks for one.
 */
record EditingKeys(Runnable undo, Runnable redo, Runnable wantsToEdit) {
  private static final KeyCombination UNDO =
      new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);
  private static final KeyCombination REDO =
      new KeyCodeCombination(KeyCode.Y, KeyCombination.SHORTCUT_DOWN);
  private static final KeyCombination REDO_TOO =
      new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);

  void install(TextInputControl control, FieldViewModel field) {
    control.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (field.typed() && field.problem().get() != null) {
            // Text that is not kept was perhaps typed at length: the control's own undo, bit by
            // bit.
            return;
          }
          if (UNDO.match(event)) {
            if (field.typed()) {
              field.takeBackTyping();
            } else {
              undo.run();
            }
            event.consume();
          } else if (REDO.match(event) || REDO_TOO.match(event)) {
            redo.run();
            event.consume();
          }
        });
    control.addEventFilter(
        KeyEvent.KEY_TYPED,
        event -> {
          if (!control.isEditable() && !event.isShortcutDown() && !event.isAltDown()) {
            wantsToEdit.run();
          }
        });
    control
        .focusedProperty()
        .subscribe(focused -> {
          if (!focused) {
            field.commit();
          }
        });
  }
}
