package org.ontodraft.model.impact;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.ontology.EntityReference;
import org.ontodraft.model.ontology.OntologyView;

/**
 * Which modules and bundles have the changed entities: whoever lists one, or what needs one, or a
 * module that does. Each side is walked by itself, so that what is deleted counts where it was.
 * Every entity is visited once for a side, however many changes reach it.
 */
final class Cascade {
  private final Renamed renamed;
  private final SortedMap<EntityKey, OwnerImpact> owners = new TreeMap<>();

  private Cascade(Renamed renamed) {
    this.renamed = renamed;
  }

  /**
   * @param levels of the changed entities, under their keys in mine
   * @return by module and bundle, under its key in mine or the last it had
   */
  static SortedMap<EntityKey, OwnerImpact> of(
      OntologyView base, OntologyView mine, Renamed renamed, Map<EntityKey, SemverLevel> levels) {
    Cascade cascade = new Cascade(renamed);
    Map<EntityKey, SemverLevel> before = new HashMap<>();
    levels.forEach((key, level) -> before.put(renamed.before(key), level));
    cascade.walk(mine, levels);
    cascade.walk(base, before);
    return cascade.owners;
  }

  private void walk(OntologyView view, Map<EntityKey, SemverLevel> levels) {
    Map<EntityKey, @Nullable EntityKey> cameFrom = new HashMap<>();
    for (SemverLevel level : List.of(SemverLevel.MAJOR, SemverLevel.MINOR, SemverLevel.PATCH)) {
      Deque<EntityKey> queue = new ArrayDeque<>();
      levels.entrySet().stream()
          .filter(entry -> entry.getValue() == level && view.exists(entry.getKey()))
          .map(Map.Entry::getKey)
          .sorted()
          .forEach(key -> visit(key, null, level, cameFrom, queue));
      while (!queue.isEmpty()) {
        EntityKey key = queue.remove();
        for (EntityKey above : broughtBy(key, view)) {
          visit(above, key, level, cameFrom, queue);
        }
      }
    }
  }

  private void visit(
      EntityKey key,
      @Nullable EntityKey from,
      SemverLevel level,
      Map<EntityKey, @Nullable EntityKey> cameFrom,
      Deque<EntityKey> queue) {
    if (cameFrom.containsKey(key)) {
      return;
    }
    cameFrom.put(key, from);
    queue.add(key);
    if (key.type() == EntityType.MODULE || key.type() == EntityType.BUNDLE) {
      EntityKey owner = renamed.after(key);
      OwnerImpact known = owners.get(owner);
      if (known == null || known.level().compareTo(level) < 0) {
        owners.put(owner, new OwnerImpact(owner, level, way(key, cameFrom)));
      }
    }
  }

  private static List<EntityKey> way(EntityKey to, Map<EntityKey, @Nullable EntityKey> cameFrom) {
    List<EntityKey> way = new ArrayList<>();
    for (@Nullable EntityKey key = to; key != null; key = cameFrom.get(key)) {
      way.add(key);
    }
    return way.reversed();
  }

  /** What an entity comes with: whoever lists it or needs it, and the categories of a resource. */
  private static SortedSet<EntityKey> broughtBy(EntityKey key, OntologyView view) {
    SortedSet<EntityKey> above = new TreeSet<>(Comparator.naturalOrder());
    for (EntityReference reference : view.referencesTo(key)) {
      switch (reference.source().type()) {
        case CATEGORY, PROPERTY, SUBOBJECT, MODULE, BUNDLE -> above.add(reference.source());
        case TEMPLATE, DASHBOARD, RESOURCE, MEDIA -> {}
      }
    }
    if (key.type() == EntityType.RESOURCE) {
      for (EntityReference reference : view.referencesFrom(key)) {
        if (reference.target().type() == EntityType.CATEGORY) {
          above.add(reference.target());
        }
      }
    }
    above.removeIf(source -> Objects.equals(source, key) || !view.exists(source));
    return above;
  }
}
