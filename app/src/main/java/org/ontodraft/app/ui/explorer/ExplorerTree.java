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
import java.util.Set;
import org.ontodraft.model.draft.DraftChange;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityStatus;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.ontology.EntityReference;
import org.ontodraft.model.ontology.EntitySummary;
import org.ontodraft.model.validation.Finding;
import org.ontodraft.model.validation.Severity;

/**
 * What the tree shows of an ontology: categories by inheritance, under each of their parents, the
 * other types as lists. Immutable; made off the FX thread, read on it, one level at a time.
 */
final class ExplorerTree {
  private static final String PARENTS = "/parents";

  /** So many rows are opened to show what a filter found; the rest opens by hand. */
  private static final int OPENED_BY_FILTER = 2_000;

  private final DraftOverlay view;
  private final Map<EntityKey, Severity> worst;
  private final Map<EntityKey, List<EntityKey>> children = new HashMap<>();
  private final Map<EntityKey, List<EntityKey>> parents = new HashMap<>();
  private final Map<EntityType, List<EntityKey>> tops = new EnumMap<>(EntityType.class);
  private final Map<EntityKey, Integer> changedBelow = new HashMap<>();
  private final String filter;

  /** What the filter finds; empty without a filter. */
  private final Set<EntityKey> matches = new HashSet<>();

  /** What is shown: the matches and what leads to them; empty without a filter. */
  private final Set<EntityKey> kept = new HashSet<>();

  private ExplorerTree(DraftOverlay view, Collection<Finding> findings, String filter) {
    this.view = view;
    this.worst = worst(findings);
    this.filter = filter.strip();
    linkCategories();
    for (EntityType type : EntityType.values()) {
      List<EntityKey> top = new ArrayList<>();
      for (EntitySummary entity : view.entities(type)) {
        if (type != EntityType.CATEGORY) {
          top.add(entity.key());
        }
      }
      tops.put(type, type == EntityType.CATEGORY ? rootCategories() : sorted(top));
    }
    countChanges();
    if (!this.filter.isEmpty()) {
      match();
    }
  }

  /** The tree of an ontology; with a filter, of what it finds. */
  static ExplorerTree of(DraftOverlay view, Collection<Finding> findings, String filter) {
    return new ExplorerTree(view, findings, filter);
  }

  /** The types that have entities, in their order; with a filter, those that have matches. */
  List<ExplorerNode.Section> sections() {
    List<ExplorerNode.Section> sections = new ArrayList<>();
    for (EntityType type : EntityType.values()) {
      int count =
          filtered()
              ? (int) matches.stream().filter(key -> key.type() == type).count()
              : view.entities(type).size();
      if (count > 0) {
        sections.add(new ExplorerNode.Section(type, count, changedIn(type)));
      }
    }
    return sections;
  }

  /** The rows below a row, by label. */
  List<ExplorerNode.Entity> children(ExplorerNode node) {
    return switch (node) {
      case ExplorerNode.Section section ->
          nodes(node.place(), tops.getOrDefault(section.type(), List.of()));
      case ExplorerNode.Entity entity ->
          entity.leaf()
              ? List.of()
              : nodes(entity.place(), children.getOrDefault(entity.key(), List.of()));
    };
  }

  /**
   * One place of an entity: the shortest way down, by first parents; empty when it is not shown.
   */
  List<EntityKey> pathTo(EntityKey key) {
    if (view.find(key).isEmpty() || filtered() && !kept.contains(key)) {
      return List.of();
    }
    Deque<EntityKey> path = new ArrayDeque<>();
    Set<EntityKey> seen = new HashSet<>();
    EntityKey at = key;
    while (at != null && seen.add(at)) {
      path.addFirst(at);
      boolean top = tops.getOrDefault(at.type(), List.of()).contains(at);
      List<EntityKey> up = parents.getOrDefault(at, List.of());
      at = top || up.isEmpty() ? null : up.getFirst();
    }
    return List.copyOf(path);
  }

  /** The rows to open so that everything the filter found is seen; none without a filter. */
  Set<ExplorerNode.Place> openedByFilter() {
    Set<ExplorerNode.Place> opened = new LinkedHashSet<>();
    if (!filtered()) {
      return opened;
    }
    Deque<ExplorerNode> waiting = new ArrayDeque<>(sections());
    while (!waiting.isEmpty() && opened.size() < OPENED_BY_FILTER) {
      ExplorerNode node = waiting.removeFirst();
      opened.add(node.place());
      for (ExplorerNode.Entity child : children(node)) {
        if (!child.leaf()) {
          waiting.addLast(child);
        }
      }
    }
    return opened;
  }

  /** How many entities the filter found. */
  int matchCount() {
    return matches.size();
  }

  /** Whether a filter is on. */
  boolean filtered() {
    return !filter.isEmpty();
  }

  private void linkCategories() {
    for (EntitySummary category : view.entities(EntityType.CATEGORY)) {
      List<EntityKey> up = new ArrayList<>();
      for (EntityReference reference : referencesOf(category.key())) {
        if (reference.pointer().equals(PARENTS)
            && !up.contains(reference.target())
            && view.find(reference.target()).isPresent()) {
          up.add(reference.target());
        }
      }
      parents.put(category.key(), up);
      up.forEach(
          parent -> children.computeIfAbsent(parent, k -> new ArrayList<>()).add(category.key()));
    }
    children.replaceAll((parent, list) -> sorted(list));
  }

  /** A deleted category stays where it was. */
  private List<EntityReference> referencesOf(EntityKey key) {
    return view.status(key) == EntityStatus.DELETED
        ? view.base().referencesFrom(key)
        : view.referencesFrom(key);
  }

  /** Those without a parent, and of each cycle that nothing leads to its first by key. */
  private List<EntityKey> rootCategories() {
    List<EntityKey> roots = new ArrayList<>();
    Set<EntityKey> reached = new HashSet<>();
    for (EntitySummary category : view.entities(EntityType.CATEGORY)) {
      if (parents.getOrDefault(category.key(), List.of()).isEmpty()) {
        roots.add(category.key());
        reach(category.key(), reached);
      }
    }
    for (EntitySummary category : view.entities(EntityType.CATEGORY)) {
      if (!reached.contains(category.key())) {
        EntityKey entry = firstOfCycleAbove(category.key());
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
        waiting.addAll(children.getOrDefault(key, List.of()));
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
      Deque<EntityKey> waiting = new ArrayDeque<>(parents.getOrDefault(change.key(), List.of()));
      Set<EntityKey> seen = new HashSet<>(Set.of(change.key()));
      while (!waiting.isEmpty()) {
        EntityKey ancestor = waiting.removeFirst();
        if (seen.add(ancestor)) {
          changedBelow.merge(ancestor, 1, Integer::sum);
          waiting.addAll(parents.getOrDefault(ancestor, List.of()));
        }
      }
    }
  }

  private int changedIn(EntityType type) {
    return (int) view.changes().stream().filter(change -> change.key().type() == type).count();
  }

  private void match() {
    String[] words = filter.toLowerCase(Locale.ROOT).split("\\s+");
    for (EntityType type : EntityType.values()) {
      for (EntitySummary entity : view.entities(type)) {
        String text = (entity.label() + " " + entity.key().key()).toLowerCase(Locale.ROOT);
        if (containsAll(text, words)) {
          matches.add(entity.key());
        }
      }
    }
    Deque<EntityKey> waiting = new ArrayDeque<>(matches);
    while (!waiting.isEmpty()) {
      EntityKey key = waiting.removeFirst();
      if (kept.add(key)) {
        waiting.addAll(parents.getOrDefault(key, List.of()));
      }
    }
  }

  private static boolean containsAll(String text, String[] words) {
    for (String word : words) {
      if (!text.contains(word)) {
        return false;
      }
    }
    return true;
  }

  private List<ExplorerNode.Entity> nodes(ExplorerNode.Place place, List<EntityKey> keys) {
    List<ExplorerNode.Entity> nodes = new ArrayList<>();
    for (EntityKey key : keys) {
      if (!filtered() || kept.contains(key)) {
        nodes.add(node(place, key));
      }
    }
    return nodes;
  }

  private ExplorerNode.Entity node(ExplorerNode.Place above, EntityKey key) {
    boolean loop = above.path().contains(key);
    boolean leaf =
        loop
            || children.getOrDefault(key, List.of()).stream()
                .noneMatch(child -> !filtered() || kept.contains(child));
    return new ExplorerNode.Entity(
        above.below(key),
        key,
        view.find(key).map(EntitySummary::label).orElse(key.key()),
        view.status(key),
        worst.get(key),
        leaf ? 0 : changedBelow.getOrDefault(key, 0),
        loop,
        filtered() && !matches.contains(key),
        leaf);
  }

  private List<EntityKey> sorted(Collection<EntityKey> keys) {
    Comparator<EntityKey> byLabel =
        Comparator.comparing(
            key -> view.find(key).map(EntitySummary::label).orElse(key.key()),
            String.CASE_INSENSITIVE_ORDER);
    return keys.stream().sorted(byLabel.thenComparing(Comparator.naturalOrder())).toList();
  }

  private static Map<EntityKey, Severity> worst(Collection<Finding> findings) {
    Map<EntityKey, Severity> worst = new HashMap<>();
    for (Finding finding : findings) {
      worst.merge(
          finding.key(),
          finding.severity(),
          (one, other) -> one.compareTo(other) <= 0 ? one : other);
    }
    return worst;
  }
}
