package org.ontodraft.app.service.review;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.diff.FieldChange;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityStatus;
import org.ontodraft.model.ontology.SourceProblem;

/**
 * One changed entity as people review it.
 *
 * @param label its label as the later side has it, or the earlier's for a deleted one
 * @param rows a row for every field either side has
 * @param files the files it is in, the one that names it first; those of several that stay as they
 *     are, too
 * @param patchText the RFC 6902 patch from the earlier side, one operation a line
 * @param renaming what it was before; null unless it has another key now
 * @param problems files of it that a side cannot read
 */
public record EntityReview(
    EntityKey key,
    EntityStatus status,
    String label,
    List<FieldChange> rows,
    List<FileReview> files,
    String patchText,
    @Nullable Renaming renaming,
    List<SourceProblem> problems) {
  public EntityReview {
    rows = List.copyOf(rows);
    files = List.copyOf(files);
    problems = List.copyOf(problems);
  }

  /** A rename as the deletion and the creation it is made of. */
  public record Renaming(EntityReview deleted, EntityReview created) {}

  /** The path of the file that names the entity. */
  public String path() {
    return files.getFirst().path();
  }

  /** The files exactly as they will be committed, one behind the other; empty when deleted. */
  public String fileText() {
    return files.stream().map(FileReview::text).collect(Collectors.joining());
  }

  /** The lines of all files, the base's and the draft's aligned. */
  public List<FieldChange.Line> fileLines() {
    return files.stream().flatMap(file -> file.lines().stream()).toList();
  }

  /** Lines of the files that are new, as {@code git diff --numstat} counts them. */
  public int addedLines() {
    return files.stream().mapToInt(FileReview::addedLines).sum();
  }

  /** Lines of the files that go. */
  public int removedLines() {
    return files.stream().mapToInt(FileReview::removedLines).sum();
  }

  /** The rows that differ. */
  public long changedFields() {
    return rows.stream().filter(row -> row.kind() != FieldChange.Kind.UNCHANGED).count();
  }

  /** What a reviewer looks at; another text as soon as either side is another. */
  public String reviewedValue() {
    StringBuilder value = new StringBuilder();
    value.append(key).append('\n').append(patchText);
    for (FieldChange row : rows) {
      if (row.kind() != FieldChange.Kind.UNCHANGED) {
        value.append('\n').append(row.field().name()).append(' ');
        value.append(row.base()).append(' ').append(row.mine());
      }
    }
    return value.toString();
  }
}
