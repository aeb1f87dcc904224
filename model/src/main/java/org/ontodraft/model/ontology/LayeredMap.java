package org.ontodraft.model.ontology;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An immutable map whose changed copies share what they do not change, so that making one costs
 * what changed and not what is there. Changes collect in a layer of their own until they are worth
 * a new base.
 */
final class LayeredMap<K, V> {
  /** With more than one changed entry to this many, copying the whole is cheap beside them. */
  private static final int BASE_TO_CHANGES = 8;

  private final Map<K, V> base;
  private final Map<K, Optional<V>> changes;

  private LayeredMap(Map<K, V> base, Map<K, Optional<V>> changes) {
    this.base = base;
    this.changes = changes;
  }

  /** A map over this one, which the caller gives up. */
  static <K, V> LayeredMap<K, V> of(Map<K, V> base) {
    return new LayeredMap<>(base, Map.of());
  }

  @Nullable V get(K key) {
    Optional<V> changed = changes.get(key);
    return changed == null ? base.get(key) : changed.orElse(null);
  }

  /** Adds the keys whose values may be others there; false when nothing can be told. */
  boolean addDiffering(LayeredMap<K, V> other, Set<K> differing) {
    if (base != other.base) {
      return false;
    }
    differing.addAll(changes.keySet());
    differing.addAll(other.changes.keySet());
    return true;
  }

  /** This map with some entries replaced; empty removes one. */
  LayeredMap<K, V> with(Map<K, Optional<V>> newer) {
    Map<K, Optional<V>> all = new HashMap<>(changes);
    all.putAll(newer);
    if (all.size() * BASE_TO_CHANGES < base.size()) {
      return new LayeredMap<>(base, all);
    }
    Map<K, V> whole = new HashMap<>(base);
    all.forEach((key, value) -> {
      if (value.isPresent()) {
        whole.put(key, value.get());
      } else {
        whole.remove(key);
      }
    });
    return of(whole);
  }
}
