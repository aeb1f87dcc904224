package org.ontodraft.model.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ontodraft.model.diff.TextDiff;
import org.ontodraft.model.merge.SequenceMerge.WhereBothChanged;

/** Three-way merge of texts, by line or by word. */
final class TextMerge {
  private TextMerge() {}

  /** The texts merged by line. */
  static Optional<String> lines(
      String base, String draft, String canonical, WhereBothChanged whereBothChanged) {
    boolean both = whereBothChanged != WhereBothChanged.GIVE_UP;
    return SequenceMerge.merge(
            lines(base, both), lines(draft, both), lines(canonical, both), whereBothChanged)
        .map(merged -> String.join("", merged));
  }

  /** Two texts put one behind the other must not share a line. */
  private static List<String> lines(String text, boolean ended) {
    boolean open = ended && !text.isEmpty() && !text.endsWith("\n");
    return TextDiff.splitLines(open ? text + "\n" : text);
  }

  /** The texts merged by word; nothing when both changed the same words. */
  static Optional<String> words(String base, String draft, String canonical) {
    return SequenceMerge.merge(
            words(base), words(draft), words(canonical), WhereBothChanged.GIVE_UP)
        .map(merged -> String.join("", merged));
  }

  /** Words, runs of white space, and every other code point alone. */
  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    int start = 0;
    for (int end = 0; end < text.length(); ) {
      int codePoint = text.codePointAt(end);
      int next = end + Character.charCount(codePoint);
      if (next == text.length()
          || kind(codePoint) != kind(text.codePointAt(next))
          || isSign(codePoint)) {
        words.add(text.substring(start, next));
        start = next;
      }
      end = next;
    }
    return words;
  }

  private static boolean isSign(int codePoint) {
    return kind(codePoint) == 0;
  }

  private static int kind(int codePoint) {
    if (Character.isWhitespace(codePoint)) {
      return 1;
    }
    boolean mark = Character.getType(codePoint) == Character.NON_SPACING_MARK;
    return Character.isLetterOrDigit(codePoint) || codePoint == '_' || mark ? 2 : 0;
  }
}
