package org.ontodraft.model.validation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.ontology.EntityReference;
import org.ontodraft.model.ontology.OntologyView;

/**
 * {@code inheritance-cycle}: a category becomes its own ancestor. Arguments: the way from the
 * category by its parents back to itself.
 *
 * <p>A cycle that a change closes runs through a parent that the changed category did not have, so
 * only the ancestors of such parents are walked, not the ontology.
 */
public final class InheritanceCycleRule {
  private static final String PARENTS = "/parents";

  private InheritanceCycleRule() {}

  /** The cycles that the changed categories close, each once. */
  public static List<Finding> check(
      Collection<EntityKey> changed, OntologyView before, OntologyView after) {
    List<Finding> findings = new ArrayList<>();
    Set<Set<EntityKey>> reported = new HashSet<>();
    for (EntityKey category : changed) {
      Set<EntityKey> old =
          before.referencesFrom(category).stream()
              .filter(InheritanceCycleRule::isParent)
              .map(EntityReference::target)
              .collect(Collectors.toSet());
      for (EntityReference parent : after.referencesFrom(category)) {
        if (isParent(parent) && !old.contains(parent.target())) {
          way(parent.target(), category, after)
              .filter(way -> reported.add(Set.copyOf(way)))
              .ifPresent(way -> findings.add(finding(parent, way)));
        }
      }
    }
    return findings;
  }

  private static boolean isParent(EntityReference reference) {
    return reference.pointer().equals(PARENTS);
  }

  private static Finding finding(EntityReference parent, List<EntityKey> way) {
    String path =
        way.stream()
            .map(EntityKey::key)
            .collect(Collectors.joining(" → ", parent.source().key() + " → ", ""));
    return new Finding(
        Severity.ERROR,
        "inheritance-cycle",
        parent.source(),
        PARENTS + "/" + parent.position(),
        List.of(path));
  }

  /** The shortest way up from one category to another, both included. */
  private static Optional<List<EntityKey>> way(EntityKey from, EntityKey to, OntologyView view) {
    Map<EntityKey, EntityKey> cameFrom = new HashMap<>();
    Deque<EntityKey> queue = new ArrayDeque<>(List.of(from));
    cameFrom.put(from, from);
    while (!queue.isEmpty() && !cameFrom.containsKey(to)) {
      EntityKey category = queue.remove();
      for (EntityReference parent : view.referencesFrom(category)) {
        if (isParent(parent) && cameFrom.putIfAbsent(parent.target(), category) == null) {
          queue.add(parent.target());
        }
      }
    }
    if (!cameFrom.containsKey(to)) {
      return Optional.empty();
    }
    List<EntityKey> way = new ArrayList<>(List.of(to));
    EntityKey step = to;
    while (!step.equals(from)) {
      step = cameFrom.getOrDefault(step, from);
      way.add(step);
    }
    return Optional.of(way.reversed());
  }
}
