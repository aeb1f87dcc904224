package org.ontodraft.model.search;

/** How far a word is from the beginning of another, in letters that are wrong. */
public final class Typos {
  private static final int ONE_FROM = 4;
  private static final int TWO_FROM = 8;

  private Typos() {}

  /** How many wrong letters a word of a query may have. */
  public static int allowed(String word) {
    int letters = word.codePointCount(0, word.length());
    return letters >= TWO_FROM ? 2 : letters >= ONE_FROM ? 1 : 0;
  }

  /**
   * The fewest letters to change, add, leave out or exchange with the next so that a word is the
   * beginning of another; more than {@code bound} when there are more.
   */
  public static int prefixDistance(String word, String other, int bound) {
    int rows = word.length();
    int columns = Math.min(other.length(), rows + bound);
    int[] twoBefore = new int[columns + 1];
    int[] before = new int[columns + 1];
    int[] row = new int[columns + 1];
    for (int j = 0; j <= columns; j++) {
      before[j] = j;
    }
    for (int i = 1; i <= rows; i++) {
      row[0] = i;
      for (int j = 1; j <= columns; j++) {
        boolean same = word.charAt(i - 1) == other.charAt(j - 1);
        int least = Math.min(before[j - 1] + (same ? 0 : 1), Math.min(before[j], row[j - 1]) + 1);
        boolean exchanged =
            i > 1
                && j > 1
                && word.charAt(i - 1) == other.charAt(j - 2)
                && word.charAt(i - 2) == other.charAt(j - 1);
        row[j] = exchanged ? Math.min(least, twoBefore[j - 2] + 1) : least;
      }
      int[] next = twoBefore;
      twoBefore = before;
      before = row;
      row = next;
    }
    int least = bound + 1;
    for (int j = 0; j <= columns; j++) {
      least = Math.min(least, before[j]);
    }
    return least;
  }
}
