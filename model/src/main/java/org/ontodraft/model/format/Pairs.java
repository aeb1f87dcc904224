package org.ontodraft.model.format;

/**
 * Double braces and brackets as wikitext pairs them: of an odd run the opening pair is the first,
 * the closing pair the last, so that {@code [[x::[a]]]]} is {@code [a]} in a link and {@code
 * {{{1}}}} closes what it opens.
 */
final class Pairs {
  private Pairs() {}

  /** Whether a pair of this character opens here. */
  static boolean opens(String text, int at, char open) {
    return at + 1 < text.length() && text.charAt(at) == open && text.charAt(at + 1) == open;
  }

  /** Whether a pair of this character closes here. */
  static boolean closes(String text, int at, char close) {
    int end = at;
    while (end < text.length() && text.charAt(end) == close) {
      end++;
    }
    return end > at && (end - at) % 2 == 0;
  }

  /** Whether every pair that opens in a text closes in it, and no other does. */
  static boolean balanced(String text, char open, char close) {
    int depth = 0;
    for (int at = 0; at < text.length(); at++) {
      if (opens(text, at, open)) {
        depth++;
        at++;
      } else if (closes(text, at, close)) {
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
