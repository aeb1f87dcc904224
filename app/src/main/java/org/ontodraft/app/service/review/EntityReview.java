package org.ontodraft.app.service.review;

import java.util.List;
import org.ontodraft.model.diff.FieldChange;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityStatus;

/**
 * One changed entity as people review it.
 *
 * @param label its label as the draft has it, or the base's for a deleted one
 * @param rows a row for every field either side has
 * @param path the file it is in
 * @param fileText the file exactly as it will be committed; empty when it is deleted
 * @param fileLines the file's lines at the base and in the draft, aligned
 * @param patchText the RFC 6902 patch against the base, one operation a line
 * @param addedLines lines of the file that are new, as {@code git diff --numstat} counts them
 * @param removedLines lines of the file that go
 */
public record EntityReview(
    EntityKey key,
    EntityStatus status,
    String label,
    List<FieldChange> rows,
    String path,
    String fileText,
    List<FieldChange.Line> fileLines,
    String patchText,
    int addedLines,
    int removedLines) {
  public EntityReview {
    rows = List.copyOf(rows);
    fileLines = List.copyOf(fileLines);
  }

  /** The rows that differ. */
  public long changedFields() {
    return rows.stream().filter(row -> row.kind() != FieldChange.Kind.UNCHANGED).count();
  }
}
