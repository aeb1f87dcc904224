package org.ontodraft.app.ui.diff;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.review.EntityReview;
import org.ontodraft.app.service.review.FileReview;
import org.ontodraft.app.service.review.LineDiff;
import org.ontodraft.app.ui.diff.ReviewRow.LineCounts;
import org.ontodraft.model.diff.FieldChange;
import org.ontodraft.model.diff.FieldChange.Detail;
import org.ontodraft.model.diff.FieldChange.Line;
import org.ontodraft.model.diff.FieldChange.Side;
import org.ontodraft.model.diff.TextDiff;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityStatus;
import tools.jackson.databind.JsonNode;

/** Turns one entity after the other into rows, numbering the changes. Used by one thread. */
final class EntityRows {
  /** Equal lines that stay beside a changed one. */
  private static final int CONTEXT = 3;

  private final ReviewChoices choices;
  private final List<ReviewRow> rows = new ArrayList<>();
  private int changes;

  EntityRows(ReviewChoices choices) {
    this.choices = choices;
  }

  List<ReviewRow> rows() {
    return rows;
  }

  int changes() {
    return changes;
  }

  void add(EntityReview review) {
    boolean open = !choices.closed().contains(review.key());
    rows.add(new ReviewRow.Head(review, choices.mode(), open));
    if (open) {
      switch (choices.mode()) {
        case SPLIT -> addFields(review);
        case JSON -> addFiles(review);
        case PATCH -> addPatch(review);
      }
    }
    rows.add(new ReviewRow.Foot(review.key()));
  }

  private void addFields(EntityReview review) {
    rows.add(new ReviewRow.Columns(review.key()));
    List<FieldChange> folded = new ArrayList<>();
    for (FieldChange field : review.rows()) {
      if (field.kind() == FieldChange.Kind.UNCHANGED && choices.changedOnly()) {
        folded.add(field);
      } else {
        addField(review, field);
      }
    }
    if (folded.isEmpty()) {
      return;
    }
    boolean open = choices.unfolded().contains(review.key());
    List<String> names = folded.stream().map(field -> field.field().name()).toList();
    rows.add(new ReviewRow.Unchanged(review.key(), names, open));
    if (open) {
      folded.forEach(field -> addField(review, field));
    }
  }

  private void addField(EntityReview review, FieldChange field) {
    int change = field.kind() == FieldChange.Kind.UNCHANGED ? 0 : ++changes;
    List<Line> lines = linesOf(field);
    LineCounts counts = lines == null ? null : count(lines);
    rows.add(new ReviewRow.Field(review.key(), review.status(), field, counts, change));
    if (lines != null) {
      addLines(review.key(), field.field().name(), lines);
    }
  }

  /** The lines of a value that is compared by lines or too long for a cell, else null. */
  private static @Nullable List<Line> linesOf(FieldChange field) {
    return switch (field.detail()) {
      case Detail.Lines(List<Line> lines) -> lines;
      case Detail.Pages pages -> pages.lines();
      case Detail.Whole whole -> linesOfWhole(field);
      case Detail.Sequence sequence -> linesOfWhole(field);
      case Detail.Words words -> null;
      case Detail.Items items -> null;
    };
  }

  private static @Nullable List<Line> linesOfWhole(FieldChange field) {
    return hasLines(field.base()) || hasLines(field.mine())
        ? LineDiff.between(text(field.base()), text(field.mine())).lines()
        : null;
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

  private static LineCounts count(List<Line> lines) {
    int removed = (int) lines.stream().filter(line -> line.side() == Side.BASE_ONLY).count();
    int added = (int) lines.stream().filter(line -> line.side() == Side.MINE_ONLY).count();
    return new LineCounts(lines.size() - added, lines.size() - removed, removed, added);
  }

  private void addLines(EntityKey key, String field, List<Line> lines) {
    List<ReviewRow.TextLine> pairs = pairs(key, field, lines);
    boolean[] shown = shown(pairs, choices.unfolded(key, field));
    int at = 0;
    while (at < pairs.size()) {
      int end = at;
      while (end < pairs.size() && !shown[end]) {
        end++;
      }
      if (end == at) {
        rows.add(pairs.get(at++));
      } else {
        rows.add(new ReviewRow.SkippedLines(key, field, at, end - at));
        at = end;
      }
    }
  }

  /** Puts lines that go beside the lines that come in their place. */
  private static List<ReviewRow.TextLine> pairs(EntityKey key, String field, List<Line> lines) {
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
          Detail.Words words =
              before == null || after == null
                  ? new Detail.Words(List.of(), List.of())
                  : TextDiff.words(before, after);
          pairs.add(
              new ReviewRow.TextLine(
                  key, field, pairs.size(), before, after, true, words.base(), words.mine()));
        }
        gone.clear();
        fresh.clear();
        if (line != null && line.side() == Side.BASE_ONLY) {
          gone.add(line.text());
        } else if (line != null) {
          pairs.add(
              new ReviewRow.TextLine(
                  key, field, pairs.size(), line.text(), line.text(), false, List.of(), List.of()));
        }
      }
    }
    return pairs;
  }

  /** Which lines are shown: changed ones and those near; a run of one is not worth folding. */
  private static boolean[] shown(List<ReviewRow.TextLine> pairs, boolean all) {
    boolean[] shown = new boolean[pairs.size()];
    boolean any = false;
    for (int i = 0; i < pairs.size(); i++) {
      if (pairs.get(i).changed()) {
        any = true;
        for (int j = Math.max(0, i - CONTEXT); j <= Math.min(pairs.size() - 1, i + CONTEXT); j++) {
          shown[j] = true;
        }
      }
    }
    for (int i = 0; i < pairs.size(); i++) {
      boolean before = i == 0 || shown[i - 1];
      boolean after = i == pairs.size() - 1 || shown[i + 1];
      shown[i] |= all || (before && after) || (!any && i < CONTEXT);
    }
    return shown;
  }

  private void addFiles(EntityReview review) {
    for (int i = 0; i < review.files().size(); i++) {
      FileReview file = review.files().get(i);
      if (review.files().size() > 1) {
        rows.add(new ReviewRow.FileName(review.key(), file.path(), statusOf(file)));
      }
      addFile(review.key(), i, file);
    }
  }

  private static EntityStatus statusOf(FileReview file) {
    if (file.addedLines() + file.removedLines() == 0) {
      return EntityStatus.UNCHANGED;
    }
    if (file.text().isEmpty()) {
      return EntityStatus.DELETED;
    }
    boolean fresh = file.lines().stream().allMatch(line -> line.side() == Side.MINE_ONLY);
    return fresh ? EntityStatus.ADDED : EntityStatus.MODIFIED;
  }

  private void addFile(EntityKey key, int index, FileReview file) {
    int number = 1;
    int replaced = 0;
    boolean inChange = false;
    for (Line line : file.lines()) {
      switch (line.side()) {
        case BASE_ONLY -> replaced++;
        case MINE_ONLY -> {
          EntityStatus status = replaced > 0 ? EntityStatus.MODIFIED : EntityStatus.ADDED;
          replaced = Math.max(0, replaced - 1);
          int change = inChange ? 0 : ++changes;
          inChange = true;
          rows.add(new ReviewRow.FileLine(key, index, number++, line.text(), status, change));
        }
        case BOTH -> {
          addRemoved(key, index, file, number, replaced, inChange);
          replaced = 0;
          inChange = false;
          rows.add(
              new ReviewRow.FileLine(key, index, number++, line.text(), EntityStatus.UNCHANGED, 0));
        }
      }
    }
    addRemoved(key, index, file, number, replaced, inChange);
  }

  private void addRemoved(
      EntityKey key, int index, FileReview file, int before, int count, boolean inChange) {
    if (count > 0) {
      int change = inChange ? 0 : ++changes;
      boolean whole = file.text().isEmpty();
      rows.add(new ReviewRow.RemovedLines(key, index, before, count, whole, change));
    }
  }

  private void addPatch(EntityReview review) {
    int number = 1;
    for (String line : review.patchText().lines().toList()) {
      int change = line.strip().startsWith("{") ? ++changes : 0;
      rows.add(new ReviewRow.PatchLine(review.key(), number++, line, change));
    }
  }
}
