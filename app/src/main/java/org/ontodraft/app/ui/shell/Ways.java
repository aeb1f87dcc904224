package org.ontodraft.app.ui.shell;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.hierarchy.Hierarchy;
import org.ontodraft.model.ontology.EntitySummary;

/** The ways down to some entities, and what everything on them is called. Immutable. */
record Ways(Map<EntityKey, List<EntityKey>> ways, Map<EntityKey, String> labels) {
  Ways {
    ways = Map.copyOf(ways);
    labels = Map.copyOf(labels);
  }

  static Ways none() {
    return new Ways(Map.of(), Map.of());
  }

  /** The ways to these entities, by first parents. Walks the categories: not for the FX thread. */
  static Ways to(Collection<EntityKey> keys, DraftOverlay view) {
    Map<EntityKey, List<EntityKey>> ways = new HashMap<>();
    Map<EntityKey, String> labels = new HashMap<>();
    Hierarchy hierarchy = view.hierarchy();
    for (EntityKey key : keys) {
      List<EntityKey> way = wayTo(key, hierarchy);
      ways.put(key, way);
      for (EntityKey step : way) {
        labels.put(step, view.find(step).map(EntitySummary::label).orElse(step.key()));
      }
    }
    return new Ways(ways, labels);
  }

  /** Never through the same category twice. */
  private static List<EntityKey> wayTo(EntityKey key, Hierarchy hierarchy) {
    Deque<EntityKey> way = new ArrayDeque<>();
    Set<EntityKey> seen = new HashSet<>();
    EntityKey at = key;
    while (seen.add(at)) {
      way.addFirst(at);
      List<EntityKey> parents =
          at.type() == EntityType.CATEGORY ? hierarchy.parents(at) : List.of();
      if (parents.isEmpty()) {
        break;
      }
      at = parents.getFirst();
    }
    return List.copyOf(way);
  }

  /** The way to an entity; the entity alone while nothing is known of it. */
  List<EntityKey> way(EntityKey key) {
    return ways.getOrDefault(key, List.of(key));
  }

  /** What an entity is called. */
  String label(EntityKey key) {
    return labels.getOrDefault(key, key.key());
  }
}
