package org.ontodraft.app.ui.control.code;

/** What a text may have to be typed into without being felt. */
public final class CodeLimits {
  /** UTF-16 units in all. */
  public static final int MOST_UNITS = 2_000_000;

  /** UTF-16 units of one line: a line is laid out as a whole at each key. */
  public static final int MOST_OF_A_LINE = 10_000;

  private CodeLimits() {}

  /** Whether a text can be typed into. Any thread. */
  public static boolean allow(String text) {
    return text.length() <= MOST_UNITS && longestLine(text) <= MOST_OF_A_LINE;
  }

  /** As much of the beginning of a text as is shown of one that is not allowed. */
  static String beginningOf(String text) {
    StringBuilder lines = new StringBuilder();
    text.lines()
        .limit(200)
        .forEach(line -> lines.append(line, 0, Math.min(line.length(), 500)).append('\n'));
    return lines.substring(0, Math.min(lines.length(), 10_000));
  }

  /** The length of the longest line. */
  public static int longestLine(String text) {
    int longest = 0;
    int start = 0;
    while (start <= text.length()) {
      int end = text.indexOf('\n', start);
      int line = (end < 0 ? text.length() : end) - start;
      longest = Math.max(longest, line);
      if (end < 0) {
        break;
      }
      start = end + 1;
    }
    return longest;
  }
}
