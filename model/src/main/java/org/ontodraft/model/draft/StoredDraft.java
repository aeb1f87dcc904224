package org.ontodraft.model.draft;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ontodraft.model.entity.EntityKey;

/**
 * A draft with all it holds, as one transaction saw it.
 *
 * @param changes sorted by key
 * @param versions the version of the draft that wrote each change
 * @param steps the edit log, oldest first
 */
public record StoredDraft(
    Draft draft, List<DraftChange> changes, Map<EntityKey, Long> versions, List<DraftStep> steps) {
  public StoredDraft {
    changes = List.copyOf(changes);
    versions = Map.copyOf(versions);
    steps = List.copyOf(steps);
  }

  /** What is to be seen of these entities' changes. */
  public SeenChanges seen(EntityKey... keys) {
    return seen(List.of(keys));
  }

  /** What is to be seen of these entities' changes. */
  public SeenChanges seen(Collection<EntityKey> keys) {
    Map<EntityKey, Long> seen = new HashMap<>(versions);
    seen.keySet().retainAll(keys);
    return new SeenChanges(draft.base().commit(), seen);
  }
}
