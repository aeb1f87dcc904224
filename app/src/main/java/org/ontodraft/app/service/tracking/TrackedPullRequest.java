package org.ontodraft.app.service.tracking;

import java.util.List;
import org.ontodraft.app.forge.Standing;
import org.ontodraft.app.forge.Standing.Checks;
import org.ontodraft.model.draft.Landing;

/**
 * How the pull request of a draft stands.
 *
 * @param changesRequestedBy user names; empty when nobody waits for a change
 * @param differences where what was merged is not what the draft has; empty before it is merged
 * @param branchLeft whether its branch is still there after it ended
 */
public record TrackedPullRequest(
    int number,
    String url,
    Phase phase,
    Checks checks,
    List<String> approvedBy,
    List<String> changesRequestedBy,
    List<Landing.Difference> differences,
    boolean branchLeft) {
  public TrackedPullRequest {
    approvedBy = List.copyOf(approvedBy);
    changesRequestedBy = List.copyOf(changesRequestedBy);
    differences = List.copyOf(differences);
  }

  /** The one thing to know about it. */
  public enum Phase {
    OPEN,
    /** Open, and not to be merged yet. */
    DRAFT,
    CHECKS_PENDING,
    CHECKS_FAILED,
    CHANGES_REQUESTED,
    APPROVED,
    MERGED,
    CLOSED;

    /** Whether nothing more is to come by itself. */
    public boolean ended() {
      return this == MERGED || this == CLOSED;
    }
  }

  /** What a standing comes to, before it is looked at what landed. */
  static TrackedPullRequest of(Standing standing) {
    return new TrackedPullRequest(
        standing.pullRequest().number(),
        standing.pullRequest().url().toString(),
        phase(standing),
        standing.checks(),
        standing.approvedBy(),
        standing.changesRequestedBy(),
        List.of(),
        false);
  }

  /** The same with what is known after it ended. */
  TrackedPullRequest ended(List<Landing.Difference> found, boolean left) {
    return new TrackedPullRequest(
        number, url, phase, checks, approvedBy, changesRequestedBy, found, left);
  }

  /** What waits for the author comes before what waits for others. */
  private static Phase phase(Standing standing) {
    return switch (standing.pullRequest().state()) {
      case MERGED -> Phase.MERGED;
      case CLOSED -> Phase.CLOSED;
      case OPEN -> {
        if (!standing.changesRequestedBy().isEmpty()) {
          yield Phase.CHANGES_REQUESTED;
        }
        if (standing.checks() == Checks.FAILED) {
          yield Phase.CHECKS_FAILED;
        }
        if (standing.pullRequest().draft()) {
          yield Phase.DRAFT;
        }
        if (standing.checks() == Checks.PENDING) {
          yield Phase.CHECKS_PENDING;
        }
        yield standing.approvedBy().isEmpty() ? Phase.OPEN : Phase.APPROVED;
      }
    };
  }
}
