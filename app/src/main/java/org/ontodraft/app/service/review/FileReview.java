package org.ontodraft.app.service.review;

import java.util.List;
import org.ontodraft.model.diff.FieldChange;

/**
 * One file of a changed entity as people review it.
 *
 * @param text the file exactly as it will be committed; empty when it is deleted
 * @param before the file as it was; empty when it is new
 * @param lines the file's lines at the base and in the draft, aligned
 * @param addedLines lines that are new, as {@code git diff --numstat} counts them
 * @param removedLines lines that go
 */
public record FileReview(
    String path,
    String before,
    String text,
    List<FieldChange.Line> lines,
    int addedLines,
    int removedLines) {
  public FileReview {
    lines = List.copyOf(lines);
  }

  /** A file with these texts at the base and in the draft; empty where it is not there. */
  public static FileReview of(String path, String before, String after) {
    LineDiff diff = LineDiff.between(before, after);
    return new FileReview(path, before, after, diff.lines(), diff.added(), diff.removed());
  }
}
