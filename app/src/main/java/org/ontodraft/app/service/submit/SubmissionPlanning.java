package org.ontodraft.app.service.submit;

import java.util.Optional;
import org.ontodraft.app.forge.PullRequest;
import org.ontodraft.app.git.Remote;
import org.ontodraft.app.task.Progress;
import org.ontodraft.model.draft.Draft;
import org.ontodraft.model.draft.Submission;
import org.ontodraft.model.draft.Submission.Stage;

/**
 * Decides which plan a submit follows: an unfinished one, one on a branch sent before, or a new
 * one.
 */
final class SubmissionPlanning {
  private final SubmissionPlans plans;
  private final PullRequests pullRequests;
  private final BranchPush branches;

  SubmissionPlanning(SubmissionPlans plans, PullRequests pullRequests, BranchPush branches) {
    this.plans = plans;
    this.pullRequests = pullRequests;
    this.branches = branches;
  }

  /**
   * A plan.
   *
   * @param before what its branch was sent last, to be gone on with; empty for a new branch
   */
  record Planned(Submission plan, Optional<Submission> before) {}

  /** The plan for these words. A new one is stored with its commit, before anything is sent. */
  Planned plan(Draft draft, String title, String body, Progress progress) throws StepFailed {
    Optional<Submission> resumed = plans.resumable(draft, title, body);
    Optional<Submission> sent = plans.pushedBefore(draft, resumed);
    boolean goesOn = sent.isPresent() && takesMore(sent.get(), progress);
    if (resumed.isPresent()) {
      Submission plan = resumed.get();
      boolean onSameBranch = sent.isPresent() && sent.get().branch().equals(plan.branch());
      if (onSameBranch && !goesOn && !plan.reached(Stage.PULL_REQUEST_OPEN)) {
        return new Planned(plans.useOtherBranch(plan), Optional.empty());
      }
      return new Planned(plan, onSameBranch && goesOn ? sent : Optional.empty());
    }
    Optional<Submission> unfinished = plans.unfinished(draft);
    if (unfinished.isPresent() && !unfinished.get().reached(Stage.PUSHED)) {
      Submission reworded = plans.save(unfinished.get().withText(title, body));
      boolean onSameBranch = sent.isPresent() && sent.get().branch().equals(reworded.branch());
      return onSameBranch && !goesOn
          ? new Planned(plans.useOtherBranch(reworded), Optional.empty())
          : new Planned(reworded, onSameBranch ? sent : Optional.empty());
    }
    if (goesOn) {
      return new Planned(plans.goingOn(draft, sent.get(), title, body), sent);
    }
    Remote target = StepFailed.unlessRefused(SubmitStep.STORE_PLAN, "", pullRequests.pushTarget());
    return new Planned(plans.fresh(draft, target.address(), title, body), Optional.empty());
  }

  /** Whether more can be added to what was sent: it is open, or waits to be opened. */
  private boolean takesMore(Submission sent, Progress progress) throws StepFailed {
    Remote remote = PushedTo.remote(sent);
    if (sent.forge() == null || pullRequests.forge().isEmpty()) {
      return branches.present(remote, sent.branch(), progress).isPresent();
    }
    Optional<PullRequest> found =
        StepFailed.unlessRefused(
            SubmitStep.STORE_PLAN, "", pullRequests.find(remote, sent.branch()));
    return found
        .map(one -> one.state() == PullRequest.State.OPEN)
        .orElseGet(() -> sent.number() == null);
  }
}
