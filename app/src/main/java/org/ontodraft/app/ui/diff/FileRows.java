package org.ontodraft.app.ui.diff;

import java.util.List;
import org.ontodraft.app.service.review.FileReview;
import org.ontodraft.model.diff.FieldChange.Line;
import org.ontodraft.model.diff.FieldChange.Side;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityStatus;

/** Turns the files of one entity into rows: all their lines, and where lines go. */
final class FileRows {
  private final EntityKey key;
  private final List<ReviewRow> rows;
  private int changes;

  /**
   * Adds to these rows.
   *
   * @param changes how many changes they show already
   */
  FileRows(EntityKey key, List<ReviewRow> rows, int changes) {
    this.key = key;
    this.rows = rows;
    this.changes = changes;
  }

  int changes() {
    return changes;
  }

  void add(int index, FileReview file, boolean named) {
    if (named) {
      rows.add(new ReviewRow.FileName(key, file.path(), statusOf(file)));
    }
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
          addRemoved(index, file, number, replaced, inChange);
          replaced = 0;
          inChange = false;
          rows.add(
              new ReviewRow.FileLine(key, index, number++, line.text(), EntityStatus.UNCHANGED, 0));
        }
      }
    }
    addRemoved(index, file, number, replaced, inChange);
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

  private void addRemoved(int index, FileReview file, int before, int count, boolean inChange) {
    if (count > 0) {
      int change = inChange ? 0 : ++changes;
      boolean whole = file.text().isEmpty();
      rows.add(new ReviewRow.RemovedLines(key, index, before, count, whole, change));
    }
  }
}
