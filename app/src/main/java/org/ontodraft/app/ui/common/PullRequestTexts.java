package org.ontodraft.app.ui.common;

import java.util.Locale;
import org.ontodraft.app.forge.Standing.Checks;
import org.ontodraft.app.service.tracking.TrackedPullRequest;
import org.ontodraft.app.service.tracking.TrackedPullRequest.Phase;

/** The words for how a pull request stands. Immutable. */
public final class PullRequestTexts {
  private final Texts texts;

  /** Over the bundle. */
  public PullRequestTexts(Texts texts) {
    this.texts = texts;
  }

  /** Number and state in a few words, for a chip. */
  public String chip(TrackedPullRequest pullRequest) {
    return texts.get(
        "pull.chip",
        String.valueOf(pullRequest.number()),
        texts.get("pull.phase." + pullRequest.phase().name().toLowerCase(Locale.ROOT)));
  }

  /** What is known of it and what to do about it, in sentences. */
  public String sentence(TrackedPullRequest pullRequest) {
    StringBuilder all = new StringBuilder(chip(pullRequest)).append('.');
    if (!pullRequest.changesRequestedBy().isEmpty() && !pullRequest.phase().ended()) {
      add(all, "pull.asked", String.join(", ", pullRequest.changesRequestedBy()));
    }
    if (!pullRequest.approvedBy().isEmpty()) {
      add(all, "pull.approved", String.join(", ", pullRequest.approvedBy()));
    }
    // The phase is the one thing to know; a second one is said beside it.
    if (!pullRequest.phase().ended()) {
      if (pullRequest.checks() == Checks.FAILED && pullRequest.phase() != Phase.CHECKS_FAILED) {
        add(all, "pull.checks.failed");
      }
      if (pullRequest.checks() == Checks.PENDING && pullRequest.phase() != Phase.CHECKS_PENDING) {
        add(all, "pull.checks.running");
      }
    }
    if (pullRequest.phase() == Phase.CLOSED) {
      add(all, "pull.closed");
    }
    if (pullRequest.phase() == Phase.MERGED) {
      int differences = pullRequest.differences().size();
      add(all, differences == 0 ? "pull.landed.equal" : "pull.landed.otherwise", differences);
    }
    return all.toString();
  }

  private void add(StringBuilder all, String key, Object... arguments) {
    all.append(' ').append(texts.get(key, arguments));
  }
}
