package org.ontodraft.app.service.submit;

import org.ontodraft.app.service.Refusal;
import org.ontodraft.model.draft.Submission;
import org.ontodraft.model.rebase.RebasePlan;

/** How a submit ended. Unless it was sent, the draft is as it was. */
public sealed interface SubmitOutcome {
  /** The branch is pushed and, where there is a forge, the pull request is open. */
  record Sent(Submission submission) implements SubmitOutcome {}

  /** Upstream moved; the plan says what the draft would be there. Nothing was sent. */
  record UpstreamMoved(RebasePlan plan) implements SubmitOutcome {}

  /**
   * A step failed.
   *
   * @param step the step
   * @param refusal what happened and what to do
   * @param onServer what exists at the remote in spite of it: empty, or a branch
   */
  record Failed(SubmitStep step, Refusal refusal, String onServer) implements SubmitOutcome {}
}
