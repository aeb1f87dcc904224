package org.ontodraft.app.ui.editor;

import java.util.function.IntConsumer;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import org.jspecify.annotations.Nullable;

/** What a field of the form takes from the clipboard: no more than can be typed into. */
final class PasteLimit {
  /** UTF-16 units; with more, each key would be felt. */
  static final int MOST_UNITS = 50_000;

  private PasteLimit() {}

  /**
   * Whether the clipboard's text still fits; it stays in the clipboard when not.
   *
   * @param tooLong told how long it is when it does not
   */
  static boolean allows(TextInputControl field, IntConsumer tooLong) {
    @Nullable String text = Clipboard.getSystemClipboard().getString();
    int kept = field.getLength() - field.getSelection().getLength();
    if (text != null && kept + text.length() > MOST_UNITS) {
      tooLong.accept(text.length());
      return false;
    }
    return true;
  }
}
