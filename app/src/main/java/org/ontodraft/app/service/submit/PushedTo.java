package org.ontodraft.app.service.submit;

import org.ontodraft.app.git.Remote;
import org.ontodraft.model.draft.Submission;

/** Where a submission's branch is: the remote of the workspace, or a fork of it. */
public final class PushedTo {
  private PushedTo() {}

  /** The remote, whose address was one of ours when it was stored. */
  public static Remote remote(Submission submission) {
    return switch (Remote.parse(submission.remote())) {
      case Remote.Parsed.Accepted accepted -> accepted.remote();
      case Remote.Parsed.Refused refused ->
          throw new IllegalStateException(submission.remote() + ": " + refused.problem());
    };
  }
}
