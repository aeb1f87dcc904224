package org.ontodraft.app.service.workspace;

import java.util.function.Consumer;
import java.util.function.Function;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.task.Lull;
import org.ontodraft.app.task.Progress;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.ontology.OntologyVersion;

/** Moves a workspace to what upstream has. Thread-safe. */
final class UpstreamMoves {
  private final RemoteRepository remote;
  private final CanonicalSync sync;
  private final CanonicalVersion present;
  private final Lull lull;
  private final StoreReach reach;
  private final Object oneAtATime;
  private final Consumer<Ontology> moved;

  /**
   * Moves nothing yet.
   *
   * @param oneAtATime held while the version moves on, not while the network is waited for
   * @param moved told of each version that the workspace has come to
   */
  UpstreamMoves(
      RemoteRepository remote,
      CanonicalSync sync,
      CanonicalVersion present,
      Lull lull,
      StoreReach reach,
      Object oneAtATime,
      Consumer<Ontology> moved) {
    this.remote = remote;
    this.sync = sync;
    this.present = present;
    this.lull = lull;
    this.reach = reach;
    this.oneAtATime = oneAtATime;
    this.moved = moved;
  }

  /** Fetches and moves on; the forge is asked for nothing. */
  Outcome<SyncState> bringUp(Progress progress) {
    return switch (remote.fetch(progress)) {
      case Outcome.Refused<OntologyVersion> refused -> present.failed(refused.refusal());
      case Outcome.Done<OntologyVersion> fetched -> move(now -> sync.bringUp(now, progress));
    };
  }

  /** Moves to a version that does not descend from the present one, as somebody confirmed. */
  Outcome<SyncState> follow(OntologyVersion rewritten, Progress progress) {
    return move(now -> sync.follow(now, rewritten, progress));
  }

  private Outcome<SyncState> move(Function<Ontology, CanonicalSync.Moved> move) {
    return lull.holdOff(() ->
        reach.when(() -> {
          synchronized (oneAtATime) {
            return Outcome.done(present.move(move, moved));
          }
        }));
  }
}
