package org.ontodraft.model.validation;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.ontology.EntityReference;

/**
 * What a changed category passes on: the items whose place in it differs, and, where its parents
 * differ, all it inherits from them. A category below it has other items only among these.
 *
 * @param parents whether its parents differ
 * @param cycle whether it is on a cycle before or after, and then nothing below can be told from
 *     its own items
 */
record CategoryReach(
    EntityKey category,
    CheckedView before,
    CheckedView after,
    Set<EntityKey> items,
    boolean parents,
    boolean cycle) {
  private static final String PARENTS = "/parents";

  static CategoryReach of(EntityKey category, CheckedView before, CheckedView after) {
    boolean parents =
        !before.targets(category, PARENTS).equals(after.targets(category, PARENTS))
            || before.exists(category) != after.exists(category);
    Set<EntityKey> items = new HashSet<>();
    Map<EntityKey, Set<String>> was = lists(category, before);
    Map<EntityKey, Set<String>> is = lists(category, after);
    if (parents) {
      items.addAll(before.hierarchy().requirements(category).keySet());
      items.addAll(after.hierarchy().requirements(category).keySet());
    }
    for (Map<EntityKey, Set<String>> side : List.of(was, is)) {
      for (EntityKey item : side.keySet()) {
        if (!side.getOrDefault(item, Set.of()).equals(other(side, was, is).get(item))) {
          items.add(item);
        }
      }
    }
    boolean cycle = parents && (isOnCycle(category, before) || isOnCycle(category, after));
    return new CategoryReach(category, before, after, items, parents, cycle);
  }

  private static Map<EntityKey, Set<String>> other(
      Map<EntityKey, Set<String>> side,
      Map<EntityKey, Set<String>> was,
      Map<EntityKey, Set<String>> is) {
    return side == was ? is : was;
  }

  /** The items a category lists itself, with the lists they are in. */
  private static Map<EntityKey, Set<String>> lists(EntityKey category, CheckedView view) {
    Map<EntityKey, Set<String>> lists = new TreeMap<>();
    for (EntityReference reference : view.referencesFrom(category)) {
      if (!reference.pointer().equals(PARENTS)) {
        lists.computeIfAbsent(reference.target(), item -> new HashSet<>()).add(reference.pointer());
      }
    }
    return lists;
  }

  private static boolean isOnCycle(EntityKey category, CheckedView view) {
    return view.hierarchy().ancestors(category).contains(category);
  }

  /** Whether nothing below it can be different. */
  boolean isEmpty() {
    return items.isEmpty() && !parents;
  }

  /** The categories below it, before or after. */
  Set<EntityKey> below() {
    Set<EntityKey> below = new HashSet<>(before.hierarchy().descendants(category));
    below.addAll(after.hierarchy().descendants(category));
    return below;
  }

  /** The resources of the category and of those below it, before or after. */
  void resources(Consumer<EntityKey> reached) {
    Set<EntityKey> categories = below();
    categories.add(category);
    for (EntityKey each : categories) {
      before.resourcesOf(each).forEach(reached);
      after.resourcesOf(each).forEach(reached);
    }
  }

  /** The categories below it that list one of the items themselves. */
  void listing(Consumer<EntityKey> reached) {
    if (isEmpty()) {
      return;
    }
    if (cycle) {
      below().forEach(reached);
      return;
    }
    Set<EntityKey> below = below();
    if (below.isEmpty()) {
      return;
    }
    for (EntityKey item : items) {
      for (CheckedView view : List.of(before, after)) {
        view.sources(item, EntityType.CATEGORY).stream().filter(below::contains).forEach(reached);
      }
    }
  }
}
