package org.ontodraft.app.service.workspace;

import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.Refusal;
import org.ontodraft.app.state.Observed;
import org.ontodraft.app.state.State;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.ontology.OntologyVersion;

/** The newest version of a workspace, and what is known of upstream. Moved by one at a time. */
final class CanonicalVersion {
  private final InstantSource clock;
  private final State<Ontology> ontology;
  private final State<SyncState> sync;

  /** Without any draft; the next version's hierarchy is worked out from this one's. */
  private DraftOverlay view;

  CanonicalVersion(Ontology present, SyncState state, InstantSource clock) {
    this.clock = clock;
    this.ontology = new State<>(present);
    this.sync = new State<>(state);
    this.view = DraftOverlay.of(present, List.of());
    view.hierarchy(); // worked out here, so that no screen has to
  }

  Observed<Ontology> ontology() {
    return ontology;
  }

  Observed<SyncState> sync() {
    return sync;
  }

  /** The newest version without any draft. */
  DraftOverlay view() {
    return view;
  }

  /** Upstream could not be asked. */
  Outcome<SyncState> failed(Refusal why) {
    sync.update(before -> new SyncState(before.checkedAt(), why, before.turn(), before.awaiting()));
    return new Outcome.Refused<>(why);
  }

  /**
   * Moves on.
   *
   * @param move from the present version
   * @param moved told when it is another now
   */
  SyncState move(Function<Ontology, CanonicalSync.Moved> move, Consumer<Ontology> moved) {
    Ontology before = ontology.get();
    CanonicalSync.Moved next = move.apply(before);
    @Nullable OntologyVersion awaiting = next.awaiting().orElse(null);
    HistoryTurn turn = sync.get().turn();
    if (next.ontology() != before) {
      Ontology after = next.ontology();
      turn = next.turn();
      view =
          next.differing()
              .map(differing -> view.onto(after, differing, List.of()))
              .orElseGet(() -> DraftOverlay.of(after, List.of()));
      ontology.set(after);
      moved.accept(after);
    }
    SyncState checked = new SyncState(clock.instant(), null, turn, awaiting);
    sync.set(checked);
    return checked;
  }
}
