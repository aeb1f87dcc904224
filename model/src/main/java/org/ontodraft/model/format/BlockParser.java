package org.ontodraft.model.format;

import static org.ontodraft.model.format.WikitextFields.END;
import static org.ontodraft.model.format.WikitextFields.START;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.ontodraft.model.format.WikitextBlock.Entry;
import org.ontodraft.model.format.WikitextBlock.Style;
import org.ontodraft.model.ontology.SourceProblem.Code;

/**
 * Finds the block of a page and its entries. Strict: what is neither of the two generations whole
 * is refused with its line, so that no field is taken for blank or for another one.
 */
final class BlockParser {
  private static final String NOT_IN_A_NAME = "\n\r{}[]<>|";

  private final String text;

  private BlockParser(String text) {
    this.text = text;
  }

  /** The block, or empty when the page has neither marker. */
  static Optional<WikitextBlock> parse(String text) throws UnreadableFileException {
    return new BlockParser(text).block();
  }

  private Optional<WikitextBlock> block() throws UnreadableFileException {
    int starts = count(START);
    int ends = count(END);
    if (starts == 0 && ends == 0) {
      return Optional.empty();
    }
    int first = text.indexOf(START);
    int second = text.indexOf(END);
    if (starts != 1 || ends != 1 || second < first) {
      int at = starts == 0 ? second : first;
      throw new UnreadableFileException(
          Code.BLOCK_MARKERS, line(at), Integer.toString(starts), Integer.toString(ends));
    }
    requireOwnLine(first, START);
    requireOwnLine(second, END);
    int innerStart = lineEnd(first);
    int innerEnd = lineStart(second);
    if (innerEnd < innerStart) {
      throw malformed(second, "the block's two markers stand on one line");
    }
    return Optional.of(content(lineStart(first), innerStart, innerEnd, lineEnd(second)));
  }

  private int count(String marker) {
    int count = 0;
    for (int at = text.indexOf(marker); at >= 0; at = text.indexOf(marker, at + 1)) {
      count++;
    }
    return count;
  }

  private void requireOwnLine(int at, String marker) throws UnreadableFileException {
    String line = text.substring(lineStart(at), lineEnd(at));
    if (!line.strip().equals(marker)) {
      throw malformed(at, "a marker of the block does not stand alone on its line");
    }
  }

  private WikitextBlock content(int start, int innerStart, int innerEnd, int end)
      throws UnreadableFileException {
    int at = skipSpaceAndComments(innerStart, innerEnd);
    if (text.startsWith("{{", at) && at < innerEnd) {
      return template(start, innerStart, innerEnd, end, at);
    }
    List<Entry> entries = annotations(at, innerEnd);
    return new WikitextBlock(
        start, innerStart, innerEnd, end, Style.ANNOTATIONS, -1, -1, -1, entries);
  }

  private int skipSpaceAndComments(int from, int to) {
    int at = from;
    while (at < to) {
      if (Character.isWhitespace(text.charAt(at))) {
        at++;
      } else if (text.startsWith("<!--", at) && closeOf(at, "<!--", "-->", to) > 0) {
        at = closeOf(at, "<!--", "-->", to);
      } else {
        return at;
      }
    }
    return to;
  }

  /** Behind the end of what opens here, or -1 when this is no opening or it is not closed. */
  private int closeOf(int at, String open, String close, int to) {
    if (!text.startsWith(open, at)) {
      return -1;
    }
    int found = text.indexOf(close, at + open.length());
    return found < 0 || found + close.length() > to ? -1 : found + close.length();
  }

  private WikitextBlock template(int start, int innerStart, int innerEnd, int end, int open)
      throws UnreadableFileException {
    List<Integer> separators = new ArrayList<>();
    int closing = scan(open, innerEnd, separators);
    int rest = skipSpaceAndComments(closing + 2, innerEnd);
    if (rest < innerEnd) {
      throw malformed(rest, "text behind the end of the template");
    }
    int nameEnd = separators.isEmpty() ? closing : separators.getFirst();
    int nameStart = skipSpaceAndComments(open + 2, nameEnd);
    nameEnd = stripEnd(nameStart, nameEnd);
    if (nameStart == nameEnd || hasAny(nameStart, nameEnd)) {
      throw malformed(open, "the template has no name");
    }
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < separators.size(); i++) {
      int to = i + 1 < separators.size() ? separators.get(i + 1) : closing;
      parameter(separators.get(i), to, entries);
    }
    return new WikitextBlock(
        start, innerStart, innerEnd, end, Style.TEMPLATE, nameStart, nameEnd, closing, entries);
  }

  /** Finds where the template closes and the bars that begin its parameters. */
  private int scan(int open, int to, List<Integer> separators) throws UnreadableFileException {
    Pairs braces = Pairs.braces(text);
    Deque<Integer> opened = new ArrayDeque<>();
    boolean firstLine = true;
    boolean lineBegins = false;
    int at = open;
    while (at < to) {
      int behind =
          Math.max(closeOf(at, "<!--", "-->", to), closeOf(at, "<nowiki>", "</nowiki>", to));
      if (behind > 0) {
        at = behind;
      } else if (braces.opens(at)) {
        opened.push(at);
        at += 2;
        lineBegins = false;
      } else if (braces.closes(at)) {
        opened.pop();
        if (opened.isEmpty()) {
          return at;
        }
        at += 2;
        lineBegins = false;
      } else {
        char c = text.charAt(at);
        if (c == '|' && opened.size() == 1 && (firstLine || lineBegins)) {
          separators.add(at);
        }
        firstLine &= c != '\n';
        lineBegins = c == '\n' || lineBegins && Character.isWhitespace(c);
        at++;
      }
    }
    throw malformed(opened.element(), "{{ is not closed");
  }

  private void parameter(int bar, int to, List<Entry> entries) throws UnreadableFileException {
    int equals = text.indexOf('=', bar + 1);
    if (equals < 0 || equals >= to) {
      if (text.substring(bar + 1, to).isBlank()) {
        return;
      }
      throw malformed(bar, "a parameter without a name");
    }
    int nameStart = skipSpace(bar + 1, equals);
    int nameEnd = stripEnd(nameStart, equals);
    if (nameStart == nameEnd || hasAny(nameStart, nameEnd)) {
      throw malformed(bar, "a parameter without a name");
    }
    int valueStart = skipSpace(equals + 1, to);
    int valueEnd = valueStart == to ? to : withoutCommentLines(valueStart, to);
    if (valueStart == to) {
      valueStart = equals + 1;
      valueEnd = equals + 1;
    }
    int start = bar;
    while (start > 0 && isBlank(text.charAt(start - 1))) {
      start--;
    }
    boolean ownLine = start > 0 && text.charAt(start - 1) == '\n';
    int end = valueEnd;
    while (end < to && isBlank(text.charAt(end))) {
      end++;
    }
    String property = WikitextFields.property(text.substring(nameStart, nameEnd));
    entries.add(
        new Entry(
            property, ownLine ? start - 1 : bar, end, nameStart, nameEnd, valueStart, valueEnd));
  }

  /** The end of a value without the comments that stand on lines of their own behind it. */
  private int withoutCommentLines(int from, int to) {
    int end = stripEnd(from, to);
    while (text.substring(from, end).endsWith("-->")) {
      int open = text.lastIndexOf("<!--", end);
      boolean ownLines = open > from && text.substring(lineStart(open), open).isBlank();
      if (!ownLines || lineStart(open) <= from) {
        return end;
      }
      end = stripEnd(from, open);
    }
    return end;
  }

  private List<Entry> annotations(int from, int to) throws UnreadableFileException {
    List<Entry> entries = new ArrayList<>();
    int at = from;
    while (at < to) {
      if (!text.startsWith("[[", at)) {
        throw malformed(at, "neither an annotation nor a template");
      }
      int close = closeOfLink(at, to);
      entries.add(annotation(at, close));
      at = skipSpaceAndComments(close + 2, to);
    }
    return entries;
  }

  private int closeOfLink(int open, int to) throws UnreadableFileException {
    Pairs brackets = Pairs.brackets(text);
    int depth = 0;
    for (int at = open; at < to; at++) {
      if (brackets.opens(at)) {
        depth++;
        at++;
      } else if (brackets.closes(at)) {
        depth--;
        if (depth == 0) {
          return at;
        }
        at++;
      } else if (text.charAt(at) == '\n') {
        break;
      }
    }
    throw malformed(open, "[[ is not closed on its line");
  }

  private Entry annotation(int open, int close) throws UnreadableFileException {
    int colons = text.indexOf("::", open);
    int nameStart = skipSpace(open + 2, close);
    int nameEnd = colons < 0 ? nameStart : stripEnd(nameStart, Math.min(colons, close));
    if (colons < 0 || colons >= close || nameStart >= nameEnd || hasAny(nameStart, nameEnd)) {
      throw malformed(open, "an annotation without a name");
    }
    int valueStart = skipSpace(colons + 2, close);
    int valueEnd = valueStart == close ? close : stripEnd(valueStart, close);
    boolean alone =
        text.substring(lineStart(open), open).isBlank()
            && text.substring(close + 2, lineEnd(close)).isBlank();
    String property = WikitextFields.property(text.substring(nameStart, nameEnd));
    return new Entry(
        property,
        alone ? lineStart(open) : open,
        alone ? lineEnd(close) : close + 2,
        nameStart,
        nameEnd,
        valueStart,
        valueEnd);
  }

  private boolean hasAny(int from, int to) {
    return text.substring(from, to).chars().anyMatch(c -> NOT_IN_A_NAME.indexOf(c) >= 0);
  }

  private int skipSpace(int from, int to) {
    int at = from;
    while (at < to && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private int stripEnd(int from, int to) {
    int end = to;
    while (end > from && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\r';
  }

  private int lineStart(int at) {
    return text.lastIndexOf('\n', at - 1) + 1;
  }

  private int lineEnd(int at) {
    int feed = text.indexOf('\n', at);
    return feed < 0 ? text.length() : feed + 1;
  }

  private int line(int at) {
    return WikitextText.lineAt(text, at);
  }

  private UnreadableFileException malformed(int at, String reason) {
    return new UnreadableFileException(Code.WIKITEXT, line(at), reason);
  }
}
