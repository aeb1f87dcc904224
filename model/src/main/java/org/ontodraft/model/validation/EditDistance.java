package org.ontodraft.model.validation;

import java.util.Locale;

/** How many letters people would have to change to make one word of another; case costs nothing. */
final class EditDistance {
  /** Longer words are compared by their beginnings. */
  private static final int MAX_LENGTH = 200;

  private EditDistance() {}

  static int between(String left, String right) {
    String a = shortened(left);
    String b = shortened(right);
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int above = row[j];
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(change, Math.min(above, row[j - 1]) + 1);
        diagonal = above;
      }
    }
    return row[b.length()];
  }

  private static String shortened(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return lower.length() > MAX_LENGTH ? lower.substring(0, MAX_LENGTH) : lower;
  }
}
