package org.ontodraft.app.ui.control.code;

import java.util.ArrayList;
import java.util.List;

/** The parts of JSON, of broken and half typed text as well. */
final class JsonSpans {
  private final String text;
  private final List<CodeSpan> spans = new ArrayList<>();

  private JsonSpans(String text) {
    this.text = text;
  }

  static List<CodeSpan> of(String text) {
    JsonSpans found = new JsonSpans(text);
    found.read();
    return List.copyOf(found.spans);
  }

  private void read() {
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '"') {
        int end = endOfString(at);
        add(at, end, namesMember(end) ? CodeToken.NAME : CodeToken.TEXT);
        at = end;
      } else if ("{}[],:".indexOf(c) >= 0) {
        add(at, ++at, CodeToken.MARK);
      } else if (c == '-' || Character.isLetterOrDigit(c)) {
        int end = endOfWord(at);
        add(at, end, CodeToken.NUMBER);
        at = end;
      } else {
        at++;
      }
    }
  }

  /** A string that is not closed ends with its line, so that the rest keeps its colours. */
  private int endOfString(int start) {
    for (int at = start + 1; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '"') {
        return at + 1;
      }
      if (c == '\n') {
        return at;
      }
      if (c == '\\' && at + 1 < text.length() && text.charAt(at + 1) != '\n') {
        at++;
      }
    }
    return text.length();
  }

  private boolean namesMember(int end) {
    for (int at = end; at < text.length(); at++) {
      if (!Character.isWhitespace(text.charAt(at))) {
        return text.charAt(at) == ':';
      }
    }
    return false;
  }

  private int endOfWord(int start) {
    int at = start + 1;
    while (at < text.length()
        && (Character.isLetterOrDigit(text.charAt(at)) || "+-.".indexOf(text.charAt(at)) >= 0)) {
      at++;
    }
    return at;
  }

  private void add(int start, int end, CodeToken token) {
    spans.add(new CodeSpan(start, end, token));
  }
}
