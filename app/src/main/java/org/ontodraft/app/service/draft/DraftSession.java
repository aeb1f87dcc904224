package org.ontodraft.app.service.draft;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.state.Observed;
import org.ontodraft.app.state.State;
import org.ontodraft.model.draft.Draft;
import org.ontodraft.model.draft.DraftChange;
import org.ontodraft.model.draft.DraftEdit;
import org.ontodraft.model.draft.DraftIntent;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.draft.DraftStep;
import org.ontodraft.model.draft.DraftStore;
import org.ontodraft.model.draft.EditHistory;
import org.ontodraft.model.draft.EditJournal;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityStatus;
import org.ontodraft.model.format.FileFormat;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.patch.JsonPatch;
import org.ontodraft.model.patch.PatchDoesNotApplyException;
import org.ontodraft.model.rebase.RebasePlan;
import org.ontodraft.model.refactor.EntityEdit;
import org.ontodraft.model.refactor.RefactoringStep;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * An open draft. Each edit is in the journal before it is shown as saved. Edits are made one after
 * another; every method that edits blocks on the disk, so none is for the FX thread.
 */
public final class DraftSession {
  private static final Logger LOG = LoggerFactory.getLogger(DraftSession.class);

  private final DraftStore store;
  private final EditJournal journal;
  private final InstantSource clock;
  private final State<Draft> draft;
  private final State<DraftOverlay> effective;
  private final State<EditHistory> history;

  private DraftSession(
      DraftStore store,
      EditJournal journal,
      InstantSource clock,
      Draft draft,
      DraftOverlay overlay,
      EditHistory history) {
    this.store = store;
    this.journal = journal;
    this.clock = clock;
    this.draft = new State<>(draft);
    this.effective = new State<>(overlay);
    this.history = new State<>(history);
  }

  /** Opens a draft on the snapshot of its base. */
  public static DraftSession open(
      Draft draft, Ontology base, DraftStore store, EditJournal journal, InstantSource clock) {
    return new DraftSession(
        store,
        journal,
        clock,
        draft,
        overlay(base, store.changes(draft.id())),
        EditHistory.of(store.steps(draft.id())));
  }

  /** With its inheritance worked out here, so that no screen has to. */
  private static DraftOverlay overlay(Ontology base, List<DraftChange> changes) {
    DraftOverlay overlay = DraftOverlay.of(base, changes);
    overlay.hierarchy();
    return overlay;
  }

  /** The draft's id. */
  public UUID id() {
    return draft.get().id();
  }

  /** What was meant by changes of several entities, in the order it was done. Blocking. */
  public List<DraftIntent> intents() {
    return store.intents(id());
  }

  /** Title, status, base and counts. */
  public Observed<Draft> draft() {
    return draft;
  }

  /** The ontology as the draft makes it. */
  public Observed<DraftOverlay> effective() {
    return effective;
  }

  /** What can be undone and redone. */
  public Observed<EditHistory> history() {
    return history;
  }

  /** Sets a field, or removes it when the value is null. A value it already has is no edit. */
  public Outcome<DraftOverlay> setField(EntityKey key, String field, @Nullable JsonNode value) {
    return edit(
        key,
        field,
        before ->
            before == null
                ? Outcome.refused("DRAFT-02", key)
                : Outcome.done(Optional.of(before.with(key.type(), field, value))));
  }

  /**
   * Changes several fields in one step.
   *
   * @param change from the document as it is when the edit's turn comes
   */
  public Outcome<DraftOverlay> change(EntityKey key, UnaryOperator<EntityDocument> change) {
    return edit(
        key,
        "",
        before ->
            before == null
                ? Outcome.refused("DRAFT-02", key)
                : Outcome.done(Optional.of(change.apply(before))));
  }

  /** Creates an entity with this document. */
  public Outcome<DraftOverlay> create(EntityKey key, EntityDocument document) {
    return edit(
        key,
        "",
        before ->
            before == null
                ? Outcome.done(Optional.of(document))
                : Outcome.refused("DRAFT-03", key));
  }

  /** Deletes an entity. */
  public Outcome<DraftOverlay> delete(EntityKey key) {
    return edit(
        key,
        "",
        before ->
            before == null ? Outcome.refused("DRAFT-02", key) : Outcome.done(Optional.empty()));
  }

  /** Gives an entity back all it has at the base: created ones go, deleted ones return. */
  public Outcome<DraftOverlay> revert(EntityKey key) {
    return edit(
        key, "", before -> Outcome.done(Optional.ofNullable(effective.get().baseDocument(key))));
  }

  /** Gives a field back the value it has at the base. */
  public Outcome<DraftOverlay> revertField(EntityKey key, String field) {
    EntityDocument base = effective.get().baseDocument(key);
    return setField(key, field, base == null ? null : base.get(field));
  }

  /**
   * Makes a refactoring, of several entities, as one step.
   *
   * @param intents what it means, for a rebase to follow
   */
  public synchronized Outcome<DraftOverlay> make(RefactoringStep step, List<DraftIntent> intents) {
    List<Edited> edits = new ArrayList<>();
    for (EntityEdit edit : step.edits()) {
      EntityDocument before = effective.get().effectiveDocument(edit.key());
      if (!Objects.equals(before, edit.before())) {
        return Outcome.refused("DRAFT-07", edit.key());
      }
      EntityDocument after = edit.after();
      edits.add(
          new Edited(edit.key(), "", before, after == null ? null : settled(edit.key(), after)));
    }
    return commit(DraftEdit.Kind.EDIT, edits, intents);
  }

  /** Takes back the newest step. */
  public Outcome<DraftOverlay> undo() {
    return replay(DraftEdit.Kind.UNDO, EditHistory::nextUndo);
  }

  /** Brings again what was undone last. */
  public Outcome<DraftOverlay> redo() {
    return replay(DraftEdit.Kind.REDO, EditHistory::nextRedo);
  }

  /** Other title and description. */
  public synchronized void describe(String title, String description) {
    store.describe(id(), title, description);
    reload();
  }

  /** Puts the draft on the plan's version. */
  public synchronized void apply(RebasePlan plan, Ontology onto) {
    store.rebase(id(), plan.onto(), plan.changes());
    reload(); // who follows what is shown finds the base that it is on
    effective.set(overlay(onto, plan.changes()));
  }

  /** Reads title and status again after another use case changed them. */
  public synchronized void reload() {
    store.find(id()).ifPresent(draft::set);
  }

  private synchronized Outcome<DraftOverlay> edit(
      EntityKey key,
      String field,
      Function<@Nullable EntityDocument, Outcome<Optional<EntityDocument>>> change) {
    EntityDocument before = effective.get().effectiveDocument(key);
    return switch (change.apply(before)) {
      case Outcome.Refused<Optional<EntityDocument>> refused ->
          new Outcome.Refused<>(refused.refusal());
      case Outcome.Done<Optional<EntityDocument>> done ->
          commit(
              DraftEdit.Kind.EDIT,
              List.of(
                  new Edited(
                      key,
                      field,
                      before,
                      done.value().map(document -> settled(key, document)).orElse(null))),
              List.of());
    };
  }

  /** The document as the entity's file will say it, so that it is the same when it is read. */
  private EntityDocument settled(EntityKey key, EntityDocument document) {
    return FileFormat.of(effective.get(), key).settle(key, document);
  }

  private synchronized Outcome<DraftOverlay> replay(
      DraftEdit.Kind kind, Function<EditHistory, Optional<DraftStep>> next) {
    Optional<DraftStep> found = next.apply(history.get());
    if (found.isEmpty()) {
      return Outcome.done(effective.get());
    }
    List<Edited> edits = new ArrayList<>();
    for (DraftEdit edit : found.get().edits()) {
      JsonPatch patch = kind == DraftEdit.Kind.UNDO ? edit.inverse() : edit.forward();
      EntityDocument before = effective.get().effectiveDocument(edit.key());
      try {
        edits.add(new Edited(edit.key(), edit.field(), before, patch.applyTo(before)));
      } catch (PatchDoesNotApplyException changedSince) {
        return Outcome.refused("DRAFT-04", edit.key());
      }
    }
    return commit(kind, edits, found.get().intents());
  }

  /** What an entity is before and after an edit. */
  private record Edited(
      EntityKey key,
      String field,
      @Nullable EntityDocument before,
      @Nullable EntityDocument after) {
    JsonPatch forward() {
      return JsonPatch.between(before, after);
    }
  }

  private Outcome<DraftOverlay> commit(
      DraftEdit.Kind kind, List<Edited> edited, List<DraftIntent> intents) {
    if (!draft.get().status().editable()) {
      return Outcome.refused("DRAFT-01", draft.get().title());
    }
    DraftOverlay overlay = effective.get();
    UUID id = UUID.randomUUID();
    long sequence = journal.nextSequence();
    Instant now = clock.instant();
    List<DraftEdit> edits = new ArrayList<>();
    Map<EntityKey, Optional<DraftChange>> changes = new HashMap<>();
    for (Edited each : edited) {
      EntityKey key = each.key();
      // A broken change is mended by an edit that asks for just what is shown in its place.
      if (!each.forward().isEmpty() || overlay.status(key) == EntityStatus.BROKEN) {
        edits.add(
            new DraftEdit(
                edits.isEmpty() ? id : UUID.randomUUID(),
                id(),
                sequence,
                kind,
                key,
                each.field(),
                each.forward(),
                JsonPatch.between(each.after(), each.before()),
                now,
                id));
        changes.put(key, Optional.ofNullable(overlay.changeTo(key, each.after())));
      }
    }
    if (edits.isEmpty()) {
      return Outcome.done(overlay);
    }
    DraftStep step = new DraftStep(edits, intents);
    journal.append(step);
    store.apply(step, changes);
    effective.set(overlay.withAll(changes));
    history.update(past -> past.with(step));
    reload();
    return Outcome.done(effective.get());
  }

  /**
   * Writes journaled steps that the database lacks, after a crash between the two.
   *
   * @param bases the snapshot of a draft's base
   * @return the edits that were recovered
   */
  public static List<DraftEdit> recover(
      DraftStore store, EditJournal journal, Function<Draft, Ontology> bases) {
    List<DraftEdit> recovered = new ArrayList<>();
    for (DraftStep step : journal.after(store.appliedSequence())) {
      Optional<Draft> draft = store.find(step.draft());
      if (draft.isEmpty()
          || store.steps(step.draft()).stream().anyMatch(known -> known.id().equals(step.id()))) {
        store.apply(step, Map.of()); // the draft is gone, or has it: this only moves the position
        continue;
      }
      DraftOverlay overlay = DraftOverlay.of(bases.apply(draft.get()), store.changes(step.draft()));
      try {
        Map<EntityKey, Optional<DraftChange>> changes = new HashMap<>();
        for (DraftEdit edit : step.edits()) {
          EntityDocument after = edit.forward().applyTo(overlay.effectiveDocument(edit.key()));
          changes.put(edit.key(), Optional.ofNullable(overlay.changeTo(edit.key(), after)));
        }
        store.apply(step, changes);
        recovered.addAll(step.edits());
      } catch (PatchDoesNotApplyException overtaken) {
        // It stays in the journal: a later edit of the same place is in the database already.
        LOG.error("JOURNAL-01 step {} no longer fits its draft", step.id(), overtaken);
      }
    }
    return recovered;
  }
}
