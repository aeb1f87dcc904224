package org.ontodraft.model.draft;

import java.util.regex.Pattern;

/**
 * The way into a shared draft: 256 random bits as text. It is shown once and kept nowhere; the
 * database has its hash. Prints as {@code ***}.
 *
 * @param text 43 characters of base64url
 */
public record DraftToken(String text) {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

  /**
   * @throws IllegalArgumentException when the text cannot be a token
   */
  public DraftToken {
    if (!isToken(text)) {
      throw new IllegalArgumentException("not a token");
    }
  }

  /** Whether a text has the form of a token. */
  public static boolean isToken(String text) {
    return FORM.matcher(text).matches();
  }

  @Override
  public String toString() {
    return "***";
  }
}
