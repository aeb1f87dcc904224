package org.ontodraft.app.testing;

import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.Refusal;
import org.ontodraft.app.service.workspace.HistoryTurn;
import org.ontodraft.app.service.workspace.SyncState;
import org.ontodraft.app.state.State;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.testing.InMemoryRepository;

/** The newest version of a workspace in memory, and what is known of its upstream. */
final class MemoryUpstream {
  private final InMemoryRepository repository;
  private final InstantSource clock;
  private final State<Ontology> canonical;
  private final State<SyncState> sync = new State<>(new SyncState(null, null));
  private @Nullable Refusal unreachable;

  MemoryUpstream(InMemoryRepository repository, InstantSource clock) {
    this.repository = repository;
    this.clock = clock;
    this.canonical = new State<>(repository.ontology());
  }

  State<Ontology> canonical() {
    return canonical;
  }

  State<SyncState> sync() {
    return sync;
  }

  /** Lets upstream be away, for this reason; null when it answers again. */
  void setUnreachable(@Nullable Refusal reason) {
    unreachable = reason;
  }

  /** Somebody commits these files; null removes one. */
  void commit(Map<String, ? extends @Nullable String> files) {
    repository.commit("Upstream moves", files);
  }

  /**
   * Moves on to what was committed, or says why upstream is away.
   *
   * @param moved told when canonical is the newest version, before the state says so
   */
  Outcome<SyncState> refresh(Runnable moved) {
    Refusal away = unreachable;
    if (away != null) {
      sync.set(new SyncState(sync.get().checkedAt(), away));
      return new Outcome.Refused<>(away);
    }
    canonical.set(repository.ontology());
    moved.run();
    sync.set(new SyncState(clock.instant(), null));
    return Outcome.done(sync.get());
  }

  /** Says that a rewritten history was followed. */
  Outcome<SyncState> follow() {
    sync.set(new SyncState(clock.instant(), null, HistoryTurn.REWRITTEN, null));
    return Outcome.done(sync.get());
  }
}
