package org.ontodraft.app.git;

/** Whether a branch is at a remote. */
public sealed interface ProbeOutcome
    permits ProbeOutcome.Absent, ProbeOutcome.Present, RemoteFailure {
  /** There is no such branch. */
  record Absent() implements ProbeOutcome {}

  /** The branch is at this commit. */
  record Present(String commit) implements ProbeOutcome {}
}
