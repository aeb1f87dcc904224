package org.ontodraft.app.ui.diff;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.review.LineDiff;
import org.ontodraft.app.ui.diff.ReviewRow.PartCounts;
import org.ontodraft.app.ui.diff.ReviewRow.PartKind;
import org.ontodraft.model.diff.FieldChange;
import org.ontodraft.model.diff.FieldChange.Detail;
import org.ontodraft.model.diff.FieldChange.Entry;
import org.ontodraft.model.diff.FieldChange.Kind;
import org.ontodraft.model.diff.FieldChange.Line;
import org.ontodraft.model.diff.FieldChange.Page;
import org.ontodraft.model.diff.FieldChange.Side;
import org.ontodraft.model.diff.Place;
import tools.jackson.databind.JsonNode;

/** What a value is divided into because it does not fit a cell. */
sealed interface ValueParts {
  /** How many parts there are. */
  PartCounts counts();

  /** Lines of a text, or of a value written as JSON. */
  record Lines(List<Line> lines) implements ValueParts {
    @Override
    public PartCounts counts() {
      int removed = (int) lines.stream().filter(line -> line.side() == Side.BASE_ONLY).count();
      int added = (int) lines.stream().filter(line -> line.side() == Side.MINE_ONLY).count();
      return new PartCounts(
          PartKind.LINES, lines.size() - added, lines.size() - removed, removed, added, 0);
    }
  }

  /** Items of an ordered list. */
  record Items(List<Entry> entries) implements ValueParts {
    @Override
    public PartCounts counts() {
      return countsOf(entries.stream().map(Entry::place).toList());
    }
  }

  /** Pages of a dashboard, with their lines. */
  record Pages(List<Page> pages) implements ValueParts {
    @Override
    public PartCounts counts() {
      return countsOf(pages.stream().map(Page::place).toList());
    }
  }

  private static PartCounts countsOf(List<Place> places) {
    int removed = (int) places.stream().filter(Place.Removed.class::isInstance).count();
    int added = (int) places.stream().filter(Place.Added.class::isInstance).count();
    int moved = (int) places.stream().filter(Place.Moved.class::isInstance).count();
    return new PartCounts(
        PartKind.ITEMS, places.size() - added, places.size() - removed, removed, added, moved);
  }

  /** The parts of a value; null for one that a cell shows whole. */
  static @Nullable ValueParts of(FieldChange field) {
    return switch (field.detail()) {
      case Detail.Lines(List<Line> lines) -> new Lines(lines);
      case Detail.Pages(List<Page> pages) -> new Pages(pages);
      case Detail.Sequence(List<Entry> entries) when !entries.isEmpty() -> new Items(entries);
      case Detail.Sequence empty -> null;
      case Detail.Whole() -> ofWhole(field);
      case Detail.Words words -> null;
      case Detail.Items items -> null;
    };
  }

  private static @Nullable ValueParts ofWhole(FieldChange field) {
    if (!hasLines(field.base()) && !hasLines(field.mine())) {
      return null;
    }
    String mine = text(field.mine());
    String base = field.kind() == Kind.UNCHANGED ? mine : text(field.base());
    return new Lines(LineDiff.between(base, mine).lines());
  }

  private static boolean hasLines(@Nullable JsonNode value) {
    return value != null
        && (value.isString()
            ? value.stringValue().indexOf('\n') >= 0
            : value.isContainer() && !value.isEmpty());
  }

  private static String text(@Nullable JsonNode value) {
    if (value == null) {
      return "";
    }
    return value.isString() ? value.stringValue() : value.toPrettyString() + "\n";
  }
}
