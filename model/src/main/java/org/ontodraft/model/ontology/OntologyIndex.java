package org.ontodraft.model.ontology;

import java.util.ArrayList;
import java.util.Collection;
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
  private final Map<EntityType, SortedEntities> byType;
  private final LayeredMap<EntityKey, EntitySummary> byKey;
  private final LayeredMap<EntityKey, List<EntityReference>> from;
  private final LayeredMap<EntityKey, List<EntityReference>> to;

  private OntologyIndex(
      Map<EntityType, SortedEntities> byType,
      LayeredMap<EntityKey, EntitySummary> byKey,
      LayeredMap<EntityKey, List<EntityReference>> from,
      LayeredMap<EntityKey, List<EntityReference>> to) {
    this.byType = byType;
    this.byKey = byKey;
    this.from = from;
    this.to = to;
  }

  /**
   * An index of entities with their references. Quickest when both come sorted, the references of
   * each entity together.
   */
  static OntologyIndex of(
      Collection<EntitySummary> entities, Collection<EntityReference> references) {
    Map<EntityKey, EntitySummary> byKey = HashMap.newHashMap(entities.size());
    entities.forEach(entity -> byKey.put(entity.key(), entity));
    Map<EntityType, List<EntitySummary>> lists = new EnumMap<>(EntityType.class);
    for (EntitySummary entity : byKey.size() == entities.size() ? entities : byKey.values()) {
      listOf(lists, entity.key().type()).add(entity);
    }
    Map<EntityType, SortedEntities> byType = new EnumMap<>(EntityType.class);
    lists.forEach((type, list) -> byType.put(type, SortedEntities.of(list)));
    Grouping grouping = new Grouping(byKey);
    references.forEach(grouping::add);
    return new OntologyIndex(
        byType,
        LayeredMap.of(byKey),
        LayeredMap.of(Grouping.closed(grouping.from)),
        LayeredMap.of(Grouping.closed(grouping.to)));
  }

  /** Groups references by both ends, with one object for each name. */
  private static final class Grouping {
    private final Map<EntityKey, EntitySummary> entities;
    private final Map<EntityKey, List<EntityReference>> from;
    private final Map<EntityKey, List<EntityReference>> to;
    private final Map<String, String> pointers = new HashMap<>();

    private @Nullable EntityKey source;
    private List<EntityReference> ofSource = List.of();

    Grouping(Map<EntityKey, EntitySummary> entities) {
      this.entities = entities;
      this.from = HashMap.newHashMap(entities.size());
      this.to = HashMap.newHashMap(entities.size());
    }

    void add(EntityReference given) {
      @Nullable EntityKey known = source;
      EntityKey begun = known != null && known.equals(given.source()) ? known : begin(given);
      List<EntityReference> ofTarget = to.get(given.target());
      EntityKey target;
      if (ofTarget == null) {
        target = named(given.target());
        ofTarget = listOf(to, target);
      } else {
        target = ofTarget.getFirst().target();
      }
      EntityReference reference = shared(given, begun, target);
      ofSource.add(reference);
      ofTarget.add(reference);
    }

    private EntityKey begin(EntityReference given) {
      EntityKey next = named(given.source());
      source = next;
      ofSource = listOf(from, next);
      return next;
    }

    private EntityKey named(EntityKey key) {
      EntitySummary entity = entities.get(key);
      return entity == null ? key : entity.key();
    }

    private EntityReference shared(EntityReference given, EntityKey begun, EntityKey target) {
      String pointer = pointers.computeIfAbsent(given.pointer(), first -> first);
      boolean isShared =
          begun == given.source() && target == given.target() && pointer == given.pointer();
      return isShared ? given : new EntityReference(begun, pointer, given.position(), target);
    }

    static Map<EntityKey, List<EntityReference>> closed(
        Map<EntityKey, List<EntityReference>> lists) {
      lists.replaceAll((key, list) -> List.copyOf(list));
      return lists;
    }
  }

  private static <K, V> List<V> listOf(Map<K, List<V>> lists, K key) {
    return lists.computeIfAbsent(key, k -> new ArrayList<>(4));
  }

  List<EntitySummary> entities(EntityType type) {
    return byType.getOrDefault(type, SortedEntities.NONE);
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
      if (!upsert.references().equals(referencesFrom(upsert.summary().key()))) {
        sources.put(upsert.summary().key(), Optional.of(upsert.references()));
        upsert.references().forEach(reference -> listOf(newTo, reference.target()).add(reference));
      }
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

  private Map<EntityType, SortedEntities> sorted(Map<EntityKey, Optional<EntitySummary>> changes) {
    Map<EntityType, Map<EntityKey, Optional<EntitySummary>>> ofType =
        new EnumMap<>(EntityType.class);
    changes.forEach((key, entity) ->
        ofType.computeIfAbsent(key.type(), type -> new HashMap<>()).put(key, entity));
    Map<EntityType, SortedEntities> sorted = new EnumMap<>(EntityType.class);
    sorted.putAll(byType);
    ofType.forEach((type, entities) ->
        sorted.put(type, byType.getOrDefault(type, SortedEntities.NONE).with(entities)));
    return sorted;
  }
}
