package org.ontodraft.app.git;

/** How a push ended. */
public sealed interface PushOutcome
    permits PushOutcome.Pushed,
        PushOutcome.AlreadyThere,
        PushOutcome.BranchTaken,
        PushOutcome.Rejected,
        PushOutcome.ReadOnlyRemote,
        RemoteFailure {
  /** The branch is at the commit, by this push. */
  record Pushed() implements PushOutcome {}

  /** The branch was at the commit already; nothing was sent. */
  record AlreadyThere() implements PushOutcome {}

  /** The branch is at another commit than expected. */
  record BranchTaken(String commit) implements PushOutcome {}

  /** The server does not take it: a hook, a protected name, a quota. */
  record Rejected(String reason) implements PushOutcome {}

  /** A bundle file cannot be pushed to. */
  record ReadOnlyRemote() implements PushOutcome {}
}
