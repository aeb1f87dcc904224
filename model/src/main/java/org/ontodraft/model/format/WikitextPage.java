package org.ontodraft.model.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the parts of a page stand: the block, the lines that put it into categories, and its text.
 *
 * @param headEnd behind the block and the category lines that follow it
 * @param textStart where the text begins, without blank lines before it; equal to {@code textEnd}
 *     when there is none
 * @param textEnd behind the text; a final line break does not belong to it
 * @param tail where the category lines at the end of the page begin, with the blank lines before
 *     them; the page's end when there are none
 */
record WikitextPage(
    String source,
    Optional<WikitextBlock> block,
    List<CategoryLine> categories,
    int headEnd,
    int textStart,
    int textEnd,
    int tail) {
  private static final Pattern CATEGORY =
      Pattern.compile(
          "[ \\t]*\\[\\[ ?[Cc]ategory ?:([^\\[\\]|\\n]+)(\\|[^\\[\\]\\n]*)?]][ \\t\\r]*");

  /**
   * A line that puts the page into a category.
   *
   * @param end behind its line break
   * @param inText whether it stands within the text, which it then is a part of
   */
  record CategoryLine(int start, int end, int nameStart, int nameEnd, boolean inText) {}

  static WikitextPage parse(String source) throws UnreadableFileException {
    Optional<WikitextBlock> block = BlockParser.parse(source);
    int blockStart = block.map(WikitextBlock::start).orElse(0);
    int blockEnd = block.map(WikitextBlock::end).orElse(0);
    List<CategoryLine> categories = new ArrayList<>();
    for (int at = 0; at < blockStart; at = lineEnd(source, at)) {
      category(source, at, false).ifPresent(categories::add);
    }
    int headEnd = head(source, blockEnd, categories);
    int tail = tail(source, headEnd);
    int textStart = headEnd;
    while (textStart < tail && isBlankLine(source, textStart)) {
      textStart = lineEnd(source, textStart);
    }
    int textEnd = tail;
    if (textStart >= tail) {
      textStart = headEnd;
      textEnd = headEnd;
    } else if (source.charAt(tail - 1) == '\n') {
      textEnd--;
    }
    for (int at = textStart; at < textEnd; at = lineEnd(source, at)) {
      category(source, at, true).ifPresent(categories::add);
    }
    for (int at = tail; at < source.length(); at = lineEnd(source, at)) {
      category(source, at, false).ifPresent(categories::add);
    }
    return new WikitextPage(source, block, categories, headEnd, textStart, textEnd, tail);
  }

  private static int head(String source, int from, List<CategoryLine> categories) {
    int headEnd = from;
    for (int at = from; at < source.length(); at = lineEnd(source, at)) {
      Optional<CategoryLine> category = category(source, at, false);
      if (category.isPresent()) {
        categories.add(category.get());
        headEnd = category.get().end();
      } else if (!isBlankLine(source, at)) {
        break;
      }
    }
    return headEnd;
  }

  private static int tail(String source, int headEnd) {
    int tail = source.length();
    int at = source.length();
    while (at > headEnd) {
      int start = source.lastIndexOf('\n', at - 2) + 1;
      if (category(source, start, false).isPresent()) {
        tail = start;
      } else if (!isBlankLine(source, start)) {
        break;
      }
      at = start;
    }
    // Blank lines before the categories divide them from the text.
    while (tail < source.length() && tail > headEnd) {
      int start = source.lastIndexOf('\n', tail - 2) + 1;
      if (start < headEnd || !isBlankLine(source, start)) {
        break;
      }
      tail = start;
    }
    return tail;
  }

  private static Optional<CategoryLine> category(String source, int at, boolean inText) {
    Matcher line = CATEGORY.matcher(source).region(at, lineContentEnd(source, at));
    if (!line.matches() || line.group(1).isBlank()) {
      return Optional.empty();
    }
    int nameStart = line.start(1);
    int nameEnd = line.end(1);
    while (Character.isWhitespace(source.charAt(nameStart))) {
      nameStart++;
    }
    while (Character.isWhitespace(source.charAt(nameEnd - 1))) {
      nameEnd--;
    }
    return Optional.of(new CategoryLine(at, lineEnd(source, at), nameStart, nameEnd, inText));
  }

  private static boolean isBlankLine(String source, int at) {
    return source.substring(at, lineContentEnd(source, at)).isBlank();
  }

  private static int lineContentEnd(String source, int at) {
    int feed = source.indexOf('\n', at);
    return feed < 0 ? source.length() : feed;
  }

  static int lineEnd(String source, int at) {
    int feed = source.indexOf('\n', at);
    return feed < 0 ? source.length() : feed + 1;
  }

  /** The text of the page, or empty when it has none. */
  Optional<String> text() {
    return textStart == textEnd
        ? Optional.empty()
        : Optional.of(source.substring(textStart, textEnd));
  }

  /** The category lines that say something, without the marks of the tools. */
  List<CategoryLine> ownCategories() {
    return categories.stream()
        .filter(line -> !nameOf(line).replace('_', ' ').startsWith(WikitextFields.MANAGED))
        .toList();
  }

  String nameOf(CategoryLine line) {
    return source.substring(line.nameStart(), line.nameEnd());
  }

  String valueOf(WikitextBlock.Entry entry) {
    return source.substring(entry.valueStart(), entry.valueEnd());
  }
}
