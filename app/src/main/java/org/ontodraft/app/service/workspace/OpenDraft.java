package org.ontodraft.app.service.workspace;

import java.time.InstantSource;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.state.State;
import org.ontodraft.app.state.Subscriptions;
import org.ontodraft.app.task.BackgroundTask;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.model.draft.Draft;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.draft.DraftSharing;
import org.ontodraft.model.draft.DraftToken;
import org.ontodraft.model.merge.Place;
import org.ontodraft.model.merge.Resolution;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.ontology.OntologySource;
import org.ontodraft.model.ontology.OntologyVersion;
import org.ontodraft.model.rebase.RebasePlan;

/**
 * The draft that a workspace shows: opened in place of another, renamed, moved, deleted, closed,
 * and kept in step with what happens around it. Its lock keeps the newest version from moving
 * meanwhile. Blocking. Thread-safe.
 */
final class OpenDraft {
  private final State<Optional<DraftSession>> draft;
  private final Store store;
  private final OntologySource source;
  private final RemoteRepository remote;
  private final CanonicalSync canonicalSync;
  private final Supplier<Ontology> canonical;
  private final Supplier<DraftOverlay> canonicalView;
  private final ShownModel shown;
  private final WorkspaceDrafts drafts;
  private final TaskRunner tasks;
  private final InstantSource clock;
  private final StoreReach reach;
  private final Subscriptions ofDraft = new Subscriptions();

  /**
   * No draft is open.
   *
   * @param draft where the open one is seen
   */
  OpenDraft(
      State<Optional<DraftSession>> draft,
      Store store,
      OntologySource source,
      RemoteRepository remote,
      CanonicalSync canonicalSync,
      CanonicalVersion upstream,
      ShownModel shown,
      WorkspaceDrafts drafts,
      TaskRunner tasks,
      InstantSource clock,
      StoreReach reach) {
    this.draft = draft;
    this.store = store;
    this.source = source;
    this.remote = remote;
    this.canonicalSync = canonicalSync;
    this.canonical = upstream.ontology()::get;
    this.canonicalView = upstream::view;
    this.shown = shown;
    this.drafts = drafts;
    this.tasks = tasks;
    this.clock = clock;
    this.reach = reach;
  }

  /** Makes a draft on the newest version and opens it. */
  synchronized Outcome<DraftSession> start(String title) {
    return reach.when(() -> {
      OntologyVersion base = canonical.get().version();
      Draft made = store.drafts().create(title, base);
      remote.pin(made.id(), base.commit());
      return Outcome.done(show(made));
    });
  }

  /** Opens a draft in place of the open one. */
  synchronized Outcome<DraftSession> open(UUID id) {
    return reach.when(() -> {
      return switch (drafts.find(id)) {
        case Outcome.Refused<Draft> refused -> new Outcome.Refused<>(refused.refusal());
        case Outcome.Done<Draft>(Draft found) -> Outcome.done(show(found));
      };
    });
  }

  /** Opens a draft that somebody shared. */
  synchronized Outcome<DraftSession> openShared(DraftToken token) {
    return reach.when(() -> {
      Optional<DraftSharing> sharing = store.sharing();
      if (sharing.isEmpty()) {
        return Outcome.refused("SHARE-01");
      }
      Optional<UUID> opened = sharing.get().open(token);
      if (opened.isEmpty()) {
        return Outcome.refused("SHARE-02");
      }
      drafts.recover(canonical.get());
      return open(opened.get());
    });
  }

  private DraftSession show(Draft chosen) {
    ofDraft.close();
    shown.beginAnother();
    Ontology base = canonicalSync.at(canonical.get(), chosen.base());
    DraftSession session = DraftSession.open(chosen, base, store.drafts(), store.journal(), clock);
    shown.validateBy(canonicalSync.schemas(base.version()));
    draft.set(Optional.of(session));
    drafts.handOver(session);
    ofDraft.add(session.draft().follow(drafts::changed));
    ofDraft.add(session.effective().follow(shown::show));
    ofDraft.add(session.moved().follow(this::openAgain));
    return session;
  }

  /** Opens a draft that an exchange has brought. */
  synchronized DraftSession openTaken(UUID id) {
    Draft taken = store.drafts().find(id).orElseThrow();
    if (source.version(taken.base().commit()).isPresent()) {
      remote.pin(id, taken.base().commit());
    }
    return show(taken);
  }

  /** Another session moved the draft: it is shown on its new base, with the edits that waited. */
  private void openAgain(boolean moved) {
    if (moved) {
      tasks.inOrder(
          "edits",
          BackgroundTask.of(
              "open moved draft",
              progress -> {
                Optional<UUID> id = draft.get().map(DraftSession::id);
                drafts.recover(canonical.get());
                return id.map(this::open);
              }));
    }
  }

  /** Keeps decisions about moving the draft, and takes others back. */
  synchronized Outcome<Forecast> decide(Collection<Resolution> taken, Collection<Place> takenBack) {
    Optional<DraftSession> session = draft.get();
    return reach.when(() ->
        session
            .flatMap(open -> shown.decide(open, taken, takenBack))
            .map(Outcome::done)
            .orElseGet(() -> Outcome.refused("REBASE-02")));
  }

  /** Goes back to reading canonical. */
  synchronized void close() {
    ofDraft.close();
    draft.set(Optional.empty());
    shown.validateBy(canonicalSync.schemas(canonical.get().version()));
    shown.show(canonicalView.get());
  }

  /** Other title for any draft. */
  synchronized Outcome<Draft> rename(UUID id, String title) {
    return reach.when(() -> {
      Optional<DraftSession> session = draft.get().filter(open -> open.id().equals(id));
      return switch (drafts.find(id)) {
        case Outcome.Refused<Draft> refused -> refused;
        case Outcome.Done<Draft>(Draft found) ->
            session.isPresent()
                ? session.get().describe(title, found.description())
                : drafts.rename(found, title);
      };
    });
  }

  /** Deletes any draft. */
  synchronized Outcome<UUID> delete(UUID id) {
    return reach.when(() -> {
      store.drafts().delete(id);
      if (draft.get().map(DraftSession::id).filter(id::equals).isPresent()) {
        close();
      }
      drafts.readAgain();
      return Outcome.done(id);
    });
  }

  /** Moves the draft to the newest version; refused unless the forecast is clean. */
  synchronized Outcome<DraftSession> rebase() {
    @Nullable DraftSession session = draft.get().orElse(null);
    if (session == null) {
      return Outcome.refused("DRAFT-05", "");
    }
    return reach.when(() -> {
      long seen = session.version();
      RebasePlan plan = shown.plan(session);
      if (!plan.clean()) {
        return Outcome.refused(
            "REBASE-01", plan.conflicted().size(), plan.semanticConflicts().size());
      }
      remote.pin(session.id(), plan.onto().commit());
      Outcome<DraftSession> moved = session.apply(seen, plan, canonical.get());
      if (moved instanceof Outcome.Done<DraftSession>) {
        shown.moved(session, plan, canonicalSync.schemas(plan.onto()));
      }
      return moved;
    });
  }

  /** Whether edits of the draft wait for the store. */
  boolean waits() {
    return draft.get().map(session -> !session.waiting().get().isEmpty()).orElse(false);
  }

  /**
   * Closes the draft and does work that no use case may run beside; refused while edits wait for
   * the store, which the work could leave behind.
   */
  synchronized <T> Outcome<T> alone(Supplier<Outcome<T>> work) {
    if (waits()) {
      return Outcome.refused("PG-21", draft.get().orElseThrow().waiting().get().size());
    }
    close();
    return reach.when(() -> {
      Outcome<T> done = work.get();
      drafts.readAgain();
      return done;
    });
  }

  /** Sees what others than its own session made of the draft, such as its status. */
  void reload() {
    drafts.readAgain();
    draft.get().ifPresent(DraftSession::reload);
  }

  /** Brings what waited to the store that is back, and sees what others did meanwhile. */
  void catchUp() {
    draft.get().ifPresent(DraftSession::catchUp);
    if (!waits()) {
      drafts.readAgain();
    }
  }

  /** The newest version is this one now: it is shown, or the draft, which stays on its base. */
  synchronized void canonicalMoved(Ontology after) {
    Optional<DraftSession> session = draft.get();
    if (session.isEmpty()) {
      shown.validateBy(canonicalSync.schemas(after.version()));
      shown.show(canonicalView.get());
      return;
    }
    drafts.invalidateValidated();
    session.get().reload();
    shown.show(session.get().effective().get());
  }

  /** Nothing is shown any more. */
  synchronized void end() {
    ofDraft.close();
    draft.set(Optional.empty());
  }
}
