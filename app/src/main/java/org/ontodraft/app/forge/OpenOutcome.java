package org.ontodraft.app.forge;

import java.util.function.Supplier;

/** How opening a pull request ended. */
public sealed interface OpenOutcome permits OpenOutcome.Opened, ForgeFailure {
  /**
   * It is open.
   *
   * @param reused whether it was there before
   */
  record Opened(PullRequest pullRequest, boolean reused) implements OpenOutcome {}

  /**
   * What the answer to a request to open one comes to. Forges refuse a second pull request of a
   * branch; the first, into the same branch, is then as good as a new one.
   *
   * @param find asks for the one of the branch
   */
  static OpenOutcome of(
      ForgeReply<PullRequest> reply, Supplier<FindOutcome> find, NewPullRequest request) {
    return switch (reply) {
      case ForgeReply.Given<PullRequest> given -> new Opened(given.value(), false);
      case ForgeReply.Failed<PullRequest> failed -> {
        ForgeFailure failure = failed.failure();
        yield failure instanceof ForgeFailure.Rejected
                && find.get() instanceof FindOutcome.Found found
                && found.pullRequest().state() == PullRequest.State.OPEN
                && found.pullRequest().baseBranch().equals(request.base())
            ? new Opened(found.pullRequest(), true)
            : failure;
      }
    };
  }
}
