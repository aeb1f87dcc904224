package org.ontodraft.app.service.workspace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.service.draft.JournalReplay;
import org.ontodraft.app.service.draft.StaleEdit;
import org.ontodraft.app.state.Observed;
import org.ontodraft.app.state.State;
import org.ontodraft.model.draft.Draft;
import org.ontodraft.model.draft.DraftEdit;
import org.ontodraft.model.draft.DraftStatus;
import org.ontodraft.model.draft.DraftWrite;
import org.ontodraft.model.ontology.Ontology;

/** The list of a workspace's drafts, in step with its store. Blocking. Thread-safe. */
final class WorkspaceDrafts {
  private final Store store;
  private final CanonicalSync canonicalSync;
  private final State<List<Draft>> list;
  private final List<DraftEdit> recovered;
  private final Map<UUID, List<StaleEdit>> undecided = new HashMap<>();

  /** Brings to the store what the journal alone has, and lists the drafts. */
  WorkspaceDrafts(Store store, CanonicalSync canonicalSync, Ontology canonical) {
    this.store = store;
    this.canonicalSync = canonicalSync;
    this.recovered = replay(canonical).edits();
    this.list = new State<>(store.drafts().list());
  }

  /** All drafts, the one changed last first. */
  Observed<List<Draft>> list() {
    return list;
  }

  /** Edits that the journal alone had at opening. */
  List<DraftEdit> recovered() {
    return recovered;
  }

  /** Brings to the store what the journal alone has, and reads the list again. */
  void recover(Ontology canonical) {
    replay(canonical);
    readAgain();
  }

  private synchronized JournalReplay.Replayed replay(Ontology canonical) {
    JournalReplay.Replayed replayed =
        JournalReplay.run(
            store.drafts(),
            store.journal(),
            found -> canonicalSync.at(canonical, found.base()),
            store.isShared());
    undecided.putAll(replayed.stale());
    return replayed;
  }

  /** Hands over the edits of a draft that others' writes came before. */
  synchronized void handOver(DraftSession session) {
    List<StaleEdit> found = undecided.remove(session.id());
    if (found != null) {
      session.decideAbout(found);
    }
  }

  /** Reads the list again. */
  void readAgain() {
    list.set(store.drafts().list());
  }

  /** Keeps the list in step with a draft that changed. */
  void changed(Draft changed) {
    list.update(drafts -> {
      List<Draft> next = new ArrayList<>(drafts);
      next.removeIf(other -> other.id().equals(changed.id()));
      next.add(changed);
      next.sort(Comparator.comparing(Draft::modifiedAt).reversed());
      return List.copyOf(next);
    });
  }

  /** Other title for a draft that is not open. */
  Outcome<Draft> rename(Draft draft, String title) {
    Outcome<Draft> described =
        switch (store.drafts().describe(draft, title, draft.description())) {
          case DraftWrite.Done(Draft now) -> Outcome.done(now);
          case DraftWrite.Stale(Draft theirs) -> Outcome.refused("DRAFT-09", theirs.title());
          case DraftWrite.Gone gone -> Outcome.refused("DRAFT-05", draft.id());
        };
    readAgain();
    return described;
  }

  /** Drafts that were validated against an older version must be validated again. */
  void invalidateValidated() {
    for (Draft each : store.drafts().list()) {
      if (each.status() == DraftStatus.VALIDATED) {
        store.drafts().transition(each.id(), DraftStatus.VALIDATED, DraftStatus.DRAFT);
      }
    }
    readAgain();
  }

  /** The draft as it is stored. */
  Outcome<Draft> find(UUID id) {
    Optional<Draft> found = store.drafts().find(id);
    return found.isEmpty() ? Outcome.refused("DRAFT-05", id) : Outcome.done(found.get());
  }
}
