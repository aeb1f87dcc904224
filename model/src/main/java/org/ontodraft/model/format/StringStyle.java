package org.ontodraft.model.format;

import java.util.BitSet;
import java.util.Locale;

/**
 * Which characters a file writes as escapes though RFC 8259 section 7 would let them stand. A
 * character counts when the file escapes it and nowhere writes it plainly.
 *
 * @param nonAscii whether letters outside ASCII are escaped
 * @param escaped the characters written as {@code \}{@code u} and four digits
 * @param solidus whether a slash is written {@code \/}
 * @param upperCase whether the digits are A to F and not a to f
 */
record StringStyle(boolean nonAscii, BitSet escaped, boolean solidus, boolean upperCase) {
  static final StringStyle PLAIN = new StringStyle(false, new BitSet(), false, false);

  static StringStyle of(String text) {
    Evidence evidence = new Evidence();
    boolean inside = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        inside = !inside;
      } else if (inside && c == '\\') {
        char escape = text.charAt(++i);
        if (escape == 'u') {
          evidence.escape(text.substring(i + 1, i + 5));
          i += 4;
        } else if (escape == '/') {
          evidence.solidus = true;
        }
      } else if (inside) {
        evidence.plain(c);
      }
    }
    return evidence.style();
  }

  /** The text as a JSON string, with its quotes. */
  String quote(String value) {
    StringBuilder quoted = new StringBuilder(value.length() + 2).append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"' -> quoted.append("\\\"");
        case '\\' -> quoted.append("\\\\");
        case '\b' -> quoted.append("\\b");
        case '\f' -> quoted.append("\\f");
        case '\n' -> quoted.append("\\n");
        case '\r' -> quoted.append("\\r");
        case '\t' -> quoted.append("\\t");
        case '/' -> quoted.append(solidus ? "\\/" : "/");
        default -> {
          boolean escape = c < ' ' || escaped.get(c) || nonAscii && c >= 0x80;
          if (escape || isLoneSurrogate(value, i)) {
            String digits = "%04x".formatted((int) c);
            quoted.append("\\u").append(upperCase ? digits.toUpperCase(Locale.ROOT) : digits);
          } else {
            quoted.append(c);
          }
        }
      }
    }
    return quoted.append('"').toString();
  }

  /** Half a pair has no UTF-8 form, so only an escape can carry it. */
  private static boolean isLoneSurrogate(String value, int at) {
    char c = value.charAt(at);
    if (Character.isHighSurrogate(c)) {
      return at + 1 == value.length() || !Character.isLowSurrogate(value.charAt(at + 1));
    }
    return Character.isLowSurrogate(c)
        && (at == 0 || !Character.isHighSurrogate(value.charAt(at - 1)));
  }

  private static final class Evidence {
    private final BitSet escaped = new BitSet();
    private final BitSet plain = new BitSet();
    private boolean letterEscaped;
    private boolean nonAsciiPlain;
    private boolean solidus;
    private boolean upperCase;

    void escape(String digits) {
      char c = (char) Integer.parseInt(digits, 16);
      upperCase |= digits.chars().anyMatch(d -> d >= 'A' && d <= 'F');
      if (Character.isSurrogate(c)) {
        letterEscaped = true;
      } else if (c >= ' ' && c != '"' && c != '\\') {
        escaped.set(c);
        letterEscaped |= c >= 0x80 && Character.isLetter(c);
      }
    }

    void plain(char c) {
      plain.set(c);
      nonAsciiPlain |= c >= 0x80;
    }

    StringStyle style() {
      escaped.andNot(plain);
      return new StringStyle(
          letterEscaped && !nonAsciiPlain, escaped, solidus && !plain.get('/'), upperCase);
    }
  }
}
