package org.ontodraft.model.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.diff.Alignment.Block;
import org.ontodraft.model.diff.FieldChange.Line;
import org.ontodraft.model.diff.FieldChange.Side;
import tools.jackson.databind.JsonNode;

/**
 * Compares a dashboard's pages by name: a line with {@code #} and the name for each page, then the
 * lines of its text, indented. The main page, whose name is empty, is {@code #} alone.
 */
final class PageDiff {
  private PageDiff() {}

  private record Page(String name, String wikitext) {}

  /** The lines, or nothing when a side is not a list of pages with a name and a text only. */
  static Optional<List<Line>> between(@Nullable JsonNode base, @Nullable JsonNode mine) {
    Optional<List<Page>> before = pages(base);
    Optional<List<Page>> after = pages(mine);
    return before.flatMap(left -> after.map(right -> compare(left, right)));
  }

  private static List<Line> compare(List<Page> before, List<Page> after) {
    List<Line> lines = new ArrayList<>();
    Alignment names =
        Alignment.of(
            before.stream().map(Page::name).toList(), after.stream().map(Page::name).toList());
    for (Block block : names.blocks()) {
      for (int k = 0; k < block.leftEnd() - block.leftStart(); k++) {
        Page page = before.get(block.leftStart() + k);
        if (block.same()) {
          header(lines, page, Side.BOTH);
          text(lines, page.wikitext(), after.get(block.rightStart() + k).wikitext());
        } else {
          header(lines, page, Side.BASE_ONLY);
          text(lines, page.wikitext(), "");
        }
      }
      if (!block.same()) {
        for (Page page : after.subList(block.rightStart(), block.rightEnd())) {
          header(lines, page, Side.MINE_ONLY);
          text(lines, "", page.wikitext());
        }
      }
    }
    return lines;
  }

  private static void header(List<Line> lines, Page page, Side side) {
    lines.add(new Line(("# " + page.name()).strip(), side));
  }

  private static void text(List<Line> lines, String before, String after) {
    TextDiff.lines(before, after)
        .forEach(line -> lines.add(new Line("  " + line.text(), line.side())));
  }

  private static Optional<List<Page>> pages(@Nullable JsonNode value) {
    List<Page> pages = new ArrayList<>();
    if (value == null) {
      return Optional.of(pages);
    }
    if (!value.isArray()) {
      return Optional.empty();
    }
    for (JsonNode page : value) {
      boolean plain =
          page.isObject()
              && page.size() == 2
              && page.path("name").isString()
              && page.path("wikitext").isString();
      if (!plain) {
        return Optional.empty();
      }
      pages.add(new Page(page.path("name").stringValue(), page.path("wikitext").stringValue()));
    }
    return Optional.of(pages);
  }
}
