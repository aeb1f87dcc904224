package org.ontodraft.model.validation;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Folds names that people cannot tell apart, or easily mistype for each other, into one: the same
 * letters in another case, another Unicode form, full-width letters, and Greek and Cyrillic letters
 * that look like Latin ones (the common part of the confusables of Unicode Technical Standard 39).
 * A space counts as an underscore, as in page titles.
 */
final class LookAlikes {
  private static final String FOREIGN =
      "\u0430\u0435\u043e\u0440\u0441\u0445\u0443\u0456\u0458\u0455\u0501\u051b\u051d\u0432\u043a\u043c\u043d\u0442"
          + "\u03bf\u03b1\u03b9\u03ba\u03bd\u03c1\u03c5\u03c7\u03b2\u03b5\u03b6\u03b7\u03bc\u03c4";
  private static final String LATIN = "aeopcxyijsdqwbkmht" + "oaikvpuxbezhmt";

  private LookAlikes() {}

  static String fold(String name) {
    boolean plain = true;
    for (int i = 0; i < name.length() && plain; i++) {
      plain = name.charAt(i) < 0x80;
    }
    String folded = plain ? name : Normalizer.normalize(name, Normalizer.Form.NFKC);
    folded = folded.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT).replace(' ', '_');
    if (plain) {
      return folded;
    }
    StringBuilder latin = new StringBuilder(folded.length());
    for (int i = 0; i < folded.length(); i++) {
      int at = FOREIGN.indexOf(folded.charAt(i));
      latin.append(at < 0 ? folded.charAt(i) : LATIN.charAt(at));
    }
    return latin.toString();
  }

  /** A name with every character beyond ASCII written as its code point, so that it can be told. */
  static String spelled(String name) {
    StringBuilder spelled = new StringBuilder();
    name.codePoints()
        .forEach(c -> {
          if (c < 0x80) {
            spelled.appendCodePoint(c);
          } else {
            spelled.append(String.format(Locale.ROOT, "{U+%04X}", c));
          }
        });
    return spelled.toString();
  }
}
