package org.ontodraft.app.ui.control.code;

import java.util.function.Consumer;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.input.Clipboard;
import org.fxmisc.richtext.StyleClassedTextArea;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.ui.control.TabLeaves;

/**
 * The text itself. Tab leaves it; it tells screen readers what a text area tells them, which the
 * library does not; and it takes nothing from the clipboard that it could not show.
 */
final class CodeArea extends StyleClassedTextArea {
  private final Consumer<Pasted> pasted;

  /** What became of a paste that was not taken as it was. */
  sealed interface Pasted {
    /** Nothing was taken: so many units in all, or in one line, would be too many. */
    record TooLong(int units, int longestLine) implements Pasted {}

    /** It was taken without characters that cannot be seen. */
    record Cleaned(long left) implements Pasted {}
  }

  CodeArea(Consumer<Pasted> pasted) {
    super(false);
    this.pasted = pasted;
    getStyleClass().add("code-area");
    setAccessibleRole(AccessibleRole.TEXT_AREA);
    setWrapText(true);
    TabLeaves.install(this);
  }

  @Override
  public void paste() {
    @Nullable String text = Clipboard.getSystemClipboard().getString();
    if (text == null || !isEditable()) {
      return;
    }
    String lines = text.replace("\r\n", "\n").replace('\r', '\n');
    long hidden = lines.chars().filter(CodeArea::hidden).count();
    String taken = hidden == 0 ? lines : withoutHidden(lines);
    int longest = CodeLimits.longestLine(taken) + getParagraphLength(getCurrentParagraph());
    int units = getLength() - getSelection().getLength() + taken.length();
    if (units > CodeLimits.MOST_UNITS || longest > CodeLimits.MOST_OF_A_LINE) {
      pasted.accept(new Pasted.TooLong(taken.length(), CodeLimits.longestLine(taken)));
      return;
    }
    replaceSelection(taken);
    if (hidden > 0) {
      pasted.accept(new Pasted.Cleaned(hidden));
    }
  }

  private static boolean hidden(int c) {
    return c < ' ' && c != '\n' && c != '\t' || c == 0x7F;
  }

  private static String withoutHidden(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    text.chars().filter(c -> !hidden(c)).forEach(c -> kept.append((char) c));
    return kept.toString();
  }

  @Override
  public @Nullable Object queryAccessibleAttribute(
      AccessibleAttribute attribute, Object... parameters) {
    return switch (attribute) {
      case TEXT -> getText();
      case EDITABLE -> isEditable();
      case SELECTION_START -> getSelection().getStart();
      case SELECTION_END -> getSelection().getEnd();
      case CARET_OFFSET -> getCaretPosition();
      case HELP -> getAccessibleText();
      default -> super.queryAccessibleAttribute(attribute, parameters);
    };
  }
}
