package org.ontodraft.model.refactor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.draft.DraftEdit;
import org.ontodraft.model.draft.DraftIntent;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.draft.DraftStep;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.patch.JsonPatch;
import org.ontodraft.model.patch.PatchDoesNotApplyException;

/**
 * The steps from one on made again without some of them, on the entities that those touch. For one
 * thread.
 */
final class StepReplay {
  private final List<DraftStep> steps;
  private final Set<UUID> gone;
  private final DraftOverlay view;
  private final Set<EntityKey> keys;

  /** What each step made of each of the keys, by the step's place. */
  private final List<Map<EntityKey, Made>> made = new ArrayList<>();

  /** The keys as the steps that were made again leave them; null for no entity. */
  private final Map<EntityKey, @Nullable EntityDocument> replayed = new HashMap<>();

  private final NamesBack namesBack = new NamesBack();

  /** An entity before and after a step. */
  private record Made(@Nullable EntityDocument before, @Nullable EntityDocument after) {}

  /**
   * Works out how the entities were before the steps.
   *
   * @param steps from the first that is gone
   * @throws OvertakenException when something else changed them since
   */
  StepReplay(List<DraftStep> steps, Set<UUID> gone, DraftOverlay view) throws OvertakenException {
    this.steps = steps;
    this.gone = Set.copyOf(gone);
    this.view = view;
    this.keys = keys();
    goBack();
  }

  /** The entities of what is gone, and the ones they were or became by a rename. */
  private Set<EntityKey> keys() {
    Set<EntityKey> touched = new HashSet<>();
    for (DraftStep step : steps) {
      if (gone.contains(step.id())) {
        step.edits().forEach(edit -> touched.add(edit.key()));
      }
    }
    boolean more = true;
    while (more) {
      more = false;
      for (DraftStep step : steps) {
        for (Map.Entry<EntityKey, EntityKey> pair : renames(step).entrySet()) {
          if (touched.contains(pair.getKey()) || touched.contains(pair.getValue())) {
            more |= touched.add(pair.getKey()) | touched.add(pair.getValue());
          }
        }
      }
    }
    return touched;
  }

  /** What a step renames: the key before to the one after. */
  private static Map<EntityKey, EntityKey> renames(DraftStep step) {
    Map<EntityKey, EntityKey> renames = DraftIntent.renames(step.intents());
    renames
        .entrySet()
        .removeIf(
            pair -> edit(step, pair.getKey()).isEmpty() || edit(step, pair.getValue()).isEmpty());
    return renames;
  }

  private static Optional<DraftEdit> edit(DraftStep step, EntityKey key) {
    return step.edits().stream().filter(edit -> edit.key().equals(key)).findFirst();
  }

  private void goBack() throws OvertakenException {
    for (EntityKey key : keys) {
      replayed.put(key, view.effectiveDocument(key));
    }
    for (DraftStep step : steps.reversed()) {
      Map<EntityKey, Made> before = new HashMap<>();
      Map<EntityKey, EntityKey> renames = renames(step);
      for (DraftEdit edit : step.edits()) {
        if (keys.contains(edit.key()) && !renames.containsKey(edit.key())) {
          before.put(edit.key(), back(edit.inverse(), edit.key(), edit.key()));
        }
      }
      for (Map.Entry<EntityKey, EntityKey> pair : renames.entrySet()) {
        if (keys.contains(pair.getKey())) {
          before.put(pair.getKey(), unnamed(step, pair.getKey(), pair.getValue()));
        }
      }
      before.forEach((key, each) -> replayed.put(key, each.before()));
      made.addFirst(before);
    }
  }

  private Made back(JsonPatch inverse, EntityKey source, EntityKey key) throws OvertakenException {
    EntityDocument after = replayed.get(source);
    try {
      return new Made(inverse.applyTo(after), after);
    } catch (PatchDoesNotApplyException changedSince) {
      throw new OvertakenException(new StepRemoval.Overtaken(key), changedSince);
    }
  }

  /** The entity under the key it had, with what came to it since under the other one. */
  private Made unnamed(DraftStep step, EntityKey from, EntityKey to) throws OvertakenException {
    if (replayed.get(from) != null) {
      throw new OvertakenException(new StepRemoval.Taken(from), null);
    }
    JsonPatch back;
    try {
      back =
          JsonPatch.between(
              edit(step, to).orElseThrow().forward().applyTo(null),
              edit(step, from).orElseThrow().inverse().applyTo(null));
    } catch (PatchDoesNotApplyException otherwise) {
      throw new OvertakenException(new StepRemoval.Overtaken(from), otherwise);
    }
    return new Made(back(back, to, from).before(), null);
  }

  /** The first step that was made on what is gone; none when the others are all made again. */
  Optional<DraftStep> dependent() {
    for (int i = 0; i < steps.size(); i++) {
      DraftStep step = steps.get(i);
      if (gone.contains(step.id())) {
        renames(step).forEach(namesBack::add);
      } else if (namesBack.isContradictedBy(step) || !isMadeAgain(step, made.get(i))) {
        return Optional.of(step);
      }
    }
    return Optional.empty();
  }

  private boolean isMadeAgain(DraftStep step, Map<EntityKey, Made> before) {
    try {
      Map<EntityKey, EntityKey> renames = renames(step);
      for (Map.Entry<EntityKey, EntityKey> pair : renames.entrySet()) {
        if (keys.contains(pair.getKey())) {
          if (replayed.get(pair.getValue()) != null) {
            return false;
          }
          rename(pair.getKey(), pair.getValue(), before);
        }
      }
      for (Map.Entry<EntityKey, Made> entry : before.entrySet()) {
        EntityKey key = entry.getKey();
        if (!renames.containsKey(key) && !renames.containsValue(key)) {
          makeAgain(step, key, entry.getValue(), renames);
        }
      }
      for (Map.Entry<EntityKey, EntityKey> pair : renames.entrySet()) {
        ReferenceRewrite rewrite = ReferenceRewrite.replacing(pair.getKey(), pair.getValue());
        replayed.replaceAll(
            (key, document) -> document == null ? null : rewrite.of(key.type(), document));
      }
      return true;
    } catch (PatchDoesNotApplyException madeOnWhatIsGone) {
      return false;
    }
  }

  private void rename(EntityKey from, EntityKey to, Map<EntityKey, Made> before)
      throws PatchDoesNotApplyException {
    Made old = Objects.requireNonNull(before.get(from));
    Made fresh = Objects.requireNonNull(before.get(to));
    JsonPatch forward = JsonPatch.between(old.before(), fresh.after());
    replayed.put(to, again(forward, old.before(), replayed.get(from)));
    replayed.put(from, null);
  }

  private void makeAgain(DraftStep step, EntityKey key, Made was, Map<EntityKey, EntityKey> renames)
      throws PatchDoesNotApplyException {
    EntityKey now = namesBack.of(key);
    EntityDocument before = namesBack.in(key, was.before());
    EntityDocument after = namesBack.in(key, was.after());
    EntityDocument onlyNames = before;
    for (Map.Entry<EntityKey, EntityKey> pair : renames.entrySet()) {
      onlyNames =
          onlyNames == null
              ? null
              : ReferenceRewrite.replacing(pair.getKey(), pair.getValue())
                  .of(key.type(), onlyNames);
    }
    if (!renames.isEmpty() && Objects.equals(onlyNames, after)) {
      return; // the rename names whatever is there by now
    }
    JsonPatch forward =
        namesBack.isEmpty()
            ? edit(step, key).orElseThrow().forward()
            : JsonPatch.between(before, after);
    replayed.put(now, again(forward, before, replayed.get(now)));
  }

  /** Makes an edit on another document, if it means the same there. */
  private static @Nullable EntityDocument again(
      JsonPatch forward, @Nullable EntityDocument made, @Nullable EntityDocument on)
      throws PatchDoesNotApplyException {
    return forward.setsWholeFields() ? forward.applyTo(on) : forward.guarded(made).applyTo(on);
  }

  /** What the entities become, those that only name a renamed one included. */
  Map<EntityKey, Optional<EntityDocument>> after() {
    Map<EntityKey, Optional<EntityDocument>> after = new HashMap<>();
    replayed.forEach(
        (key, document) -> after.put(key, Optional.ofNullable(namesBack.in(key, document))));
    for (EntityKey source : namesBack.sources(view)) {
      EntityDocument document = view.effectiveDocument(source);
      if (document != null && !after.containsKey(source)) {
        after.put(source, Optional.ofNullable(namesBack.in(source, document)));
      }
    }
    return after;
  }

  /** The renames that are gone, the other way round and in the other order. */
  List<DraftIntent.Rename> renamesBack() {
    return namesBack.renames();
  }

  /** The way back from what an entity is now is not the way its steps came. */
  static final class OvertakenException extends Exception {
    private static final long serialVersionUID = 1;
    private final transient StepRemoval removal;

    private OvertakenException(StepRemoval removal, @Nullable Throwable cause) {
      super(removal.toString(), cause);
      this.removal = removal;
    }

    StepRemoval removal() {
      return removal;
    }
  }
}
