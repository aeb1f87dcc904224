package org.ontodraft.app.ui.explorer;

import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.entity.EntityKey;

/**
 * What a draft says of some entities over what its base says of all. Immutable while the maps it
 * was given are left alone.
 */
record LayoutLayer<V>(Map<EntityKey, V> all, Map<EntityKey, V> changed) {

  static <V> LayoutLayer<V> of(Map<EntityKey, V> all) {
    return new LayoutLayer<>(all, Map.of());
  }

  /** The same base with other changes. */
  LayoutLayer<V> with(Map<EntityKey, V> others) {
    return new LayoutLayer<>(all, others);
  }

  @Nullable V get(EntityKey key) {
    V own = changed.get(key);
    return own == null ? all.get(key) : own;
  }

  /** Whether another layer changes the same base in the same way. */
  boolean sameOver(LayoutLayer<V> other) {
    return all == other.all && changed.equals(other.changed);
  }

  void forEach(BiConsumer<EntityKey, V> to) {
    all.forEach((key, value) -> {
      if (!changed.containsKey(key)) {
        to.accept(key, value);
      }
    });
    changed.forEach(to);
  }
}
