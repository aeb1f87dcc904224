package org.ontodraft.app.service.draft;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.draft.ComposedStep.Edited;
import org.ontodraft.app.state.Observed;
import org.ontodraft.app.state.State;
import org.ontodraft.model.draft.Draft;
import org.ontodraft.model.draft.DraftEdit;
import org.ontodraft.model.draft.DraftIntent;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.draft.DraftStep;
import org.ontodraft.model.draft.DraftStore;
import org.ontodraft.model.draft.EditHistory;
import org.ontodraft.model.draft.EditJournal;
import org.ontodraft.model.draft.StoredDraft;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.ontology.StoreAwayException;
import org.ontodraft.model.rebase.RebasePlan;
import org.ontodraft.model.refactor.RefactoringStep;
import org.ontodraft.model.refactor.StepRemoval;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * An open draft. Each edit is in the journal before it is shown as saved. Others may edit the same
 * draft; what meets in one place is asked about in {@link #stale}. While the store cannot be
 * reached, edits go on and {@link #waiting} counts them. Edits are made one after another; every
 * method that edits blocks on the disk, so none is for the FX thread.
 */
public final class DraftSession {
  private static final Logger LOG = LoggerFactory.getLogger(DraftSession.class);

  private final DraftStore store;
  private final InstantSource clock;
  private final DraftRecord draft;
  private final State<DraftOverlay> effective;
  private final State<EditHistory> history;
  private final UndecidedEdits stale;
  private final WaitingEdits waiting;
  private final MeantIntents intents;
  private final State<Boolean> moved = new State<>(false);
  private DraftPosting posting;

  private DraftSession(
      DraftStore store,
      EditJournal journal,
      InstantSource clock,
      StoredDraft stored,
      Ontology base) {
    this.store = store;
    this.clock = clock;
    this.posting = new DraftPosting(store, stored, base).warm();
    this.stale = new UndecidedEdits(store);
    this.waiting = new WaitingEdits(store, journal);
    this.intents = new MeantIntents(store, stored.draft().id());
    this.draft = new DraftRecord(store, stored.draft());
    this.effective = new State<>(posting.overlay());
    this.history = new State<>(EditHistory.of(posting.steps()));
  }

  /**
   * Opens a draft on the snapshot of its base.
   *
   * @throws NoSuchElementException when there is no such draft any more
   */
  public static DraftSession open(
      Draft draft, Ontology base, DraftStore store, EditJournal journal, InstantSource clock) {
    StoredDraft stored = store.stored(draft.id()).orElseThrow();
    return new DraftSession(store, journal, clock, stored, base);
  }

  /** The draft's id. */
  public UUID id() {
    return draft.id();
  }

  /** What was meant by changes of several entities, in the order it was done. Blocking. */
  public synchronized List<DraftIntent> intents() {
    return intents.read();
  }

  /** Title, status, base and counts. */
  public Observed<Draft> draft() {
    return draft.observed();
  }

  /** The ontology as the draft makes it. */
  public Observed<DraftOverlay> effective() {
    return effective;
  }

  /** What can be undone and redone. */
  public Observed<EditHistory> history() {
    return history;
  }

  /** Edits that another session's write came before, to be decided; oldest first. */
  public Observed<List<StaleEdit>> stale() {
    return stale.list();
  }

  /** Edits that are in the journal and not in the store yet, oldest first. */
  public Observed<List<DraftStep>> waiting() {
    return waiting.list();
  }

  /** Whether another session moved the draft to another version; then it must be opened again. */
  public Observed<Boolean> moved() {
    return moved;
  }

  /** The draft's version in the store that {@link #effective} shows, waiting edits aside. */
  public synchronized long version() {
    return posting.version();
  }

  /** Sets a field, or removes it when the value is null. A value it already has is no edit. */
  public Outcome<DraftOverlay> setField(EntityKey key, String field, @Nullable JsonNode value) {
    return edit(on -> on.setField(key, field, value), List.of());
  }

  /**
   * Changes several fields in one step.
   *
   * @param change from the document as it is when the edit's turn comes
   */
  public Outcome<DraftOverlay> change(EntityKey key, UnaryOperator<EntityDocument> change) {
    return edit(on -> on.change(key, change), List.of());
  }

  /**
   * Changes several entities in one step; those that are gone by then are left out.
   *
   * @param changes from the documents as they are when the edit's turn comes
   */
  public Outcome<DraftOverlay> changeAll(Map<EntityKey, UnaryOperator<EntityDocument>> changes) {
    return edit(on -> on.changeAll(changes), List.of());
  }

  /**
   * Puts a document in the place of another, in one step.
   *
   * @param seen what the new one was made from; refused when the entity is no longer so
   */
  public Outcome<DraftOverlay> replace(EntityKey key, EntityDocument seen, EntityDocument next) {
    return edit(on -> on.replace(key, seen, next), List.of());
  }

  /** Creates an entity with this document. */
  public Outcome<DraftOverlay> create(EntityKey key, EntityDocument document) {
    return edit(on -> on.create(key, document), List.of());
  }

  /** Deletes an entity. */
  public Outcome<DraftOverlay> delete(EntityKey key) {
    return edit(on -> on.delete(key), List.of());
  }

  /** Gives an entity back all it has at the base: created ones go, deleted ones return. */
  public Outcome<DraftOverlay> revert(EntityKey key) {
    return edit(on -> on.revert(key), List.of());
  }

  /** Gives a field back the value it has at the base. */
  public Outcome<DraftOverlay> revertField(EntityKey key, String field) {
    return edit(on -> on.revertField(key, field), List.of());
  }

  /**
   * Makes a refactoring, of several entities, as one step.
   *
   * @param intents what it means, for a rebase to follow
   */
  public Outcome<DraftOverlay> make(RefactoringStep step, List<DraftIntent> intents) {
    return edit(on -> on.make(step), intents);
  }

  /** Takes back the newest step. */
  public Outcome<DraftOverlay> undo() {
    return replay(DraftEdit.Kind.UNDO, EditHistory::nextUndo);
  }

  /** Brings again what was undone last. */
  public Outcome<DraftOverlay> redo() {
    return replay(DraftEdit.Kind.REDO, EditHistory::nextRedo);
  }

  /** What taking back one step of {@link #history} would do. Not for the FX thread. */
  public synchronized StepRemoval removal(UUID step) {
    return new EntityEdits(effective.get()).removal(history.get(), step);
  }

  /**
   * Takes back a step in the middle, with those that were made on it, as one step of its own.
   *
   * @param shown what the curator was shown; refused when it is no longer so
   */
  public Outcome<DraftOverlay> takeBack(UUID step, StepRemoval.Possible shown) {
    return edit(on -> on.takeBack(history.get(), step, shown), List.copyOf(shown.renames()));
  }

  /** Other title and description; refused when another session changed them meanwhile. */
  public synchronized Outcome<Draft> describe(String title, String description) {
    long seen = draft.get().rowVersion();
    Outcome<Draft> described = draft.describe(title, description);
    if (described instanceof Outcome.Done<Draft>(Draft now)) {
      posting.described(seen, now.rowVersion());
    }
    return described;
  }

  /**
   * Puts the draft on the plan's version.
   *
   * @param seen the {@link #version} whose changes the plan moves
   */
  public synchronized Outcome<DraftSession> apply(long seen, RebasePlan plan, Ontology onto) {
    if (!waiting.isEmpty()) {
      return Outcome.refused("PG-21", waiting.list().get().size());
    }
    return switch (draft.rebase(seen, plan)) {
      case Outcome.Refused<Draft> refused -> {
        readAgain();
        yield new Outcome.Refused<>(refused.refusal());
      }
      case Outcome.Done<Draft> done -> {
        posting = new DraftPosting(store, store.stored(id()).orElseThrow(), onto).warm();
        effective.set(posting.overlay());
        yield Outcome.done(this);
      }
    };
  }

  /** Reads the draft again after another use case wrote to it. */
  public synchronized void reload() {
    try {
      if (waiting.isEmpty()) {
        readAgain();
      }
    } catch (StoreAwayException later) {
      LOG.info("the draft is read again when its store is back");
    }
    draft.readAgain();
  }

  private void readAgain() {
    if (posting.readAgain()) {
      show();
    } else {
      moved.set(true);
    }
  }

  /**
   * Takes the decision that the values of this session stay, on top of what the other one left.
   * Refused when there is a third value by now; it is in {@link #stale} then.
   */
  public synchronized Outcome<DraftOverlay> keepMine(StaleEdit decided) {
    EntityDocument now = effective.get().effectiveDocument(decided.key());
    if (!decided.isTheirs(now)) {
      stale.replace(decided, decided.on(now));
      return Outcome.refused("DRAFT-10", decided.key(), decided.field());
    }
    Outcome<DraftOverlay> kept =
        edit(on -> on.keepMine(decided), decided.steps().getLast().intents());
    if (kept instanceof Outcome.Done<DraftOverlay>) {
      stale.settle(decided);
    }
    return kept;
  }

  /** Takes the decision that what the other session left stays. */
  public synchronized void takeTheirs(StaleEdit decided) {
    stale.settle(decided);
  }

  /** Adds edits that were found stale when the store was opened. */
  public synchronized void decideAbout(List<StaleEdit> found) {
    stale.add(found);
  }

  /**
   * Brings waiting edits to the store that is back, oldest first, and shows what others did
   * meanwhile. Those that do not fit any more are in {@link #stale} afterwards.
   *
   * @return false while the store still cannot be reached
   */
  public synchronized boolean catchUp() {
    try {
      if (!posting.readAgain()) {
        moved.set(true);
        return true;
      }
      waiting.readAgain(step -> step.draft().equals(id()) && !stale.holds(step));
      if (!waiting.post(posting, this::taken)) {
        return false;
      }
    } catch (StoreAwayException away) {
      return false;
    } catch (NoSuchElementException gone) {
      LOG.error("DRAFT-05 the draft is gone; its edits stay in the journal");
      return true;
    }
    show();
    draft.readAgain();
    return true;
  }

  private void show() {
    effective.set(posting.overlay());
    history.set(EditHistory.of(posting.steps()));
  }

  /** Notes what a post says beside keeping the step. */
  private DraftPosting.Posted taken(DraftStep step, DraftPosting.Posted posted) {
    if (posted instanceof DraftPosting.Posted.Overtaken overtaken) {
      stale.add(step, overtaken);
    } else if (posted instanceof DraftPosting.Posted.Moved) {
      moved.set(true);
    }
    return posted;
  }

  private synchronized Outcome<DraftOverlay> edit(
      Function<EntityEdits, Outcome<List<Edited>>> asked, List<DraftIntent> intents) {
    return commit(DraftEdit.Kind.EDIT, asked.apply(new EntityEdits(effective.get())), intents);
  }

  private synchronized Outcome<DraftOverlay> replay(
      DraftEdit.Kind kind, Function<EditHistory, Optional<DraftStep>> next) {
    Optional<DraftStep> step = next.apply(history.get());
    return step.isEmpty()
        ? Outcome.done(effective.get())
        : commit(
            kind, new EntityEdits(effective.get()).again(step.get(), kind), step.get().intents());
  }

  private Outcome<DraftOverlay> commit(
      DraftEdit.Kind kind, Outcome<List<Edited>> edited, List<DraftIntent> intents) {
    return switch (edited) {
      case Outcome.Refused<List<Edited>> refused -> new Outcome.Refused<>(refused.refusal());
      case Outcome.Done<List<Edited>>(List<Edited> edits) -> commit(kind, edits, intents);
    };
  }

  private Outcome<DraftOverlay> commit(
      DraftEdit.Kind kind, List<Edited> edited, List<DraftIntent> intents) {
    if (!draft.get().status().editable()) {
      return Outcome.refused("DRAFT-01", draft.get().title());
    }
    DraftOverlay overlay = effective.get();
    Optional<ComposedStep> composed =
        ComposedStep.of(
            id(), overlay, kind, edited, intents, waiting.nextSequence(), clock.instant());
    if (composed.isEmpty()) {
      return Outcome.done(overlay);
    }
    DraftStep step = composed.get().step();
    return switch (taken(step, waiting.keep(composed.get(), posting))) {
      case DraftPosting.Posted.Kept kept -> {
        history.update(past -> past.with(step));
        effective.set(posting.overlay());
        draft.readAgain();
        yield Outcome.done(effective.get());
      }
      case DraftPosting.Posted.Waits waits -> {
        if (kind != DraftEdit.Kind.UNDO) {
          this.intents.add(intents);
        }
        history.update(past -> past.with(step));
        effective.set(overlay.withAll(composed.get().changes()));
        yield Outcome.done(effective.get());
      }
      case DraftPosting.Posted.Overtaken overtaken -> {
        show();
        draft.readAgain();
        yield Outcome.refused("DRAFT-10", overtaken.edit().key(), overtaken.edit().field());
      }
      case DraftPosting.Posted.Moved movedOn -> Outcome.refused("DRAFT-08", draft.get().title());
      case DraftPosting.Posted.Closed closed -> {
        draft.readAgain();
        yield Outcome.refused("DRAFT-01", draft.get().title());
      }
      case DraftPosting.Posted.Gone gone -> Outcome.refused("DRAFT-05", draft.get().title());
    };
  }
}
