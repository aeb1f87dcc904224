package org.ontodraft.app.service.draft;

import java.util.UUID;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.state.Observed;
import org.ontodraft.app.state.State;
import org.ontodraft.model.draft.Draft;
import org.ontodraft.model.draft.DraftStore;
import org.ontodraft.model.draft.DraftWrite;
import org.ontodraft.model.ontology.StoreAwayException;
import org.ontodraft.model.rebase.RebasePlan;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A draft's title, status, base and counts, as its store has them. A write that another session's
 * came before is refused, and what that one left is shown. Blocking. Not thread-safe: its session
 * calls it one at a time.
 */
final class DraftRecord {
  private static final Logger LOG = LoggerFactory.getLogger(DraftRecord.class);

  private final DraftStore store;
  private final State<Draft> draft;

  DraftRecord(DraftStore store, Draft draft) {
    this.store = store;
    this.draft = new State<>(draft);
  }

  Observed<Draft> observed() {
    return draft;
  }

  Draft get() {
    return draft.get();
  }

  UUID id() {
    return draft.get().id();
  }

  /**
   * Other title and description.
   *
   * @throws StoreAwayException when the store cannot be reached
   */
  Outcome<Draft> describe(String title, String description) {
    return taken(store.describe(draft.get(), title, description));
  }

  /**
   * The plan's base, and the changes on it.
   *
   * @param seen the version of the draft whose changes the plan moves
   * @throws StoreAwayException when the store cannot be reached
   */
  Outcome<Draft> rebase(long seen, RebasePlan plan) {
    return taken(store.rebase(draft.get().at(seen), plan.onto(), plan.changes()));
  }

  private Outcome<Draft> taken(DraftWrite written) {
    return switch (written) {
      case DraftWrite.Done(Draft now) -> {
        draft.set(now);
        yield Outcome.done(now);
      }
      case DraftWrite.Stale(Draft theirs) -> {
        draft.set(theirs);
        yield Outcome.refused("DRAFT-09", theirs.title());
      }
      case DraftWrite.Gone gone -> Outcome.refused("DRAFT-05", draft.get().title());
    };
  }

  /** Reads it again, unless the store is away or the draft gone. */
  void readAgain() {
    try {
      store.find(id()).ifPresent(draft::set);
    } catch (StoreAwayException later) {
      LOG.info("the draft is read again when its store is back");
    }
  }
}
