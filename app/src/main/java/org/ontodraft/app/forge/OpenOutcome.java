package org.ontodraft.app.forge;

/** How opening a pull request ended. */
public sealed interface OpenOutcome permits OpenOutcome.Opened, ForgeFailure {
  /**
   * It is open.
   *
   * @param reused whether it was there before
   */
  record Opened(PullRequest pullRequest, boolean reused) implements OpenOutcome {}
}
