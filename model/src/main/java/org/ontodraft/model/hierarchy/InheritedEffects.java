package org.ontodraft.model.hierarchy;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.entity.EntityKey;

/**
 * What changed categories pass on. Only they and their descendants can differ: when neither a
 * category nor any ancestor of it, as the draft has them, is changed, it inherits what it did. What
 * was found out is kept across edits that do not reach it.
 */
public final class InheritedEffects {
  /** Nothing is changed. */
  public static final InheritedEffects NONE = new InheritedEffects(null, null, Set.of());

  private final @Nullable Hierarchy before;
  private final @Nullable Hierarchy after;
  private final Set<EntityKey> changed;
  private final ConcurrentMap<EntityKey, EffectChange> compared = new ConcurrentHashMap<>();

  private InheritedEffects(
      @Nullable Hierarchy before, @Nullable Hierarchy after, Set<EntityKey> changed) {
    this.before = before;
    this.after = after;
    this.changed = changed;
  }

  /**
   * The effects of these changes, of which some differ from those this was made for.
   *
   * @param touched the changes that differ
   */
  public InheritedEffects with(
      Hierarchy canonical, Hierarchy draft, Set<EntityKey> changes, Set<EntityKey> touched) {
    InheritedEffects next = new InheritedEffects(canonical, draft, changes);
    if (!compared.isEmpty()) {
      Set<EntityKey> stale = below(touched, draft);
      if (after != null) {
        stale.addAll(below(touched, after)); // whose parent is gone now
      }
      compared.forEach((category, effect) -> {
        if (!stale.contains(category)) {
          next.compared.put(category, effect);
        }
      });
    }
    return next;
  }

  private static Set<EntityKey> below(Collection<EntityKey> categories, Hierarchy hierarchy) {
    Set<EntityKey> below = new HashSet<>(categories);
    Deque<EntityKey> queue = new ArrayDeque<>(below);
    while (!queue.isEmpty()) {
      for (EntityKey child : hierarchy.children(queue.remove())) {
        if (below.add(child)) {
          queue.add(child);
        }
      }
    }
    return below;
  }

  /** The changed categories and everything below them, before or after, sorted. */
  public Set<EntityKey> reached() {
    if (before == null || after == null) {
      return Set.of();
    }
    Set<EntityKey> reached = new TreeSet<>(below(changed, after));
    reached.addAll(below(changed, before)); // what names a parent that is gone has lost something
    return reached;
  }

  /** What one category gains and loses; nothing when no change reaches it. */
  public EffectChange of(EntityKey category) {
    if (before == null || after == null) {
      return EffectChange.none(category);
    }
    EffectChange known = compared.get(category);
    if (known != null) {
      return known;
    }
    if (!isReached(category, after) && !isReached(category, before)) {
      return EffectChange.none(category);
    }
    EffectChange effect = EffectChange.between(before, category, after, category);
    compared.put(category, effect);
    return effect;
  }

  private boolean isReached(EntityKey category, Hierarchy hierarchy) {
    return changed.contains(category)
        || !Collections.disjoint(hierarchy.ancestors(category), changed);
  }
}
