package org.ontodraft.app.git;

import java.util.List;

/** What came of asking a remote for its branches. */
public sealed interface BranchesOutcome permits BranchesOutcome.Branches, RemoteFailure {
  /** Their short names, sorted. */
  record Branches(List<String> names) implements BranchesOutcome {
    public Branches {
      names = List.copyOf(names);
    }
  }
}
