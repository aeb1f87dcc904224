package org.ontodraft.model.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.ontology.EntityReference;

/** The references that changed entities make, by target. */
final class MadeReferences {
  private MadeReferences() {}

  /** Adds to lists that nobody else has: many changes may refer to one entity. */
  static void addTo(Map<EntityKey, List<EntityReference>> made, List<EntityReference> references) {
    for (EntityReference reference : references) {
      made.computeIfAbsent(reference.target(), target -> new ArrayList<>()).add(reference);
    }
  }

  /**
   * Puts an entity's references in the place of those it made; lists that another overlay has stay
   * as they are.
   */
  static void replace(
      Map<EntityKey, List<EntityReference>> made,
      @Nullable Overlaid before,
      @Nullable Overlaid after) {
    for (EntityReference reference : of(before)) {
      List<EntityReference> left =
          made.getOrDefault(reference.target(), List.of()).stream()
              .filter(other -> !other.equals(reference))
              .toList();
      if (left.isEmpty()) {
        made.remove(reference.target());
      } else {
        made.put(reference.target(), left);
      }
    }
    for (EntityReference reference : of(after)) {
      List<EntityReference> list =
          new ArrayList<>(made.getOrDefault(reference.target(), List.of()));
      list.add(reference);
      made.put(reference.target(), list);
    }
  }

  private static List<EntityReference> of(@Nullable Overlaid entity) {
    return entity == null ? List.of() : entity.references();
  }
}
