package org.ontodraft.model.ontology;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;

/**
 * Entities by type and key, references by source and target. Immutable. Each key and each pointer
 * is one object however often it is named: names are most of what an index is made of.
 */
final class OntologyIndex {
  private static final Comparator<EntitySummary> BY_KEY = Comparator.comparing(EntitySummary::key);

  private final Map<EntityType, List<EntitySummary>> byType;
  private final LayeredMap<EntityKey, EntitySummary> byKey;
  private final LayeredMap<EntityKey, List<EntityReference>> from;
  private final LayeredMap<EntityKey, List<EntityReference>> to;

  private OntologyIndex(
      Map<EntityType, List<EntitySummary>> byType,
      LayeredMap<EntityKey, EntitySummary> byKey,
      LayeredMap<EntityKey, List<EntityReference>> from,
      LayeredMap<EntityKey, List<EntityReference>> to) {
    this.byType = byType;
    this.byKey = byKey;
    this.from = from;
    this.to = to;
  }

  static OntologyIndex of(
      Collection<EntitySummary> entities, Collection<EntityReference> references) {
    Map<EntityKey, EntitySummary> byKey = HashMap.newHashMap(entities.size());
    entities.forEach(entity -> byKey.put(entity.key(), entity));
    Map<EntityType, List<EntitySummary>> byType = new EnumMap<>(EntityType.class);
    byKey.values().forEach(entity -> listOf(byType, entity.key().type()).add(entity));
    byType.replaceAll((type, list) -> {
      list.sort(BY_KEY);
      return Collections.unmodifiableList(list);
    });
    Names names = new Names(byKey.keySet());
    Map<EntityKey, List<EntityReference>> from = HashMap.newHashMap(entities.size());
    Map<EntityKey, List<EntityReference>> to = HashMap.newHashMap(entities.size());
    for (EntityReference each : references) {
      EntityReference reference = names.shared(each);
      listOf(from, reference.source()).add(reference);
      listOf(to, reference.target()).add(reference);
    }
    from.replaceAll((key, list) -> List.copyOf(list));
    to.replaceAll((key, list) -> List.copyOf(list));
    return new OntologyIndex(byType, LayeredMap.of(byKey), LayeredMap.of(from), LayeredMap.of(to));
  }

  /** One object for each name. */
  private static final class Names {
    private final Map<EntityKey, EntityKey> keys;
    private final Map<String, String> pointers = new HashMap<>();

    Names(Collection<EntityKey> known) {
      keys = HashMap.newHashMap(known.size());
      known.forEach(key -> keys.put(key, key));
    }

    EntityReference shared(EntityReference reference) {
      EntityKey source = one(keys, reference.source());
      EntityKey target = one(keys, reference.target());
      String pointer = one(pointers, reference.pointer());
      return new EntityReference(source, pointer, reference.position(), target);
    }

    private static <T> T one(Map<T, T> names, T name) {
      T known = names.putIfAbsent(name, name);
      return known == null ? name : known;
    }
  }

  private static <K, V> List<V> listOf(Map<K, List<V>> lists, K key) {
    return lists.computeIfAbsent(key, k -> new ArrayList<>(4));
  }

  List<EntitySummary> entities(EntityType type) {
    return byType.getOrDefault(type, List.of());
  }

  @Nullable EntitySummary find(EntityKey key) {
    return byKey.get(key);
  }

  List<EntityReference> referencesFrom(EntityKey key) {
    return Objects.requireNonNullElse(from.get(key), List.of());
  }

  List<EntityReference> referencesTo(EntityKey key) {
    return Objects.requireNonNullElse(to.get(key), List.of());
  }

  /** The entities that only one of the two has, or whose files differ. */
  Set<EntityKey> differing(OntologyIndex other) {
    Set<EntityKey> keys = new HashSet<>();
    if (byKey.addDiffering(other.byKey, keys)) {
      keys.removeIf(key -> same(find(key), other.find(key)));
      return keys;
    }
    addDiffering(other, keys);
    other.addDiffering(this, keys);
    return keys;
  }

  private void addDiffering(OntologyIndex other, Set<EntityKey> keys) {
    for (List<EntitySummary> entities : byType.values()) {
      for (EntitySummary entity : entities) {
        if (!same(entity, other.find(entity.key()))) {
          keys.add(entity.key());
        }
      }
    }
  }

  private static boolean same(@Nullable EntitySummary left, @Nullable EntitySummary right) {
    return left == right
        || left != null
            && right != null
            && left.blobId().equals(right.blobId())
            && left.sourcePath().equals(right.sourcePath())
            && left.pages().equals(right.pages());
  }

  OntologyIndex with(List<IngestedEntity> upserts, List<EntityKey> deletes) {
    Map<EntityKey, Optional<EntitySummary>> entities = new HashMap<>();
    Map<EntityKey, Optional<List<EntityReference>>> sources = new HashMap<>();
    Map<EntityKey, List<EntityReference>> newTo = new HashMap<>();
    for (EntityKey key : deletes) {
      entities.put(key, Optional.empty());
      sources.put(key, Optional.empty());
    }
    for (IngestedEntity upsert : upserts) {
      entities.put(upsert.summary().key(), Optional.of(upsert.summary()));
      sources.put(upsert.summary().key(), Optional.of(upsert.references()));
      upsert.references().forEach(reference -> listOf(newTo, reference.target()).add(reference));
    }
    Set<EntityKey> targets = new HashSet<>(newTo.keySet());
    sources
        .keySet()
        .forEach(
            source -> referencesFrom(source).forEach(reference -> targets.add(reference.target())));
    Map<EntityKey, Optional<List<EntityReference>>> changedTo = new HashMap<>();
    for (EntityKey target : targets) {
      List<EntityReference> references = new ArrayList<>(newTo.getOrDefault(target, List.of()));
      referencesTo(target).stream()
          .filter(reference -> !sources.containsKey(reference.source()))
          .forEach(references::add);
      changedTo.put(target, Optional.of(List.copyOf(references)).filter(list -> !list.isEmpty()));
    }
    return new OntologyIndex(
        sorted(entities), byKey.with(entities), from.with(sources), to.with(changedTo));
  }

  private Map<EntityType, List<EntitySummary>> sorted(
      Map<EntityKey, Optional<EntitySummary>> changes) {
    Map<EntityType, List<EntitySummary>> sorted = new EnumMap<>(EntityType.class);
    sorted.putAll(byType);
    for (EntityType type : EntityType.values()) {
      if (changes.keySet().stream().anyMatch(key -> key.type() == type)) {
        List<EntitySummary> list = new ArrayList<>(entities(type));
        list.removeIf(entity -> changes.containsKey(entity.key()));
        changes.forEach(
            (key, entity) -> entity.filter(e -> key.type() == type).ifPresent(list::add));
        // Sorted but for the few at its end, which the sort takes in little more than one pass.
        list.sort(BY_KEY);
        sorted.put(type, Collections.unmodifiableList(list));
      }
    }
    return sorted;
  }
}
