package org.ontodraft.app.testing;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.state.State;
import org.ontodraft.app.state.Subscriptions;
import org.ontodraft.model.draft.Draft;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.draft.DraftStatus;
import org.ontodraft.model.ontology.OntologyVersion;
import org.ontodraft.model.testing.InMemoryRepository;

/** The draft that a workspace in memory shows, and the list of all. */
final class MemoryOpenDraft {
  private final InMemoryRepository repository;
  private final MemoryDrafts store;
  private final InstantSource clock;
  private final Consumer<DraftOverlay> shown;
  private final State<Optional<DraftSession>> draft = new State<>(Optional.empty());
  private final State<List<Draft>> drafts = new State<>(List.of());
  private final Subscriptions ofDraft = new Subscriptions();

  /**
   * No draft is open.
   *
   * @param shown told what the open draft makes of the ontology
   */
  MemoryOpenDraft(
      InMemoryRepository repository,
      MemoryDrafts store,
      InstantSource clock,
      Consumer<DraftOverlay> shown) {
    this.repository = repository;
    this.store = store;
    this.clock = clock;
    this.shown = shown;
  }

  State<Optional<DraftSession>> draft() {
    return draft;
  }

  State<List<Draft>> drafts() {
    return drafts;
  }

  DraftSession session() {
    return draft.get().orElseThrow();
  }

  /** Makes a draft on this version and opens it. */
  DraftSession start(String title, OntologyVersion base) {
    return open(store.create(title, base));
  }

  /** Opens a draft in place of the open one. */
  Outcome<DraftSession> open(UUID id) {
    Optional<Draft> found = store.find(id);
    return found.isEmpty() ? Outcome.refused("DRAFT-05", id) : Outcome.done(open(found.get()));
  }

  /** Opens a draft that an exchange has brought. */
  DraftSession openTaken(UUID id) {
    return open(store.find(id).orElseThrow());
  }

  private DraftSession open(Draft found) {
    ofDraft.close();
    DraftSession session =
        DraftSession.open(found, repository.ontology(found.base()), store, store, clock);
    draft.set(Optional.of(session));
    ofDraft.add(session.draft().follow(changed -> listChanged()));
    ofDraft.add(session.effective().follow(shown));
    return session;
  }

  /** Moves the open draft's status without an edit. */
  void move(DraftStatus... way) {
    DraftSession session = session();
    for (DraftStatus to : way) {
      store.transition(session.id(), session.draft().get().status(), to);
      session.reload();
    }
  }

  /** Other title for any draft. */
  Outcome<Draft> rename(UUID id, String title) {
    if (isOpen(id)) {
      return session().describe(title, "");
    }
    store.describe(store.find(id).orElseThrow(), title, "");
    listChanged();
    return Outcome.done(store.find(id).orElseThrow());
  }

  /** Whether this is the draft that is open. */
  boolean isOpen(UUID id) {
    return draft.get().map(DraftSession::id).filter(id::equals).isPresent();
  }

  /** Deletes a draft that is not open. */
  Outcome<UUID> delete(UUID id) {
    store.delete(id);
    listChanged();
    return Outcome.done(id);
  }

  /** Reads the list of drafts again. */
  void listChanged() {
    drafts.set(store.list());
  }

  /** No draft is open any more. */
  void close() {
    ofDraft.close();
    draft.set(Optional.empty());
  }

  /** Nothing of the open draft is told any more. */
  void end() {
    ofDraft.close();
  }
}
