package org.ontodraft.app.service.tracking;

import org.ontodraft.app.service.Outcome;
import org.ontodraft.model.draft.Submission;

/** The branches that drafts were sent to. Blocking. */
public interface SentBranches {
  /** Whether the branch is there and as it was sent. */
  Outcome<Boolean> untouched(Submission sent);

  /** Deletes the branch if it is as it was sent; one that is gone is fine. */
  Outcome<Submission> delete(Submission sent);
}
