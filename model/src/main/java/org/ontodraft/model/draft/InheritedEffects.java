package org.ontodraft.model.draft;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.hierarchy.EffectiveItem;
import org.ontodraft.model.hierarchy.Hierarchy;

/**
 * What changed categories pass on. Only their descendants are looked at: when neither a category
 * nor any ancestor of it, as the draft has them, is changed, it inherits what it did.
 */
final class InheritedEffects {
  /** Nothing is changed. */
  static final InheritedEffects NONE = new InheritedEffects(Set.of(), EffectChange::none);

  private final Set<EntityKey> reached;
  private final Function<EntityKey, EffectChange> comparison;
  private final ConcurrentMap<EntityKey, EffectChange> compared = new ConcurrentHashMap<>();

  private InheritedEffects(Set<EntityKey> reached, Function<EntityKey, EffectChange> comparison) {
    this.reached = reached;
    this.comparison = comparison;
  }

  static InheritedEffects of(Hierarchy before, Hierarchy after, Collection<EntityKey> changed) {
    Set<EntityKey> reached = new TreeSet<>(changed);
    Deque<EntityKey> queue = new ArrayDeque<>(changed);
    while (!queue.isEmpty()) {
      for (EntityKey child : after.children(queue.remove())) {
        if (reached.add(child)) {
          queue.add(child);
        }
      }
    }
    return new InheritedEffects(reached, category -> compare(before, after, category));
  }

  /** The changed categories and everything below them. */
  Set<EntityKey> reached() {
    return reached;
  }

  EffectChange of(EntityKey category) {
    return reached.contains(category)
        ? compared.computeIfAbsent(category, comparison)
        : EffectChange.none(category);
  }

  private static EffectChange compare(Hierarchy before, Hierarchy after, EntityKey category) {
    Map<EntityKey, Boolean> was = items(before, category);
    Map<EntityKey, Boolean> is = items(after, category);
    List<EntityKey> gains = new ArrayList<>();
    List<EntityKey> becomesRequired = new ArrayList<>();
    List<EntityKey> becomesOptional = new ArrayList<>();
    is.forEach((item, required) -> {
      Boolean requiredBefore = was.get(item);
      if (requiredBefore == null) {
        gains.add(item);
      } else if (required && !requiredBefore) {
        becomesRequired.add(item);
      } else if (!required && requiredBefore) {
        becomesOptional.add(item);
      }
    });
    List<EntityKey> loses = was.keySet().stream().filter(item -> !is.containsKey(item)).toList();
    return new EffectChange(category, gains, loses, becomesRequired, becomesOptional);
  }

  private static Map<EntityKey, Boolean> items(Hierarchy hierarchy, EntityKey category) {
    Map<EntityKey, Boolean> items = new LinkedHashMap<>();
    for (EffectiveItem item : hierarchy.effectiveProperties(category)) {
      items.put(item.item(), item.required());
    }
    for (EffectiveItem item : hierarchy.effectiveSubobjects(category)) {
      items.put(item.item(), item.required());
    }
    return items;
  }
}
