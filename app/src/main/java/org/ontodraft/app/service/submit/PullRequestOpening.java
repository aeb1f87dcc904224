package org.ontodraft.app.service.submit;

import java.util.Optional;
import org.ontodraft.app.forge.PullRequest;
import org.ontodraft.app.forge.Revision;
import org.ontodraft.app.git.Remote;
import org.ontodraft.model.draft.Submission;

/** The last steps at a forge: the pull request of a pushed branch, found or opened. */
final class PullRequestOpening {
  private final PullRequests pullRequests;
  private final SubmissionPlans plans;

  PullRequestOpening(PullRequests pullRequests, SubmissionPlans plans) {
    this.pullRequests = pullRequests;
    this.plans = plans;
  }

  /**
   * The pull request of what was pushed; does nothing where there is no forge.
   *
   * @param before what its branch was sent before
   * @param into the branch it is to be merged into
   */
  Submission open(
      Submission pushed,
      Remote target,
      Optional<Submission> before,
      String into,
      Wishes wishes,
      StepLog log)
      throws StepFailed {
    if (pushed.forge() == null) {
      log.skip(SubmitStep.PROBE_PULL_REQUEST);
      log.skip(SubmitStep.CREATE_PULL_REQUEST);
      return pushed;
    }
    log.begin(SubmitStep.PROBE_PULL_REQUEST);
    Optional<PullRequest> found =
        StepFailed.unlessRefused(
            SubmitStep.PROBE_PULL_REQUEST,
            pushed.branch(),
            pullRequests.find(target, pushed.branch()));
    log.done(found.map(one -> "#" + one.number()).orElse(""));

    log.begin(SubmitStep.CREATE_PULL_REQUEST);
    PullRequest made;
    if (found.isPresent()) {
      made = reworded(pushed, before, found.get());
      log.skipped("#" + made.number());
    } else {
      made =
          StepFailed.unlessRefused(
              SubmitStep.CREATE_PULL_REQUEST,
              pushed.branch(),
              pullRequests.create(
                  target,
                  pushed.branch(),
                  into,
                  new PullRequests.Words(pushed.title(), pushed.body(), wishes.draft())));
      log.done("#" + made.number());
    }
    if (!wishes.request().isEmpty()) {
      StepFailed.unlessRefused(
          SubmitStep.CREATE_PULL_REQUEST,
          pushed.branch(),
          pullRequests.request(made.number(), wishes.request()));
    }
    return plans.save(pushed.withPullRequest(made.number(), made.url().toString()));
  }

  /** Words that the curator left as they were stay as anybody has made them since. */
  private PullRequest reworded(Submission pushed, Optional<Submission> before, PullRequest found)
      throws StepFailed {
    boolean same =
        before
            .map(sent -> sent.title().equals(pushed.title()) && sent.body().equals(pushed.body()))
            .orElse(true);
    return same
        ? found
        : StepFailed.unlessRefused(
            SubmitStep.CREATE_PULL_REQUEST,
            pushed.branch(),
            pullRequests.revise(found.number(), new Revision.Words(pushed.title(), pushed.body())));
  }
}
