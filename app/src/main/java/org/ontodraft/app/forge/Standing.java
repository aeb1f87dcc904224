package org.ontodraft.app.forge;

import java.util.List;
import java.util.Optional;

/**
 * How a pull request stands.
 *
 * @param approvedBy who approved it and did not take it back, by user name
 * @param changesRequestedBy who asked for changes and has not approved since
 * @param mergeCommit the commit on the base branch that it was merged as, when the forge tells it
 */
public record Standing(
    PullRequest pullRequest,
    Checks checks,
    List<String> approvedBy,
    List<String> changesRequestedBy,
    Optional<String> mergeCommit) {
  public Standing {
    approvedBy = List.copyOf(approvedBy);
    changesRequestedBy = List.copyOf(changesRequestedBy);
  }

  /** What the machines say of its newest commit. */
  public enum Checks {
    /** There are none, or the token may not see them. */
    NONE,
    PENDING,
    PASSED,
    FAILED
  }
}
