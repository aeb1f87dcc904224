package org.ontodraft.app.service.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.draft.ComposedStep.Edited;
import org.ontodraft.model.draft.DraftEdit;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.draft.DraftStep;
import org.ontodraft.model.draft.EditHistory;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.format.FileFormat;
import org.ontodraft.model.patch.JsonPatch;
import org.ontodraft.model.patch.PatchDoesNotApplyException;
import org.ontodraft.model.refactor.EntityEdit;
import org.ontodraft.model.refactor.RefactoringStep;
import org.ontodraft.model.refactor.StepRemoval;
import tools.jackson.databind.JsonNode;

/**
 * What is asked for, as edits of the entities as a draft has them, or why it cannot be. Keeps
 * nothing. Documents come as their entity's file will say them, so that they are the same when they
 * are read.
 *
 * @param view the ontology as the draft makes it
 */
record EntityEdits(DraftOverlay view) {

  /** Several fields of one entity. */
  Outcome<List<Edited>> change(EntityKey key, UnaryOperator<EntityDocument> change) {
    return edit(
        key,
        "",
        before ->
            before == null
                ? Outcome.refused("DRAFT-02", key)
                : Outcome.done(Optional.of(change.apply(before))));
  }

  /** A field, removed when the value is null. */
  Outcome<List<Edited>> setField(EntityKey key, String field, @Nullable JsonNode value) {
    return edit(
        key,
        field,
        before ->
            before == null
                ? Outcome.refused("DRAFT-02", key)
                : Outcome.done(Optional.of(before.with(key.type(), field, value))));
  }

  /** Several entities; those that are gone are left out. */
  Outcome<List<Edited>> changeAll(Map<EntityKey, UnaryOperator<EntityDocument>> changes) {
    List<Edited> edits = new ArrayList<>();
    changes.forEach((key, change) -> {
      EntityDocument before = view.effectiveDocument(key);
      if (before != null) {
        edits.add(new Edited(key, "", before, settled(key, change.apply(before))));
      }
    });
    return Outcome.done(edits);
  }

  /** A document in the place of the one that was seen. */
  Outcome<List<Edited>> replace(EntityKey key, EntityDocument seen, EntityDocument next) {
    Set<String> fields = JsonPatch.between(seen, next).fields();
    return edit(
        key,
        fields.size() == 1 ? fields.iterator().next() : "",
        before ->
            JsonPatch.between(seen, before).isEmpty()
                ? Outcome.done(Optional.of(next))
                : Outcome.refused("DRAFT-07", key));
  }

  /** An entity that is not there. */
  Outcome<List<Edited>> create(EntityKey key, EntityDocument document) {
    return edit(
        key,
        "",
        before ->
            before == null
                ? Outcome.done(Optional.of(document))
                : Outcome.refused("DRAFT-03", key));
  }

  /** An entity away. */
  Outcome<List<Edited>> delete(EntityKey key) {
    return edit(
        key,
        "",
        before ->
            before == null ? Outcome.refused("DRAFT-02", key) : Outcome.done(Optional.empty()));
  }

  /** An entity as the base has it. */
  Outcome<List<Edited>> revert(EntityKey key) {
    return edit(key, "", before -> Outcome.done(Optional.ofNullable(view.baseDocument(key))));
  }

  /** A field as the base has it. */
  Outcome<List<Edited>> revertField(EntityKey key, String field) {
    EntityDocument base = view.baseDocument(key);
    return setField(key, field, base == null ? null : base.get(field));
  }

  /** A refactoring, whose entities must be as it was made for. */
  Outcome<List<Edited>> make(RefactoringStep step) {
    List<Edited> edits = new ArrayList<>();
    for (EntityEdit edit : step.edits()) {
      EntityDocument before = view.effectiveDocument(edit.key());
      if (!Objects.equals(before, edit.before())) {
        return Outcome.refused("DRAFT-07", edit.key());
      }
      EntityDocument after = edit.after();
      edits.add(
          new Edited(edit.key(), "", before, after == null ? null : settled(edit.key(), after)));
    }
    return Outcome.done(edits);
  }

  /** A step taken back, when the kind is undo, or made again. */
  Outcome<List<Edited>> again(DraftStep step, DraftEdit.Kind kind) {
    return again(step.edits(), kind);
  }

  private Outcome<List<Edited>> again(List<DraftEdit> made, DraftEdit.Kind kind) {
    List<Edited> edits = new ArrayList<>();
    for (DraftEdit edit : made) {
      JsonPatch patch = kind == DraftEdit.Kind.UNDO ? edit.inverse() : edit.forward();
      EntityDocument before = view.effectiveDocument(edit.key());
      try {
        edits.add(new Edited(edit.key(), edit.field(), before, patch.applyTo(before)));
      } catch (PatchDoesNotApplyException changedSince) {
        return Outcome.refused("DRAFT-04", edit.key());
      }
    }
    return Outcome.done(edits);
  }

  /** What taking back one of these steps would do. */
  StepRemoval removal(EditHistory history, UUID step) {
    return StepRemoval.of(history.done(), step, view);
  }

  /** A step in the middle taken back, with those that were made on it, as it was shown. */
  Outcome<List<Edited>> takeBack(EditHistory history, UUID step, StepRemoval.Possible shown) {
    return switch (removal(history, step)) {
      case StepRemoval.Possible now when now.equals(shown) -> Outcome.done(edits(now));
      case StepRemoval.Possible other ->
          Outcome.refused("DRAFT-07", other.gone().getFirst().edits().getFirst().key());
      case StepRemoval.Overtaken(EntityKey key) -> Outcome.refused("DRAFT-04", key);
      case StepRemoval.Taken(EntityKey key) -> Outcome.refused("DRAFT-15", key);
      case StepRemoval.NotThere gone -> Outcome.refused("DRAFT-16");
    };
  }

  private List<Edited> edits(StepRemoval.Possible removal) {
    List<DraftStep> gone = removal.gone();
    boolean ofOneField = gone.size() == 1 && gone.getFirst().edits().size() == 1;
    String field = ofOneField ? gone.getFirst().edits().getFirst().field() : "";
    List<Edited> edits = new ArrayList<>();
    removal
        .after()
        .forEach((key, after) ->
            edits.add(new Edited(key, field, view.effectiveDocument(key), after.orElse(null))));
    return edits;
  }

  /** An edit that another session's write came before, on top of what that one left. */
  Outcome<List<Edited>> keepMine(StaleEdit decided) {
    EntityDocument now = view.effectiveDocument(decided.key());
    List<DraftEdit> others =
        decided.steps().getLast().edits().stream()
            .filter(edit -> !edit.key().equals(decided.key()))
            .toList();
    return switch (again(others, DraftEdit.Kind.EDIT)) {
      case Outcome.Refused<List<Edited>> refused -> refused;
      case Outcome.Done<List<Edited>>(List<Edited> edits) -> {
        edits.addFirst(new Edited(decided.key(), decided.field(), now, decided.on(now).kept()));
        yield Outcome.done(edits);
      }
    };
  }

  private Outcome<List<Edited>> edit(
      EntityKey key,
      String field,
      Function<@Nullable EntityDocument, Outcome<Optional<EntityDocument>>> change) {
    EntityDocument before = view.effectiveDocument(key);
    return switch (change.apply(before)) {
      case Outcome.Refused<Optional<EntityDocument>> refused ->
          new Outcome.Refused<>(refused.refusal());
      case Outcome.Done<Optional<EntityDocument>> done ->
          Outcome.done(
              List.of(
                  new Edited(
                      key,
                      field,
                      before,
                      done.value().map(document -> settled(key, document)).orElse(null))));
    };
  }

  private EntityDocument settled(EntityKey key, EntityDocument document) {
    return FileFormat.of(view, key).settle(key, document);
  }
}
