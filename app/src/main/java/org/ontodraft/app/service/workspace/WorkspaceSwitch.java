package org.ontodraft.app.service.workspace;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.exchange.DraftMove;
import org.ontodraft.app.service.exchange.DraftRelocation;
import org.ontodraft.app.service.exchange.DraftsMoved;
import org.ontodraft.app.service.exchange.MovableDraft;
import org.ontodraft.app.task.Progress;
import org.ontodraft.model.ontology.StoreAwayException;

/** The switch of an open workspace. */
final class WorkspaceSwitch implements StoreSwitch {
  private final WorkspaceInfo info;
  private final Store store;
  private final Supplier<String> rootCommit;
  private final Alone alone;
  private final String program;
  private final InstantSource clock;

  /** Runs work while no other use case of the workspace runs, its draft being closed. */
  interface Alone {
    /** Refused while edits wait for the store. */
    Outcome<DraftsMoved> run(Supplier<Outcome<DraftsMoved>> work);
  }

  WorkspaceSwitch(
      WorkspaceInfo info,
      Store store,
      Supplier<String> rootCommit,
      Alone alone,
      String program,
      InstantSource clock) {
    this.info = info;
    this.store = store;
    this.rootCommit = rootCommit;
    this.alone = alone;
    this.program = program;
    this.clock = clock;
  }

  @Override
  public Outcome<List<MovableDraft>> drafts() {
    try {
      return Outcome.done(DraftRelocation.among(store.drafts().list(), store.sharing()));
    } catch (StoreAwayException away) {
      return Outcome.refused("PG-20", away.getMessage());
    }
  }

  @Override
  public Outcome<DraftsMoved> move(
      Supplier<Outcome<Store>> other,
      Collection<MovableDraft> drafts,
      Runnable settled,
      Progress progress) {
    return alone.run(() -> {
      progress.stage("load", 0);
      return switch (other.get()) {
        case Outcome.Refused<Store> refused -> new Outcome.Refused<>(refused.refusal());
        case Outcome.Done<Store>(Store target) -> {
          try {
            yield move(target, drafts, settled, progress);
          } finally {
            target.close();
          }
        }
      };
    });
  }

  private Outcome<DraftsMoved> move(
      Store target, Collection<MovableDraft> drafts, Runnable settled, Progress progress) {
    try {
      Optional<String> owner =
          target.isShared() ? target.claim(rootCommit.get(), info.remote()) : Optional.empty();
      if (owner.isPresent()) {
        return Outcome.refused("PG-15", info.remote(), owner.get());
      }
      if (store.databaseId().equals(target.databaseId())) {
        // Another address of the same database: whatever were moved would be removed.
        settled.run();
        return Outcome.done(new DraftsMoved(List.of(), List.of(), List.of()));
      }
      DraftMove move = new DraftMove(store.transfer(), target.transfer(), program, clock);
      return Outcome.done(new DraftRelocation(move).run(drafts, settled, progress));
    } catch (StoreAwayException away) {
      return Outcome.refused("PG-24", away.getMessage());
    }
  }
}
