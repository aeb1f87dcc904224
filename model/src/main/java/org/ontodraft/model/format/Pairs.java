package org.ontodraft.model.format;

/**
 * Double braces or brackets of one text as wikitext pairs them: of an odd run the opening pair is
 * the first, the closing pair the last, so that {@code [[x::[a]]]]} is {@code [a]} in a link and
 * {@code {{{1}}}} closes what it opens. To be asked from left to right.
 */
final class Pairs {
  private final String text;
  private final char open;
  private final char close;

  /** Where the run of closing characters that was looked at last ends. */
  private int runEnd;

  private Pairs(String text, char open, char close) {
    this.text = text;
    this.open = open;
    this.close = close;
  }

  static Pairs braces(String text) {
    return new Pairs(text, '{', '}');
  }

  static Pairs brackets(String text) {
    return new Pairs(text, '[', ']');
  }

  /** Whether a pair opens here. */
  boolean opens(int at) {
    return at + 1 < text.length() && text.charAt(at) == open && text.charAt(at + 1) == open;
  }

  /** Whether a pair closes here. */
  boolean closes(int at) {
    if (at >= text.length() || text.charAt(at) != close) {
      return false;
    }
    if (at >= runEnd) {
      runEnd = at;
      while (runEnd < text.length() && text.charAt(runEnd) == close) {
        runEnd++;
      }
    }
    return (runEnd - at) % 2 == 0;
  }

  /** Whether every pair that opens in the text closes in it, and no other does. */
  boolean balanced() {
    int depth = 0;
    for (int at = 0; at < text.length(); at++) {
      if (opens(at)) {
        depth++;
        at++;
      } else if (closes(at)) {
        depth--;
        at++;
      }
      if (depth < 0) {
        return false;
      }
    }
    return depth == 0;
  }
}
