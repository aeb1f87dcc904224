package org.ontodraft.model.validation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.ontology.EntityReference;

/**
 * What modules list, and what comes along with it when they are installed: the parents, properties
 * and subobjects of categories, the properties of subobjects, the parents, templates and categories
 * of properties, the resources of categories.
 */
final class Membership {
  static final String DEPENDENCIES = "/dependencies";

  private Membership() {}

  /** Whether a module or bundle lists the target of this reference as its member. */
  static boolean isMember(EntityReference reference) {
    EntityType source = reference.source().type();
    boolean owner = source == EntityType.MODULE || source == EntityType.BUNDLE;
    return owner && !reference.pointer().equals(DEPENDENCIES);
  }

  /** Whether the target of this reference comes along with its source. */
  static boolean comesAlong(EntityReference reference) {
    return switch (reference.source().type()) {
      case CATEGORY, PROPERTY, SUBOBJECT -> true;
      case MODULE, BUNDLE, TEMPLATE, DASHBOARD, RESOURCE, MEDIA -> false;
    };
  }

  /** What comes along with an entity by one step. */
  static Set<EntityKey> alongWith(EntityKey entity, CheckedView view) {
    Set<EntityKey> along = new LinkedHashSet<>();
    for (EntityReference reference : view.referencesFrom(entity)) {
      if (comesAlong(reference)) {
        along.add(reference.target());
      }
    }
    if (entity.type() == EntityType.CATEGORY) {
      along.addAll(view.resourcesOf(entity));
    }
    return along;
  }

  /** The modules that a module depends on, directly or through others; itself only in a cycle. */
  static Set<EntityKey> dependencies(EntityKey module, CheckedView view) {
    Set<EntityKey> found = new HashSet<>();
    Deque<EntityKey> queue = new ArrayDeque<>(List.of(module));
    while (!queue.isEmpty()) {
      for (EntityKey next : view.targets(queue.remove(), DEPENDENCIES)) {
        if (found.add(next)) {
          queue.add(next);
        }
      }
    }
    return found;
  }

  /** A module, and those that depend on it, directly or through others. */
  static Set<EntityKey> dependents(EntityKey module, CheckedView view) {
    Set<EntityKey> found = new HashSet<>(Set.of(module));
    Deque<EntityKey> queue = new ArrayDeque<>(List.of(module));
    while (!queue.isEmpty()) {
      for (EntityReference reference : view.referencesTo(queue.remove())) {
        if (reference.pointer().equals(DEPENDENCIES) && found.add(reference.source())) {
          queue.add(reference.source());
        }
      }
    }
    return found;
  }
}
