package org.ontodraft.app.forge;

/** Whether there is a pull request from a branch. */
public sealed interface FindOutcome permits FindOutcome.Found, FindOutcome.Absent, ForgeFailure {
  /** There is one. */
  record Found(PullRequest pullRequest) implements FindOutcome {}

  /** There never was one. */
  record Absent() implements FindOutcome {}
}
