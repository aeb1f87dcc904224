package org.ontodraft.model.format;

import java.util.ArrayList;
import java.util.List;
import org.ontodraft.model.format.JsonSpan.Items;
import org.ontodraft.model.format.JsonSpan.Member;
import org.ontodraft.model.format.JsonSpan.Members;
import org.ontodraft.model.format.JsonSpan.Scalar;

/**
 * Finds where every value of a text stands. It trusts the text: {@link JsonReader} has checked it,
 * its depth included.
 */
final class SpanScanner {
  private final String text;
  private int at;

  private SpanScanner(String text) {
    this.text = text;
  }

  /** The root value's span; white space and a byte order mark around it are not part of it. */
  static JsonSpan scan(String text) {
    SpanScanner scanner = new SpanScanner(text);
    if (text.charAt(0) == JsonReader.BYTE_ORDER_MARK) {
      scanner.at = 1;
    }
    scanner.skipSpace();
    return scanner.value();
  }

  private JsonSpan value() {
    return switch (text.charAt(at)) {
      case '{' -> object();
      case '[' -> array();
      case '"' -> {
        int start = at;
        skipString();
        yield new Scalar(start, at);
      }
      default -> {
        int start = at;
        while (at < text.length() && ",]} \t\r\n".indexOf(text.charAt(at)) < 0) {
          at++;
        }
        yield new Scalar(start, at);
      }
    };
  }

  private Members object() {
    int start = at++;
    List<Member> members = new ArrayList<>();
    for (skipSpace(); text.charAt(at) != '}'; skipSeparator()) {
      int nameStart = at;
      skipString();
      int nameEnd = at;
      skipSpace();
      at++; // the colon
      skipSpace();
      String name = unescape(text.substring(nameStart + 1, nameEnd - 1));
      members.add(new Member(name, nameStart, nameEnd, value()));
    }
    return new Members(start, ++at, members);
  }

  private Items array() {
    int start = at++;
    List<JsonSpan> items = new ArrayList<>();
    for (skipSpace(); text.charAt(at) != ']'; skipSeparator()) {
      items.add(value());
    }
    return new Items(start, ++at, items);
  }

  private void skipSeparator() {
    skipSpace();
    if (text.charAt(at) == ',') {
      at++;
      skipSpace();
    }
  }

  private void skipSpace() {
    while (at < text.length() && isSpace(text.charAt(at))) {
      at++;
    }
  }

  static boolean isSpace(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
  }

  private void skipString() {
    at++;
    while (text.charAt(at) != '"') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    at++;
  }

  private static String unescape(String raw) {
    if (raw.indexOf('\\') < 0) {
      return raw;
    }
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c != '\\') {
        name.append(c);
        continue;
      }
      char escape = raw.charAt(++i);
      switch (escape) {
        case 'b' -> name.append('\b');
        case 'f' -> name.append('\f');
        case 'n' -> name.append('\n');
        case 'r' -> name.append('\r');
        case 't' -> name.append('\t');
        case 'u' -> {
          name.append((char) Integer.parseInt(raw, i + 1, i + 5, 16));
          i += 4;
        }
        default -> name.append(escape);
      }
    }
    return name.toString();
  }
}
