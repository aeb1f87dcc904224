package org.ontodraft.persistence.store;

/**
 * Text as both databases can keep it. JSON may hold U+0000 and lone surrogates, which PostgreSQL's
 * UTF-8 cannot.
 */
public final class StoredText {
  private static final char REPLACEMENT = '\uFFFD';

  private StoredText() {}

  /** Text for people, with what cannot be kept replaced by U+FFFD. */
  public static String readable(String text) {
    if (isKeepable(text)) {
      return text;
    }
    StringBuilder kept = new StringBuilder(text.length());
    text.codePoints()
        .forEach(point -> kept.appendCodePoint(isKeepable(point) ? point : REPLACEMENT));
    return kept.toString();
  }

  /** JSON text with lone surrogates escaped, which means the same. */
  public static String json(String json) {
    if (isKeepable(json)) {
      return json;
    }
    StringBuilder kept = new StringBuilder(json.length());
    json.codePoints()
        .forEach(point -> {
          if (isKeepable(point)) {
            kept.appendCodePoint(point);
          } else {
            kept.append(String.format("\\u%04x", point));
          }
        });
    return kept.toString();
  }

  private static boolean isKeepable(String text) {
    return text.codePoints().allMatch(StoredText::isKeepable);
  }

  private static boolean isKeepable(int point) {
    return point != 0 && (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE);
  }
}
