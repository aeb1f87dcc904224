package org.ontodraft.model.format;

/**
 * A file's text as the wikitext parser sees it. Where every line ends in CR LF, it sees LF; a mixed
 * file is taken as it is.
 *
 * @param marked whether a byte order mark stands before it
 * @param crlf whether every line of the file ends in CR LF
 */
record WikitextText(boolean marked, boolean crlf, String body) {
  static WikitextText of(String text) {
    boolean marked = !text.isEmpty() && text.charAt(0) == JsonReader.BYTE_ORDER_MARK;
    String body = marked ? text.substring(1) : text;
    boolean crlf = allCrLf(body);
    return new WikitextText(marked, crlf, crlf ? body.replace("\r\n", "\n") : body);
  }

  private static boolean allCrLf(String text) {
    int feed = text.indexOf('\n');
    boolean any = feed >= 0;
    while (feed >= 0) {
      if (feed == 0 || text.charAt(feed - 1) != '\r') {
        return false;
      }
      feed = text.indexOf('\n', feed + 1);
    }
    return any;
  }

  /** The file's text with this body in place of the present one. */
  String with(String changed) {
    String lines = crlf ? changed.replace("\n", "\r\n") : changed;
    return marked ? JsonReader.BYTE_ORDER_MARK + lines : lines;
  }

  /** The line of an offset in a body, from 1. */
  static int lineAt(String body, int offset) {
    int line = 1;
    for (int i = 0; i < offset; i++) {
      if (body.charAt(i) == '\n') {
        line++;
      }
    }
    return line;
  }
}
