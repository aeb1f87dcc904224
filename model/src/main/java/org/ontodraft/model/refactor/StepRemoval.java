package org.ontodraft.model.refactor;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.ontodraft.model.draft.DraftIntent;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.draft.DraftStep;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;

/**
 * What taking back one step in the middle does: the draft becomes what the other steps make without
 * it. Steps that were made on what it did go with it, and whatever was made on those. Where a
 * rename goes, the steps after it are made on the key the entity had, and whatever names it names
 * it so; a step that renames it once more, or gives the freed key to something else, goes with it.
 */
public sealed interface StepRemoval {
  /**
   * It can be done.
   *
   * @param gone the steps that are taken back, in the order they were made
   * @param after what their entities become; nothing for one that is then not there
   * @param renames what the entities are called again, as renames in the order to make them
   */
  record Possible(
      List<DraftStep> gone,
      Map<EntityKey, Optional<EntityDocument>> after,
      List<DraftIntent.Rename> renames)
      implements StepRemoval {
    public Possible {
      gone = List.copyOf(gone);
      after = Map.copyOf(after);
      renames = List.copyOf(renames);
    }

    /** Those that go beside the step itself. */
    public List<DraftStep> dependents(UUID step) {
      return gone.stream().filter(each -> !each.id().equals(step)).toList();
    }
  }

  /** An entity is no longer as its steps left it: a move to a newer version came between. */
  record Overtaken(EntityKey key) implements StepRemoval {}

  /** A rename would go, and an entity that no step of the draft made has the old key. */
  record Taken(EntityKey key) implements StepRemoval {}

  /** The step is not in the draft. */
  record NotThere() implements StepRemoval {}

  /**
   * Works out what taking back a step does.
   *
   * @param done the steps that are in the draft, the oldest first
   * @param view the ontology with all of them
   */
  static StepRemoval of(List<DraftStep> done, UUID step, DraftOverlay view) {
    List<DraftStep> from = done.stream().dropWhile(each -> !each.id().equals(step)).toList();
    if (from.isEmpty()) {
      return new NotThere();
    }
    Set<UUID> gone = new HashSet<>();
    gone.add(step);
    try {
      while (true) {
        StepReplay replay = new StepReplay(from, gone, view);
        Optional<DraftStep> dependent = replay.dependent();
        if (dependent.isEmpty()) {
          return new Possible(
              from.stream().filter(each -> gone.contains(each.id())).toList(),
              replay.after(),
              replay.renamesBack());
        }
        gone.add(dependent.get().id());
      }
    } catch (StepReplay.OvertakenException overtaken) {
      return overtaken.removal();
    }
  }
}
