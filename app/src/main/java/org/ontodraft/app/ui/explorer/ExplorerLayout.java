package org.ontodraft.app.ui.explorer;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.draft.DraftChange;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.ontology.EntityReference;
import org.ontodraft.model.ontology.EntitySummary;
import org.ontodraft.model.ontology.Ontology;

/**
 * Labels, and what lies below what: laid out once for a version of the ontology, and for a draft
 * over it by what the draft changes alone, so that an edit does not cost what the ontology holds.
 * Immutable; made off the FX thread.
 */
final class ExplorerLayout {
  private static final String PARENTS = "/parents";

  private final Ontology base;
  private final LayoutLayer<String> labels;
  private final LayoutLayer<List<EntityKey>> parents;
  private final LayoutLayer<List<EntityKey>> children;
  private final Map<EntityType, Integer> counts;
  private final Map<EntityType, List<EntityKey>> tops;
  private final Set<EntityKey> topCategories;

  private final Comparator<EntityKey> byLabel =
      Comparator.comparing(this::label, String.CASE_INSENSITIVE_ORDER)
          .thenComparing(Comparator.naturalOrder());

  /** Everything of one version. */
  private ExplorerLayout(Ontology base) {
    this.base = base;
    Map<EntityKey, String> named = new HashMap<>();
    counts = new EnumMap<>(EntityType.class);
    tops = new EnumMap<>(EntityType.class);
    Map<EntityType, List<EntityKey>> keys = new EnumMap<>(EntityType.class);
    for (EntityType type : EntityType.values()) {
      List<EntitySummary> ofType = base.entities(type);
      counts.put(type, ofType.size());
      ofType.forEach(entity -> named.put(entity.key(), entity.label()));
      keys.put(type, ofType.stream().map(EntitySummary::key).toList());
    }
    labels = LayoutLayer.of(named);
    Map<EntityKey, List<EntityKey>> up = new HashMap<>();
    Map<EntityKey, List<EntityKey>> down = new HashMap<>();
    for (EntityKey category : keys.getOrDefault(EntityType.CATEGORY, List.of())) {
      List<EntityKey> above = parentsIn(base.referencesFrom(category));
      if (!above.isEmpty()) {
        up.put(category, above);
      }
      above.forEach(parent -> down.computeIfAbsent(parent, k -> new ArrayList<>()).add(category));
    }
    down.values().forEach(this::sort);
    parents = LayoutLayer.of(up);
    children = LayoutLayer.of(down);
    keys.forEach((type, ofType) -> {
      List<EntityKey> top = new ArrayList<>(type == EntityType.CATEGORY ? rootsOf(ofType) : ofType);
      sort(top);
      tops.put(type, top);
    });
    topCategories = new HashSet<>(tops.getOrDefault(EntityType.CATEGORY, List.of()));
  }

  /** What a draft makes of the layout of its base. */
  private ExplorerLayout(ExplorerLayout of, DraftOverlay view, @Nullable ExplorerLayout before) {
    base = of.base;
    Map<EntityKey, String> named = new HashMap<>();
    List<EntityKey> created = new ArrayList<>();
    for (DraftChange change : view.changes()) {
      EntityKey key = change.key();
      String label = view.find(key).map(EntitySummary::label).orElse(key.key());
      if (!of.has(key)) {
        created.add(key);
        named.put(key, label);
      } else if (!label.equals(of.label(key))) {
        named.put(key, label);
      }
    }
    labels = of.labels.with(named);
    counts = new EnumMap<>(of.counts);
    created.forEach(key -> counts.merge(key.type(), 1, Integer::sum));
    Map<EntityKey, List<EntityKey>> up = changedParents(of, view, created);
    parents = of.parents.with(up);
    children = of.children.with(changedChildren(of, named.keySet(), up));
    tops = new EnumMap<>(of.tops);
    if (up.isEmpty()) {
      topCategories = of.topCategories;
    } else {
      topCategories =
          before != null && before.base == base && before.parents.sameOver(parents)
              ? before.topCategories
              : new HashSet<>(rootsOf(categories(view)));
      List<EntityKey> top = new ArrayList<>(topCategories);
      sort(top);
      tops.put(EntityType.CATEGORY, top);
    }
    Map<EntityType, List<EntityKey>> moved = new EnumMap<>(EntityType.class);
    for (EntityKey key : named.keySet()) {
      if (key.type() != EntityType.CATEGORY || up.isEmpty() && topCategories.contains(key)) {
        moved.computeIfAbsent(key.type(), t -> new ArrayList<>()).add(key);
      }
    }
    moved.forEach(
        (type, keys) -> tops.put(type, replaced(tops.getOrDefault(type, List.of()), keys, keys)));
  }

  /** The layout of a version. */
  static ExplorerLayout of(Ontology base) {
    return new ExplorerLayout(base);
  }

  /**
   * The layout of a draft over this one, which is that of its base.
   *
   * @param before the layout of the same draft a moment ago, whose roots hold when no parent moved
   */
  ExplorerLayout with(DraftOverlay view, @Nullable ExplorerLayout before) {
    return view.changes().isEmpty() ? this : new ExplorerLayout(this, view, before);
  }

  /** Whether this is the layout of that version, or of a draft over it. */
  boolean isOf(Ontology version) {
    return base == version;
  }

  /** What an entity is called. */
  String label(EntityKey key) {
    String label = labels.get(key);
    return label == null ? key.key() : label;
  }

  /** Whether there is such an entity, deleted ones included. */
  boolean has(EntityKey key) {
    return labels.get(key) != null;
  }

  /** Every entity and what it is called. */
  void forEach(BiConsumer<EntityKey, String> to) {
    labels.forEach(to);
  }

  /** How many entities of a type there are. */
  int count(EntityType type) {
    return counts.getOrDefault(type, 0);
  }

  /** What stands directly below a type's heading, by label. */
  List<EntityKey> tops(EntityType type) {
    return Collections.unmodifiableList(tops.getOrDefault(type, List.of()));
  }

  /** Whether it stands directly below its type's heading. */
  boolean top(EntityKey key) {
    return key.type() != EntityType.CATEGORY || topCategories.contains(key);
  }

  /** The categories that have this one as a parent, by label. */
  List<EntityKey> children(EntityKey key) {
    return listed(children, key);
  }

  /** The parents a category has in the tree, in the order it lists them. */
  List<EntityKey> parents(EntityKey key) {
    return listed(parents, key);
  }

  private static List<EntityKey> listed(LayoutLayer<List<EntityKey>> layer, EntityKey key) {
    List<EntityKey> list = layer.get(key);
    return list == null ? List.of() : Collections.unmodifiableList(list);
  }

  /** What is new may be what an unchanged category has been waiting for as a parent. */
  private Map<EntityKey, List<EntityKey>> changedParents(
      ExplorerLayout of, DraftOverlay view, List<EntityKey> created) {
    Set<EntityKey> candidates = new LinkedHashSet<>();
    view.changes().forEach(change -> candidates.add(change.key()));
    for (EntityKey key : created) {
      view.referencesTo(key).stream()
          .filter(reference -> reference.pointer().equals(PARENTS))
          .forEach(reference -> candidates.add(reference.source()));
    }
    Map<EntityKey, List<EntityKey>> changed = new HashMap<>();
    for (EntityKey key : candidates) {
      if (key.type() == EntityType.CATEGORY) {
        // A deleted category stays where it was.
        List<EntityKey> above =
            parentsIn(
                view.exists(key) ? view.referencesFrom(key) : view.base().referencesFrom(key));
        if (!of.has(key) || !above.equals(of.parents(key))) {
          changed.put(key, above);
        }
      }
    }
    return changed;
  }

  private Map<EntityKey, List<EntityKey>> changedChildren(
      ExplorerLayout of, Set<EntityKey> named, Map<EntityKey, List<EntityKey>> up) {
    Map<EntityKey, List<EntityKey>> away = new HashMap<>();
    Map<EntityKey, List<EntityKey>> here = new HashMap<>();
    Set<EntityKey> moved = new HashSet<>(named);
    moved.addAll(up.keySet());
    for (EntityKey key : moved) {
      of.parents(key).forEach(parent -> into(away, parent, key));
      parents(key).forEach(parent -> into(here, parent, key));
    }
    Set<EntityKey> touched = new HashSet<>(away.keySet());
    touched.addAll(here.keySet());
    Map<EntityKey, List<EntityKey>> changed = new HashMap<>();
    for (EntityKey parent : touched) {
      changed.put(
          parent,
          replaced(
              of.children(parent),
              away.getOrDefault(parent, List.of()),
              here.getOrDefault(parent, List.of())));
    }
    return changed;
  }

  private static void into(
      Map<EntityKey, List<EntityKey>> lists, EntityKey parent, EntityKey child) {
    lists.computeIfAbsent(parent, k -> new ArrayList<>()).add(child);
  }

  /** A list by label without some keys, and with others where their labels put them. */
  private List<EntityKey> replaced(
      List<EntityKey> sorted, Collection<EntityKey> away, Collection<EntityKey> here) {
    List<EntityKey> list = new ArrayList<>(sorted);
    list.removeAll(new HashSet<>(away));
    for (EntityKey key : here) {
      int at = Collections.binarySearch(list, key, byLabel);
      list.add(at < 0 ? -at - 1 : at, key);
    }
    return list;
  }

  private List<EntityKey> parentsIn(Collection<EntityReference> references) {
    List<EntityKey> up = new ArrayList<>();
    for (EntityReference reference : references) {
      if (reference.pointer().equals(PARENTS)
          && !up.contains(reference.target())
          && has(reference.target())) {
        up.add(reference.target());
      }
    }
    return up;
  }

  private static List<EntityKey> categories(DraftOverlay view) {
    return view.entities(EntityType.CATEGORY).stream().map(EntitySummary::key).toList();
  }

  /** Those without a parent, and of each cycle that nothing leads to its first by key. */
  private List<EntityKey> rootsOf(List<EntityKey> categories) {
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
    return roots;
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
      List<EntityKey> up = parents(at);
      at = up.isEmpty() ? at : up.getFirst();
    }
    List<EntityKey> walked = List.copyOf(way);
    return walked.subList(walked.indexOf(at), walked.size()).stream()
        .sorted()
        .findFirst()
        .orElse(at);
  }

  private void sort(List<EntityKey> keys) {
    List<Labelled> labelled = new ArrayList<>(keys.size());
    keys.forEach(key -> labelled.add(new Labelled(label(key), key)));
    labelled.sort(Labelled.ORDER);
    for (int i = 0; i < keys.size(); i++) {
      keys.set(i, labelled.get(i).key());
    }
  }

  private record Labelled(String label, EntityKey key) {
    private static final Comparator<Labelled> ORDER =
        Comparator.comparing(Labelled::label, String.CASE_INSENSITIVE_ORDER)
            .thenComparing(Labelled::key);
  }
}
