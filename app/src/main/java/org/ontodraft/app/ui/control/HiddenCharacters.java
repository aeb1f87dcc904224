package org.ontodraft.app.ui.control;

import java.util.Locale;

/**
 * Makes characters that would not be seen, or that would turn a line round, visible as codes. A
 * text shown so cannot look like another one.
 */
public final class HiddenCharacters {
  private HiddenCharacters() {}

  /** The text with codes such as {@code <U+202E>} in place of what cannot be seen. */
  public static String shown(String text) {
    int at = 0;
    while (at < text.length() && !isHidden(text.charAt(at))) {
      at++;
    }
    if (at == text.length()) {
      return text;
    }
    StringBuilder shown = new StringBuilder(text.length() + 16).append(text, 0, at);
    for (int i = at; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isHidden(c)) {
        shown.append(String.format(Locale.ROOT, "<U+%04X>", (int) c));
      } else {
        shown.append(c);
      }
    }
    return shown.toString();
  }

  /** Whether a character cannot be seen; spaces, tabs and line ends can. */
  public static boolean isHidden(char c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL -> c != '\t' && c != '\n' && c != '\r';
      case Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
      default -> false;
    };
  }
}
