package org.ontodraft.app.ui.control.code;

import java.util.ArrayList;
import java.util.List;

/** The parts of wikitext: comments, templates, parameters, links, annotations, headings, tags. */
final class WikitextSpans {
  private static final String COMMENT_START = "<!--";
  private static final String COMMENT_END = "-->";

  private final String text;
  private final List<CodeSpan> spans = new ArrayList<>();

  private WikitextSpans(String text) {
    this.text = text;
  }

  static List<CodeSpan> of(String text) {
    WikitextSpans found = new WikitextSpans(text);
    found.read();
    return List.copyOf(found.spans);
  }

  private void read() {
    int at = 0;
    while (at < text.length()) {
      at = part(at);
    }
  }

  /** Takes what begins here, and says where to go on. */
  private int part(int at) {
    if (text.startsWith(COMMENT_START, at)) {
      int close = text.indexOf(COMMENT_END, at + COMMENT_START.length());
      return add(at, close < 0 ? text.length() : close + COMMENT_END.length(), CodeToken.COMMENT);
    }
    if (text.startsWith("{{", at)) {
      int open = add(at, at + brackets(at, '{'), CodeToken.MARK);
      return name(open, "|}\n", CodeToken.LINK);
    }
    if (text.startsWith("[[", at)) {
      return link(add(at, at + 2, CodeToken.MARK));
    }
    if (text.startsWith("}}", at)) {
      return add(at, at + brackets(at, '}'), CodeToken.MARK);
    }
    if (text.startsWith("]]", at) || text.startsWith("''", at)) {
      return add(at, at + 2, CodeToken.MARK);
    }
    char c = text.charAt(at);
    if (c == '|') {
      return parameter(add(at, at + 1, CodeToken.MARK));
    }
    if (c == '=' && beginsLine(at)) {
      return heading(at);
    }
    return c == '<' ? tag(at) : at + 1;
  }

  private int brackets(int at, char bracket) {
    int count = 0;
    while (count < 3 && at + count < text.length() && text.charAt(at + count) == bracket) {
      count++;
    }
    return count;
  }

  private boolean beginsLine(int at) {
    return at == 0 || text.charAt(at - 1) == '\n';
  }

  private int lineEnd(int at) {
    int end = text.indexOf('\n', at);
    return end < 0 ? text.length() : end;
  }

  private int name(int start, String ends, CodeToken token) {
    int end = start;
    while (end < text.length() && ends.indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return end > start ? add(start, end, token) : end;
  }

  /** A page, or a property with its value behind two colons. */
  private int link(int start) {
    int end = start;
    while (end < text.length() && "|]\n".indexOf(text.charAt(end)) < 0) {
      if (text.startsWith("::", end)) {
        if (end > start) {
          add(start, end, CodeToken.NAME);
        }
        return name(add(end, end + 2, CodeToken.MARK), "|]\n", CodeToken.TEXT);
      }
      end++;
    }
    return end > start ? add(start, end, CodeToken.LINK) : end;
  }

  /** A parameter's name stands before the first equals sign of its line. */
  private int parameter(int start) {
    int end = start;
    while (end < text.length() && "=|{}[]\n".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    if (end < text.length() && text.charAt(end) == '=') {
      if (end > start) {
        add(start, end, CodeToken.NAME);
      }
      return add(end, end + 1, CodeToken.MARK);
    }
    return start;
  }

  private int heading(int at) {
    int end = lineEnd(at);
    return text.substring(at + 1, end).stripTrailing().endsWith("=")
        ? add(at, end, CodeToken.HEADING)
        : at + 1;
  }

  private int tag(int at) {
    boolean opens =
        at + 1 < text.length()
            && (Character.isLetter(text.charAt(at + 1)) || text.charAt(at + 1) == '/');
    int close = opens ? text.indexOf('>', at) : -1;
    return close < 0 || close > lineEnd(at) ? at + 1 : add(at, close + 1, CodeToken.LINK);
  }

  private int add(int start, int end, CodeToken token) {
    spans.add(new CodeSpan(start, end, token));
    return end;
  }
}
