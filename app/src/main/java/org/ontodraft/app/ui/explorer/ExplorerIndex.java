package org.ontodraft.app.ui.explorer;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.draft.DraftChange;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityStatus;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.ontology.EntityReference;
import org.ontodraft.model.ontology.EntitySummary;
import org.ontodraft.model.search.Ranking;
import org.ontodraft.model.search.SearchQuery;

/**
 * How the entities of an ontology lie below each other, whatever is filtered: made once for each
 * state of the ontology, off the FX thread. Immutable.
 */
final class ExplorerIndex {
  private static final String PARENTS = "/parents";

  private final DraftOverlay view;
  private final Map<EntityType, Integer> counts = new EnumMap<>(EntityType.class);
  private final Map<EntityKey, String> labels = new HashMap<>();
  private final Map<EntityKey, List<EntityKey>> children = new HashMap<>();
  private final Map<EntityKey, List<EntityKey>> parents = new HashMap<>();
  private final Map<EntityType, List<EntityKey>> tops = new EnumMap<>(EntityType.class);
  private final Map<EntityKey, Integer> changedBelow = new HashMap<>();
  private final Set<EntityKey> topCategories = new HashSet<>();

  /** Of changed and affected entities; worked out here, since it walks the categories. */
  private final Map<EntityKey, EntityStatus> statuses = new HashMap<>();

  private final Set<EntityKey> affected = new HashSet<>();

  /** In small letters, once somebody filters. */
  private volatile @Nullable Map<EntityKey, String> searched;

  private record Labelled(String label, EntityKey key) {
    private static final Comparator<Labelled> ORDER =
        Comparator.comparing(Labelled::label, String.CASE_INSENSITIVE_ORDER)
            .thenComparing(Labelled::key);
  }

  private ExplorerIndex(DraftOverlay view) {
    this.view = view;
    view.effects()
        .forEach(effect -> {
          statuses.put(effect.category(), EntityStatus.AFFECTED);
          affected.add(effect.category());
        });
    view.changes().forEach(change -> statuses.put(change.key(), view.status(change.key())));
    Map<EntityType, List<EntitySummary>> entities = new EnumMap<>(EntityType.class);
    for (EntityType type : EntityType.values()) {
      List<EntitySummary> ofType = view.entities(type);
      entities.put(type, ofType);
      counts.put(type, ofType.size());
      ofType.forEach(entity -> labels.put(entity.key(), entity.label()));
    }
    entities.forEach((type, ofType) -> {
      List<EntityKey> keys = ofType.stream().map(EntitySummary::key).toList();
      if (type == EntityType.CATEGORY) {
        linkCategories(keys);
        tops.put(type, rootCategories(keys));
      } else {
        tops.put(type, sorted(keys));
      }
    });
    topCategories.addAll(tops(EntityType.CATEGORY));
    countChanges();
  }

  /** The index of an ontology. */
  static ExplorerIndex of(DraftOverlay view) {
    return new ExplorerIndex(view);
  }

  /** The ontology. */
  DraftOverlay view() {
    return view;
  }

  /** What an entity is called. */
  String label(EntityKey key) {
    return labels.getOrDefault(key, key.key());
  }

  /** What the draft does to an entity. */
  EntityStatus status(EntityKey key) {
    return statuses.getOrDefault(key, EntityStatus.UNCHANGED);
  }

  /** Whether it inherits something else than at the base, changed itself or not. */
  boolean affected(EntityKey key) {
    return affected.contains(key);
  }

  /** How many entities inherit something else than at the base. */
  int affectedCount() {
    return affected.size();
  }

  /** Every entity. */
  Set<EntityKey> all() {
    return labels.keySet();
  }

  /** Whether it stands directly below its type's heading. */
  boolean top(EntityKey key) {
    return key.type() != EntityType.CATEGORY || topCategories.contains(key);
  }

  /** Whether the draft deletes it; it is shown all the same. */
  boolean deleted(EntityKey key) {
    return has(key) && !view.exists(key);
  }

  /** The key an entity had before the draft renamed it. */
  Optional<EntityKey> renamedFrom(EntityKey key) {
    return status(key) == EntityStatus.RENAMED ? view.renamedFrom(key) : Optional.empty();
  }

  /** Whether there is such an entity. */
  boolean has(EntityKey key) {
    return labels.containsKey(key);
  }

  /** How many entities of a type there are. */
  int count(EntityType type) {
    return counts.getOrDefault(type, 0);
  }

  /** What stands directly below a type's heading, by label. */
  List<EntityKey> tops(EntityType type) {
    return tops.getOrDefault(type, List.of());
  }

  /** The categories that have this one as a parent, by label. */
  List<EntityKey> children(EntityKey key) {
    return children.getOrDefault(key, List.of());
  }

  /** The parents a category has in the tree, in the order it lists them. */
  List<EntityKey> parents(EntityKey key) {
    return parents.getOrDefault(key, List.of());
  }

  /** How many changed entities are below, each counted once. */
  int changedBelow(EntityKey key) {
    return changedBelow.getOrDefault(key, 0);
  }

  /** How many entities of a type the draft changes. */
  int changed(EntityType type) {
    return (int) view.changes().stream().filter(change -> change.key().type() == type).count();
  }

  /**
   * The entities whose label and id together hold every one of these words; where there is none,
   * those that nearly do.
   */
  Set<EntityKey> matching(String words) {
    String[] wanted = words.toLowerCase(Locale.ROOT).strip().split("\\s+");
    Set<EntityKey> found = new HashSet<>();
    searchedTexts()
        .forEach((key, text) -> {
          boolean all = true;
          for (String word : wanted) {
            all = all && text.contains(word);
          }
          if (all) {
            found.add(key);
          }
        });
    if (found.isEmpty()) {
      Ranking nearly = new Ranking(SearchQuery.of(words));
      labels.forEach((key, label) -> {
        if (nearly.names(key, label).isPresent()) {
          found.add(key);
        }
      });
    }
    return found;
  }

  /** Two threads may both work them out the first time; they get the same answer. */
  private Map<EntityKey, String> searchedTexts() {
    Map<EntityKey, String> known = searched;
    if (known == null) {
      Map<EntityKey, String> texts = HashMap.newHashMap(labels.size());
      labels.forEach(
          (key, label) -> texts.put(key, (label + " " + key.key()).toLowerCase(Locale.ROOT)));
      searched = texts;
      known = texts;
    }
    return known;
  }

  /** These entities and everything above them. */
  Set<EntityKey> withAncestors(Collection<EntityKey> keys) {
    Set<EntityKey> all = new HashSet<>();
    Deque<EntityKey> waiting = new ArrayDeque<>(keys);
    while (!waiting.isEmpty()) {
      EntityKey key = waiting.removeFirst();
      if (all.add(key)) {
        waiting.addAll(parents(key));
      }
    }
    return all;
  }

  private void linkCategories(List<EntityKey> categories) {
    for (EntityKey category : categories) {
      List<EntityKey> up = new ArrayList<>();
      for (EntityReference reference : referencesOf(category)) {
        if (reference.pointer().equals(PARENTS)
            && !up.contains(reference.target())
            && has(reference.target())) {
          up.add(reference.target());
        }
      }
      parents.put(category, up);
      up.forEach(parent -> children.computeIfAbsent(parent, k -> new ArrayList<>()).add(category));
    }
    children.replaceAll((parent, list) -> sorted(list));
  }

  /** A deleted category stays where it was. */
  private List<EntityReference> referencesOf(EntityKey key) {
    return deleted(key) ? view.base().referencesFrom(key) : view.referencesFrom(key);
  }

  /** Those without a parent, and of each cycle that nothing leads to its first by key. */
  private List<EntityKey> rootCategories(List<EntityKey> categories) {
    List<EntityKey> roots = new ArrayList<>();
    Set<EntityKey> reached = new HashSet<>();
    for (EntityKey category : categories) {
      if (parents(category).isEmpty()) {
        roots.add(category);
        reach(category, reached);
      }
    }
    for (EntityKey category : categories) {
      if (!reached.contains(category)) {
        EntityKey entry = firstOfCycleAbove(category);
        roots.add(entry);
        reach(entry, reached);
      }
    }
    return sorted(roots);
  }

  private void reach(EntityKey root, Set<EntityKey> reached) {
    Deque<EntityKey> waiting = new ArrayDeque<>(List.of(root));
    while (!waiting.isEmpty()) {
      EntityKey key = waiting.removeFirst();
      if (reached.add(key)) {
        waiting.addAll(children(key));
      }
    }
  }

  /** Upwards without end is a cycle: the first by key of the one that first parents lead into. */
  private EntityKey firstOfCycleAbove(EntityKey start) {
    LinkedHashSet<EntityKey> way = new LinkedHashSet<>();
    EntityKey at = start;
    while (way.add(at)) {
      at = parents.getOrDefault(at, List.of(at)).getFirst();
    }
    List<EntityKey> walked = List.copyOf(way);
    return walked.subList(walked.indexOf(at), walked.size()).stream()
        .sorted()
        .findFirst()
        .orElse(at);
  }

  private void countChanges() {
    for (DraftChange change : view.changes()) {
      Set<EntityKey> above = withAncestors(List.of(change.key()));
      above.remove(change.key());
      above.forEach(ancestor -> changedBelow.merge(ancestor, 1, Integer::sum));
    }
  }

  private List<EntityKey> sorted(Collection<EntityKey> keys) {
    return keys.stream()
        .map(key -> new Labelled(label(key), key))
        .sorted(Labelled.ORDER)
        .map(Labelled::key)
        .toList();
  }
}
