package org.ontodraft.model.validation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.ontology.EntityReference;

/**
 * What a changed category passes on: the items whose place in it differs, and, where its parents
 * differ, all it inherits from them. A category below it has other items only among these; where it
 * is on a cycle before or after, nothing below can be told from its own items. Several rules ask
 * for the same, so answers are kept. For one thread.
 */
final class CategoryReach {
  private static final String PARENTS = "/parents";

  private final EntityKey category;
  private final CheckedView before;
  private final CheckedView after;
  private final Set<EntityKey> items;
  private final boolean parents;
  private final boolean cycle;
  private @Nullable Set<EntityKey> below;
  private @Nullable Set<EntityKey> resources;
  private @Nullable Set<EntityKey> listing;

  private CategoryReach(
      EntityKey category,
      CheckedView before,
      CheckedView after,
      Set<EntityKey> items,
      boolean parents,
      boolean cycle) {
    this.category = category;
    this.before = before;
    this.after = after;
    this.items = items;
    this.parents = parents;
    this.cycle = cycle;
  }

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
    Map<EntityKey, Set<String>> lists = new HashMap<>();
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
  private Set<EntityKey> below() {
    Set<EntityKey> known = below;
    if (known == null) {
      known = new HashSet<>(before.hierarchy().descendants(category));
      known.addAll(after.hierarchy().descendants(category));
      below = known;
    }
    return known;
  }

  /** The resources of the category and of those below it, before or after. */
  Set<EntityKey> resources() {
    Set<EntityKey> known = resources;
    if (known == null) {
      known = new LinkedHashSet<>();
      addResources(category, known);
      for (EntityKey each : below()) {
        addResources(each, known);
      }
      resources = known;
    }
    return known;
  }

  private void addResources(EntityKey of, Set<EntityKey> into) {
    into.addAll(before.resourcesOf(of));
    into.addAll(after.resourcesOf(of));
  }

  /** The categories below it that list one of the items themselves. */
  Set<EntityKey> listing() {
    Set<EntityKey> known = listing;
    if (known == null) {
      known = isEmpty() || below().isEmpty() ? Set.of() : cycle ? below() : listingAny();
      listing = known;
    }
    return known;
  }

  private Set<EntityKey> listingAny() {
    Set<EntityKey> found = new LinkedHashSet<>();
    for (EntityKey item : items) {
      for (CheckedView view : List.of(before, after)) {
        view.sources(item, EntityType.CATEGORY).stream()
            .filter(below()::contains)
            .forEach(found::add);
      }
    }
    return found;
  }
}
