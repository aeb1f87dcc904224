package org.ontodraft.app.ui.editor;

import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.ontodraft.app.ui.control.code.CodeEditor;

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

  /** What is typed and not kept yet. */
  interface Typing {
    /** Whether there is any that undo is to take back before it takes back edits. */
    boolean typed();

    /** Whether the control is to undo it bit by bit, for it was perhaps typed at length. */
    boolean undoneByControl();

    /** Takes it back. */
    void takeBack();

    /** Keeps it, if it can be kept. */
    void commit();
  }

  void install(TextInputControl control, FieldViewModel field) {
    install(control, control::isEditable, typingOf(field));
  }

  /** The same for a text that is no control. */
  void install(CodeEditor text, FieldViewModel field) {
    install(text.input(), text::isEditable, typingOf(field));
  }

  void install(Node input, BooleanSupplier editable, Typing typing) {
    input.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          boolean undoes = UNDO.match(event);
          boolean redoes = REDO.match(event) || REDO_TOO.match(event);
          if (!undoes && !redoes || typing.typed() && typing.undoneByControl()) {
            return;
          }
          if (redoes) {
            redo.run();
          } else if (typing.typed()) {
            typing.takeBack();
          } else {
            undo.run();
          }
          event.consume();
        });
    input.addEventFilter(
        KeyEvent.KEY_TYPED,
        event -> {
          if (!editable.getAsBoolean() && isText(event)) {
            wantsToEdit.run();
          }
        });
    input
        .focusedProperty()
        .subscribe(focused -> {
          if (!focused) {
            typing.commit();
          }
        });
  }

  /** Keys of commands arrive as control characters, not all of them with their modifiers. */
  private static boolean isText(KeyEvent event) {
    return !event.isShortcutDown()
        && !event.isAltDown()
        && !event.getCharacter().isEmpty()
        && event.getCharacter().codePoints().noneMatch(Character::isISOControl);
  }

  private static Typing typingOf(FieldViewModel field) {
    return new Typing() {
      @Override
      public boolean typed() {
        return field.typed();
      }

      @Override
      public boolean undoneByControl() {
        return field.problem().get() != null;
      }

      @Override
      public void takeBack() {
        field.takeBackTyping();
      }

      @Override
      public void commit() {
        field.commit();
      }
    };
  }
}
