package org.ontodraft.app.git;

import java.util.Optional;
import org.ontodraft.model.ontology.OntologyVersion;

/** How a fetch ended. Unless it is {@link Fetched}, the version held is the one held before. */
public sealed interface FetchOutcome
    permits FetchOutcome.Fetched, FetchOutcome.Unusable, RemoteFailure {
  /**
   * The default branch's head is here.
   *
   * @param from the version held before, empty at first
   * @param to the version held now; equal to {@code from} when nothing moved
   * @param rewritten whether {@code from} is no longer part of the branch's history
   */
  record Fetched(Optional<OntologyVersion> from, OntologyVersion to, boolean rewritten)
      implements FetchOutcome {
    /** Whether there is something new. */
    public boolean moved() {
      return !from.equals(Optional.of(to));
    }
  }

  /** The remote was read, and what it holds cannot be used. */
  sealed interface Unusable extends FetchOutcome {}

  /** The repository has no commit yet. */
  record NoCommits() implements Unusable {}

  /**
   * The remote's HEAD names a branch that is not there.
   *
   * @param branch its name; empty where the server does not tell
   */
  record MissingDefaultBranch(Optional<String> branch) implements Unusable {}

  /** An object breaks the rules that keep trees safe on every system; nothing was taken. */
  record HostileObjects(String reason) implements Unusable {}

  /** Objects are missing or damaged at the remote or on the way; nothing was taken. */
  record DamagedObjects(String detail) implements Unusable {}
}
