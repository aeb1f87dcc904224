package org.ontodraft.model.draft;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.patch.JsonPatch;
import org.ontodraft.model.patch.PatchDoesNotApplyException;

/**
 * What taking back one step in the middle does: the draft becomes what the other steps make without
 * it. Steps that were made on what it did go with it, and whatever was made on those.
 */
public sealed interface StepRemoval {
  /**
   * It can be done.
   *
   * @param gone the steps that are taken back, in the order they were made
   * @param after what their entities become; nothing for one that is then not there
   */
  record Possible(List<DraftStep> gone, Map<EntityKey, Optional<EntityDocument>> after)
      implements StepRemoval {
    public Possible {
      gone = List.copyOf(gone);
      after = Map.copyOf(after);
    }

    /** Those that go beside the step itself. */
    public List<DraftStep> dependents(UUID step) {
      return gone.stream().filter(each -> !each.id().equals(step)).toList();
    }
  }

  /** An entity is no longer as its steps left it: a move to a newer version came between. */
  record Overtaken(EntityKey key) implements StepRemoval {}

  /** A step that would go renames an entity, which only undo in order takes back. */
  record Renames(DraftStep step) implements StepRemoval {}

  /** The step is not in the draft. */
  record NotThere() implements StepRemoval {}

  /**
   * Works out what taking back a step does.
   *
   * @param done the steps that are in the draft, the oldest first
   * @param now what an entity is with all of them; null for one that is not there
   */
  static StepRemoval of(
      List<DraftStep> done, UUID step, Function<EntityKey, @Nullable EntityDocument> now) {
    Optional<DraftStep> found = done.stream().filter(each -> each.id().equals(step)).findFirst();
    if (found.isEmpty()) {
      return new NotThere();
    }
    Set<UUID> gone = new LinkedHashSet<>();
    gone.add(step);
    try {
      while (true) {
        Optional<DraftStep> renames =
            done.stream()
                .filter(each -> gone.contains(each.id()) && !each.intents().isEmpty())
                .findFirst();
        if (renames.isPresent()) {
          return new Renames(renames.get());
        }
        Map<EntityKey, Optional<EntityDocument>> after = new HashMap<>();
        Optional<DraftStep> dependent = replay(done, gone, now, after);
        if (dependent.isEmpty()) {
          return new Possible(
              done.stream().filter(each -> gone.contains(each.id())).toList(), after);
        }
        gone.add(dependent.get().id());
      }
    } catch (OvertakenException overtaken) {
      return new Overtaken(overtaken.key);
    }
  }

  /** The first step that was made on what is gone; none when the others are all replayed. */
  private static Optional<DraftStep> replay(
      List<DraftStep> done,
      Set<UUID> gone,
      Function<EntityKey, @Nullable EntityDocument> now,
      Map<EntityKey, Optional<EntityDocument>> after)
      throws OvertakenException {
    for (Map.Entry<EntityKey, List<DraftStep>> entry : touched(done, gone).entrySet()) {
      EntityKey key = entry.getKey();
      List<DraftStep> steps = entry.getValue();
      List<@Nullable EntityDocument> before = backwards(key, steps, now.apply(key));
      EntityDocument replayed = before.getFirst();
      for (int i = 0; i < steps.size(); i++) {
        DraftStep step = steps.get(i);
        if (!gone.contains(step.id())) {
          try {
            replayed = again(edit(step, key).forward(), before.get(i), replayed);
          } catch (PatchDoesNotApplyException madeOnWhatIsGone) {
            return Optional.of(step);
          }
        }
      }
      after.put(key, Optional.ofNullable(replayed));
    }
    return Optional.empty();
  }

  /** The entities of what is gone, each with its steps from the first that is gone. */
  private static Map<EntityKey, List<DraftStep>> touched(List<DraftStep> done, Set<UUID> gone) {
    Map<EntityKey, List<DraftStep>> touched = new LinkedHashMap<>();
    for (DraftStep step : done) {
      for (DraftEdit edit : step.edits()) {
        List<DraftStep> steps = touched.get(edit.key());
        if (steps == null && gone.contains(step.id())) {
          steps = new ArrayList<>();
          touched.put(edit.key(), steps);
        }
        if (steps != null) {
          steps.add(step);
        }
      }
    }
    return touched;
  }

  /** What an entity was before each of the steps. */
  private static List<@Nullable EntityDocument> backwards(
      EntityKey key, List<DraftStep> steps, @Nullable EntityDocument now)
      throws OvertakenException {
    List<@Nullable EntityDocument> before = new ArrayList<>();
    EntityDocument document = now;
    for (DraftStep step : steps.reversed()) {
      try {
        document = edit(step, key).inverse().applyTo(document);
      } catch (PatchDoesNotApplyException changedSince) {
        throw new OvertakenException(key, changedSince);
      }
      before.addFirst(document);
    }
    return before;
  }

  /** Makes an edit on another document, if it means the same there. */
  private static @Nullable EntityDocument again(
      JsonPatch forward, @Nullable EntityDocument made, @Nullable EntityDocument on)
      throws PatchDoesNotApplyException {
    return forward.setsWholeFields() ? forward.applyTo(on) : forward.guarded(made).applyTo(on);
  }

  private static DraftEdit edit(DraftStep step, EntityKey key) {
    return step.edits().stream().filter(edit -> edit.key().equals(key)).findFirst().orElseThrow();
  }

  /** The way back from what an entity is now is not the way its steps came. */
  final class OvertakenException extends Exception {
    private static final long serialVersionUID = 1;
    private final transient EntityKey key;

    private OvertakenException(EntityKey key, PatchDoesNotApplyException cause) {
      super(key.toString(), cause);
      this.key = key;
    }
  }
}
