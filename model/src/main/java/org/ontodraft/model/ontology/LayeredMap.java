package org.ontodraft.model.ontology;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An immutable map whose changed copies share what they do not change, so that making one costs
 * what changed and neither what is there nor what changed before. Changes lie in layers, each much
 * larger than the one above it, until they are worth a new base.
 */
final class LayeredMap<K, V> {
  /** How many times as much a layer holds as the one above it; the base counts as one. */
  private static final int GROWTH = 8;

  private final Map<K, V> base;

  /** The newest first. */
  private final List<Map<K, Optional<V>>> layers;

  private LayeredMap(Map<K, V> base, List<Map<K, Optional<V>>> layers) {
    this.base = base;
    this.layers = layers;
  }

  /** A map over this one, which the caller gives up. */
  static <K, V> LayeredMap<K, V> of(Map<K, V> base) {
    return new LayeredMap<>(base, List.of());
  }

  @Nullable V get(K key) {
    for (Map<K, Optional<V>> layer : layers) {
      Optional<V> changed = layer.get(key);
      if (changed != null) {
        return changed.orElse(null);
      }
    }
    return base.get(key);
  }

  /** Adds the keys whose values may be others there; false when nothing can be told. */
  boolean addDiffering(LayeredMap<K, V> other, Set<K> differing) {
    if (base != other.base) {
      return false;
    }
    addKeysBeside(other, differing);
    other.addKeysBeside(this, differing);
    return true;
  }

  /** Below a layer that both have, they have the same. */
  private void addKeysBeside(LayeredMap<K, V> other, Set<K> keys) {
    for (Map<K, Optional<V>> layer : layers) {
      if (other.layers.stream().anyMatch(shared -> shared == layer)) {
        return;
      }
      keys.addAll(layer.keySet());
    }
  }

  /** This map with some entries replaced; empty removes one. The caller gives the entries up. */
  LayeredMap<K, V> with(Map<K, Optional<V>> newer) {
    if (newer.isEmpty()) {
      return this;
    }
    Map<K, Optional<V>> top = newer;
    int kept = 0;
    while (kept < layers.size() && top.size() * GROWTH > layers.get(kept).size()) {
      Map<K, Optional<V>> both = new HashMap<>(layers.get(kept));
      both.putAll(top);
      top = both;
      kept++;
    }
    if (kept == layers.size() && top.size() * GROWTH >= base.size()) {
      return of(replaced(top));
    }
    List<Map<K, Optional<V>>> next = new ArrayList<>();
    next.add(top);
    next.addAll(layers.subList(kept, layers.size()));
    return new LayeredMap<>(base, List.copyOf(next));
  }

  private Map<K, V> replaced(Map<K, Optional<V>> changes) {
    Map<K, V> whole = new HashMap<>(base);
    changes.forEach((key, value) -> {
      if (value.isPresent()) {
        whole.put(key, value.get());
      } else {
        whole.remove(key);
      }
    });
    return whole;
  }
}
