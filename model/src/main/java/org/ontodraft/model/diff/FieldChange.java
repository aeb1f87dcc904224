package org.ontodraft.model.diff;

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
    /** Compare the values as they are. */
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

  /** A line and on which side it is. */
  public record Line(String text, Side side) {}

  /** Where something is found. */
  public enum Side {
    BOTH,
    BASE_ONLY,
    MINE_ONLY
  }
}
