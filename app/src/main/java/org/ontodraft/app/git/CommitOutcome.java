package org.ontodraft.app.git;

/** How making a commit ended. */
public sealed interface CommitOutcome {
  /** The commit is in our repository; no branch was moved. */
  record Committed(String commit) implements CommitOutcome {}

  /** The files are as they are in the parent. */
  record Unchanged() implements CommitOutcome {}

  /**
   * A path cannot be written beside what the parent holds.
   *
   * @param path the path asked for
   * @param existing the path in its way: the same but for case or Unicode form, or a file where a
   *     folder is needed; equal to {@code path} when the path itself is not allowed
   */
  record PathRefused(String path, String existing) implements CommitOutcome {}
}
