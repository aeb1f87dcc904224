package org.ontodraft.model.diff;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.entity.FieldSpec;
import tools.jackson.databind.JsonNode;

/**
 * One row of a structural diff: a field on both sides. Null means the side does not have it.
 *
 * @param detail what changed inside the value
 */
public record FieldChange(
    FieldSpec field, @Nullable JsonNode base, @Nullable JsonNode mine, Kind kind, Detail detail) {

  /** How the field differs. */
  public enum Kind {
    UNCHANGED,
    ADDED,
    MODIFIED,
    REMOVED
  }

  /** What changed inside a value, by its kind. */
  public sealed interface Detail {
    /** A single value, or values of other kinds than the field's: compare them as they are. */
    record Whole() implements Detail {}

    /** Words of a text; each side is its spans put together. */
    record Words(List<Span> base, List<Span> mine) implements Detail {
      public Words {
        base = List.copyOf(base);
        mine = List.copyOf(mine);
      }
    }

    /** Items of a set, sorted. */
    record Items(List<Item> items) implements Detail {
      public Items {
        items = List.copyOf(items);
      }
    }

    /** Items of an ordered list: those of mine, and removed ones where they were. */
    record Sequence(List<Entry> entries) implements Detail {
      public Sequence {
        entries = List.copyOf(entries);
      }
    }

    /** Pages of a dashboard, matched by name, in the order of {@link Sequence}. */
    record Pages(List<Page> pages) implements Detail {
      public Pages {
        pages = List.copyOf(pages);
      }

      /**
       * All pages as lines: one with {@code #} and the name for each page, then those of its text,
       * indented. The main page, whose name is empty, is {@code #} alone; the name of a moved page
       * is there once for each side.
       */
      public List<Line> lines() {
        return pages.stream().flatMap(page -> page.withHeader().stream()).toList();
      }
    }

    /** Lines of a long text, in order. */
    record Lines(List<Line> lines) implements Detail {
      public Lines {
        lines = List.copyOf(lines);
      }
    }
  }

  /** A run of text that is the same on both sides or not. */
  public record Span(String text, boolean changed) {}

  /** A set item and on which side it is. */
  public record Item(String text, Side side) {}

  /** An item of an ordered list and where it is. */
  public record Entry(JsonNode value, Place place) {}

  /**
   * A page of a dashboard and where it is.
   *
   * @param lines its text on both sides
   */
  public record Page(String name, Place place, List<Line> lines) {
    public Page {
      lines = List.copyOf(lines);
    }

    private List<Line> withHeader() {
      List<Side> sides =
          switch (place) {
            case Place.Kept kept -> List.of(Side.BOTH);
            case Place.Moved moved -> List.of(Side.BASE_ONLY, Side.MINE_ONLY);
            case Place.Removed removed -> List.of(Side.BASE_ONLY);
            case Place.Added added -> List.of(Side.MINE_ONLY);
          };
      List<Line> all = new ArrayList<>();
      sides.forEach(side -> all.add(new Line(("# " + name).strip(), side)));
      lines.forEach(line -> all.add(new Line("  " + line.text(), line.side())));
      return all;
    }
  }

  /** A line, without its end, and on which side it is. */
  public record Line(String text, Side side) {}

  /** Where something is found. */
  public enum Side {
    BOTH,
    BASE_ONLY,
    MINE_ONLY
  }
}
