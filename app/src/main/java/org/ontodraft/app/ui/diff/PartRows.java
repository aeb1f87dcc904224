package org.ontodraft.app.ui.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.diff.FieldChange.Detail;
import org.ontodraft.model.diff.FieldChange.Entry;
import org.ontodraft.model.diff.FieldChange.Line;
import org.ontodraft.model.diff.FieldChange.Page;
import org.ontodraft.model.diff.FieldChange.Side;
import org.ontodraft.model.diff.FieldChange.Span;
import org.ontodraft.model.diff.Place;
import org.ontodraft.model.entity.EntityKey;
import tools.jackson.databind.JsonNode;

/** Turns the parts of a value into rows, those that are the same folded. Used by one thread. */
final class PartRows {
  /** Equal lines or items that stay beside a changed one. */
  private static final int CONTEXT = 3;

  /** A longer line is not compared by words: its words would take seconds. */
  private static final int LONGEST_COMPARED = 20_000;

  private final ReviewChoices choices;
  private final List<ReviewRow> rows;

  PartRows(ReviewChoices choices, List<ReviewRow> rows) {
    this.choices = choices;
    this.rows = rows;
  }

  private boolean unified() {
    return choices.mode() == ReviewMode.UNIFIED;
  }

  void add(EntityKey key, String field, ValueParts parts) {
    switch (parts) {
      case ValueParts.Lines(List<Line> lines) -> addLines(key, field, lines, 0);
      case ValueParts.Items(List<Entry> entries) -> addItems(key, field, entries);
      case ValueParts.Pages(List<Page> pages) -> addPages(key, field, pages);
    }
  }

  private void addItems(EntityKey key, String field, List<Entry> entries) {
    List<ReviewRow> items = new ArrayList<>(entries.size());
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      items.add(item(key, field, i, entry.place(), text(entry.value())));
    }
    addFolded(
        items,
        i -> !(entries.get(i).place() instanceof Place.Kept),
        choices.unfolded(key, field),
        (from, count) -> new ReviewRow.SkippedItems(key, field, from, count));
  }

  private ReviewRow.ListItem item(
      EntityKey key, String field, int number, Place place, String text) {
    return new ReviewRow.ListItem(
        key,
        field,
        number,
        place,
        unified(),
        place instanceof Place.Added ? null : text,
        place instanceof Place.Removed ? null : text);
  }

  private static String text(JsonNode value) {
    return value.isString() ? value.stringValue() : value.toString();
  }

  /** Every page that differs with its lines; the others fold. */
  private void addPages(EntityKey key, String field, List<Page> pages) {
    boolean all = choices.unfolded(key, field);
    int numbered = 0;
    int skipped = 0;
    for (int i = 0; i < pages.size(); i++) {
      Page page = pages.get(i);
      boolean same = page.lines().stream().allMatch(line -> line.side() == Side.BOTH);
      if (same && page.place() instanceof Place.Kept && !all) {
        skipped++;
        continue;
      }
      addSkipped(key, field, i, skipped);
      skipped = 0;
      rows.add(item(key, field, i, page.place(), page.name()));
      if (!same || all) {
        addLines(key, field, page.lines(), numbered);
      }
      numbered += page.lines().size();
    }
    addSkipped(key, field, pages.size(), skipped);
  }

  private void addSkipped(EntityKey key, String field, int next, int count) {
    if (count > 0) {
      rows.add(new ReviewRow.SkippedItems(key, field, next - count, count));
    }
  }

  private void addLines(EntityKey key, String field, List<Line> lines, int first) {
    List<ReviewRow.TextLine> pairs = pairs(key, field, lines, first);
    boolean all = choices.unfolded(key, field);
    if (!unified()) {
      addFolded(
          pairs,
          i -> pairs.get(i).changed(),
          all,
          (from, count) -> new ReviewRow.SkippedLines(key, field, first + from, count));
      return;
    }
    List<ReviewRow.UnifiedLine> single = unified(key, field, pairs);
    addFolded(
        single,
        i -> single.get(i).side() != Side.BOTH,
        all,
        (from, count) -> new ReviewRow.SkippedLines(key, field, first + from, count));
  }

  /** Makes the row for a fold. */
  private interface Fold {
    ReviewRow of(int from, int count);
  }

  private void addFolded(
      List<? extends ReviewRow> parts, IntPredicate changed, boolean all, Fold fold) {
    boolean[] shown = shown(parts.size(), changed, all);
    int at = 0;
    while (at < parts.size()) {
      int end = at;
      while (end < parts.size() && !shown[end]) {
        end++;
      }
      if (end == at) {
        rows.add(parts.get(at++));
      } else {
        rows.add(fold.of(at, end - at));
        at = end;
      }
    }
  }

  /** Which parts are shown: changed ones and those near; a run of one is not worth folding. */
  private static boolean[] shown(int size, IntPredicate changed, boolean all) {
    boolean[] shown = new boolean[size];
    boolean any = false;
    for (int i = 0; i < size; i++) {
      if (changed.test(i)) {
        any = true;
        for (int j = Math.max(0, i - CONTEXT); j <= Math.min(size - 1, i + CONTEXT); j++) {
          shown[j] = true;
        }
      }
    }
    for (int i = 0; i < size; i++) {
      boolean before = i == 0 || shown[i - 1];
      boolean after = i == size - 1 || shown[i + 1];
      shown[i] |= all || (before && after) || (!any && i < CONTEXT);
    }
    return shown;
  }

  private static List<ReviewRow.UnifiedLine> unified(
      EntityKey key, String field, List<ReviewRow.TextLine> pairs) {
    List<ReviewRow.UnifiedLine> lines = new ArrayList<>();
    List<ReviewRow.UnifiedLine> fresh = new ArrayList<>();
    for (ReviewRow.TextLine pair : pairs) {
      if (!pair.changed()) {
        lines.addAll(fresh);
        fresh.clear();
      }
      String base = pair.base();
      String mine = pair.mine();
      if (!pair.changed() && mine != null) {
        lines.add(line(key, field, pair.number(), Side.BOTH, mine, List.of()));
        continue;
      }
      if (base != null) {
        lines.add(line(key, field, pair.number(), Side.BASE_ONLY, base, pair.baseWords()));
      }
      if (mine != null) {
        fresh.add(line(key, field, pair.number(), Side.MINE_ONLY, mine, pair.mineWords()));
      }
    }
    lines.addAll(fresh);
    return lines;
  }

  private static ReviewRow.UnifiedLine line(
      EntityKey key, String field, int number, Side side, String text, List<Span> words) {
    return new ReviewRow.UnifiedLine(key, field, number, side, text, words);
  }

  /** Puts lines that go beside the lines that come in their place. */
  private List<ReviewRow.TextLine> pairs(EntityKey key, String field, List<Line> lines, int first) {
    List<ReviewRow.TextLine> pairs = new ArrayList<>();
    List<String> gone = new ArrayList<>();
    List<String> fresh = new ArrayList<>();
    for (int i = 0; i <= lines.size(); i++) {
      Line line = i < lines.size() ? lines.get(i) : null;
      if (line != null && line.side() == Side.BASE_ONLY && fresh.isEmpty()) {
        gone.add(line.text());
      } else if (line != null && line.side() == Side.MINE_ONLY) {
        fresh.add(line.text());
      } else {
        for (int j = 0; j < Math.max(gone.size(), fresh.size()); j++) {
          String before = j < gone.size() ? gone.get(j) : null;
          String after = j < fresh.size() ? fresh.get(j) : null;
          Detail.Words words = words(before, after);
          pairs.add(
              new ReviewRow.TextLine(
                  key,
                  field,
                  first + pairs.size(),
                  before,
                  after,
                  true,
                  words.base(),
                  words.mine()));
        }
        gone.clear();
        fresh.clear();
        if (line != null && line.side() == Side.BASE_ONLY) {
          gone.add(line.text());
        } else if (line != null) {
          String text = line.text();
          pairs.add(
              new ReviewRow.TextLine(
                  key, field, first + pairs.size(), text, text, false, List.of(), List.of()));
        }
      }
    }
    return pairs;
  }

  private Detail.Words words(@Nullable String before, @Nullable String after) {
    return before == null
            || after == null
            || Math.max(before.length(), after.length()) > LONGEST_COMPARED
        ? new Detail.Words(List.of(), List.of())
        : choices.compare(before, after);
  }
}
