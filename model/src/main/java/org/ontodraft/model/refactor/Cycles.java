package org.ontodraft.model.refactor;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.ontology.EntityReference;
import org.ontodraft.model.ontology.OntologyView;
import org.ontodraft.model.refactor.Refusal.Reason;

/** Whether a step would make an entity its own ancestor, parent property or dependency. */
final class Cycles {
  private Cycles() {}

  /**
   * @param was the entity's key before
   */
  static List<Refusal> newlyOn(
      EntityKey was, OntologyView before, EntityKey key, OntologyView after) {
    String pointer =
        switch (key.type()) {
          case CATEGORY -> "/parents";
          case PROPERTY -> "/parent_property";
          case MODULE -> "/dependencies";
          case SUBOBJECT, BUNDLE, TEMPLATE, DASHBOARD, RESOURCE, MEDIA -> null;
        };
    return pointer != null && isOn(key, pointer, after) && !isOn(was, pointer, before)
        ? List.of(Refusal.of(Reason.CYCLE, key))
        : List.of();
  }

  private static boolean isOn(EntityKey start, @Nullable String pointer, OntologyView view) {
    Set<EntityKey> seen = new HashSet<>();
    Deque<EntityKey> queue = new ArrayDeque<>(List.of(start));
    while (!queue.isEmpty()) {
      for (EntityReference reference : view.referencesFrom(queue.remove())) {
        if (reference.pointer().equals(pointer)) {
          if (reference.target().equals(start)) {
            return true;
          }
          if (seen.add(reference.target())) {
            queue.add(reference.target());
          }
        }
      }
    }
    return false;
  }
}
