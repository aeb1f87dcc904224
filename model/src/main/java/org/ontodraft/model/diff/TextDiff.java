package org.ontodraft.model.diff;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.ontodraft.model.diff.Alignment.Block;
import org.ontodraft.model.diff.FieldChange.Detail;
import org.ontodraft.model.diff.FieldChange.Line;
import org.ontodraft.model.diff.FieldChange.Side;
import org.ontodraft.model.diff.FieldChange.Span;

/** Compares texts by word, by character and by line. */
public final class TextDiff {
  private TextDiff() {}

  /**
   * The lines of a text with their ends, so that joining them gives the text again. A line ends at
   * {@code \n} alone, as in Git.
   */
  public static List<String> splitLines(String text) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int newline = text.indexOf('\n', start);
      int end = newline < 0 ? text.length() : newline + 1;
      lines.add(text.substring(start, end));
      start = end;
    }
    return lines;
  }

  /** Both texts' lines in order, without their ends; of a changed stretch the base's come first. */
  static List<Line> lines(String base, String mine) {
    List<String> before = splitLines(base);
    List<String> after = splitLines(mine);
    List<Line> lines = new ArrayList<>();
    for (Block block : Alignment.of(before, after).blocks()) {
      Side side = block.same() ? Side.BOTH : Side.BASE_ONLY;
      for (String line : before.subList(block.leftStart(), block.leftEnd())) {
        lines.add(new Line(withoutEnd(line), side));
      }
      if (!block.same()) {
        for (String line : after.subList(block.rightStart(), block.rightEnd())) {
          lines.add(new Line(withoutEnd(line), Side.MINE_ONLY));
        }
      }
    }
    return lines;
  }

  private static String withoutEnd(String line) {
    int end = line.length();
    if (end > 0 && line.charAt(end - 1) == '\n') {
      end--;
    }
    if (end > 0 && line.charAt(end - 1) == '\r') {
      end--;
    }
    return line.substring(0, end);
  }

  /** Both texts by words; each side is its spans put together. */
  public static Detail.Words words(String base, String mine) {
    // A space that stays between two changed words only chops the picture up.
    return spans(words(base), words(mine), String::isBlank);
  }

  /** The same by characters, as a reader counts them. */
  public static Detail.Words characters(String base, String mine) {
    return spans(characters(base), characters(mine), between -> false);
  }

  private static Detail.Words spans(
      List<String> before, List<String> after, Predicate<String> joins) {
    Spans baseSpans = new Spans();
    Spans mineSpans = new Spans();
    List<Block> blocks = Alignment.of(before, after).blocks();
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      String was = String.join("", before.subList(block.leftStart(), block.leftEnd()));
      String is = String.join("", after.subList(block.rightStart(), block.rightEnd()));
      boolean between = i > 0 && i < blocks.size() - 1;
      boolean changed = !block.same() || between && joins.test(was);
      baseSpans.add(was, changed);
      mineSpans.add(is, changed);
    }
    return new Detail.Words(baseSpans.all(), mineSpans.all());
  }

  private static List<String> characters(String text) {
    BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    characters.setText(text);
    List<String> all = new ArrayList<>();
    int start = characters.first();
    for (int end = characters.next(); end != BreakIterator.DONE; end = characters.next()) {
      all.add(text.substring(start, end));
      start = end;
    }
    return all;
  }

  /** Words, runs of white space, and every other character (as a reader counts them) alone. */
  private static List<String> words(String text) {
    BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    characters.setText(text);
    List<String> words = new ArrayList<>();
    Token token = Token.OTHER;
    int start = 0;
    for (int at = characters.first(); at < text.length(); at = characters.next()) {
      Token next = Token.of(text.codePointAt(at));
      if (at > start && (next != token || next == Token.OTHER)) {
        words.add(text.substring(start, at));
        start = at;
      }
      token = next;
    }
    if (start < text.length()) {
      words.add(text.substring(start));
    }
    return words;
  }

  private enum Token {
    WORD,
    SPACE,
    OTHER;

    static Token of(int codePoint) {
      if (Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint)) {
        return SPACE;
      }
      return Character.isLetterOrDigit(codePoint) || codePoint == '_' ? WORD : OTHER;
    }
  }

  /** Collects spans; neighbours of one kind become one. */
  private static final class Spans {
    private final List<Span> finished = new ArrayList<>();
    private final StringBuilder last = new StringBuilder();
    private boolean lastChanged;

    void add(String text, boolean changed) {
      if (text.isEmpty()) {
        return;
      }
      if (changed != lastChanged) {
        finish();
        lastChanged = changed;
      }
      last.append(text);
    }

    private void finish() {
      if (!last.isEmpty()) {
        finished.add(new Span(last.toString(), lastChanged));
        last.setLength(0);
      }
    }

    List<Span> all() {
      finish();
      return finished;
    }
  }
}
