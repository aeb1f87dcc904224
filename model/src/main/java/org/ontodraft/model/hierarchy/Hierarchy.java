package org.ontodraft.model.hierarchy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.ontology.OntologyView;

/**
 * The inheritance of categories in a view. A category whose parents lead back to it inherits
 * nothing along that way: cycles are reported and never followed. A category a draft deletes makes
 * no references, so it stands among the roots. Immutable and safe to share between threads;
 * computing it reads only the index.
 *
 * <p>Asked for a category the view does not have, it answers with nothing.
 */
public final class Hierarchy {
  /**
   * How many (source, depth) pairs one category may have before only the nearest depth of each
   * further source counts. A deep ladder of short cuts has a pair for every source and depth.
   */
  static final int MAX_PAIRS = 100_000;

  private static final String PARENTS = "/parents";

  private final ParentGraph graph;
  private final DirectItems items;

  private Hierarchy(ParentGraph graph, DirectItems items) {
    this.graph = graph;
    this.items = items;
  }

  /** The hierarchy of this view. Its cost grows with the number of categories. */
  public static Hierarchy of(OntologyView view) {
    ParentGraph graph = ParentGraph.of(view, EntityType.CATEGORY, PARENTS);
    return new Hierarchy(graph, DirectItems.of(view, graph));
  }

  /**
   * The hierarchy of a view that differs from this one's in no other entity than these. It costs
   * what the changed categories, their lists and their ancestors are, and shares the rest.
   *
   * @param changed entities that were created, changed or deleted, or whose change was taken back
   */
  public Hierarchy with(OntologyView view, Collection<EntityKey> changed) {
    ParentGraph newGraph = graph.with(view, changed);
    DirectItems newItems = items.with(view, changed, newGraph);
    return newGraph == graph && newItems == items ? this : new Hierarchy(newGraph, newItems);
  }

  /**
   * Categories with no parent that exists, and the first by key of each group of cycles that
   * nothing else leads to, so that every category is reachable from a root; sorted. The first call
   * looks at every category.
   */
  public List<EntityKey> roots() {
    return graph.roots();
  }

  /** The existing parents, in the order the category lists them. */
  public List<EntityKey> parents(EntityKey category) {
    return graph.parentKeys(category);
  }

  /** The categories that list this one as a parent, sorted. */
  public List<EntityKey> children(EntityKey category) {
    return graph.childKeys(category);
  }

  /** Every category above, without the category itself unless it is its own ancestor; sorted. */
  public Set<EntityKey> ancestors(EntityKey category) {
    return graph.ancestors(category);
  }

  /** Every category below, without the category itself unless it is its own ancestor; sorted. */
  public Set<EntityKey> descendants(EntityKey category) {
    return graph.descendants(category);
  }

  /** Whether any of {@link #descendants} is one of these; looks no further than it must. */
  public boolean anyDescendant(EntityKey category, Predicate<EntityKey> wanted) {
    return graph.anyBelow(category, wanted);
  }

  /**
   * Cycles that together hold every parent that is on one, each once, starting at its first key and
   * going from child to parent; at most 1,000.
   */
  public List<List<EntityKey>> cycles() {
    return graph.cycles();
  }

  /** Whether a category and its parent are both their own ancestors through each other. */
  public boolean isOnCycle(EntityKey category, EntityKey parent) {
    int child = graph.node(category);
    int above = graph.node(parent);
    return child >= 0 && above >= 0 && graph.onCycle(child, above);
  }

  /** The properties the category has, sorted by key. */
  public List<EffectiveItem> effectiveProperties(EntityKey category) {
    return effective(category, EntityType.PROPERTY);
  }

  /** The subobjects the category has, sorted by key. */
  public List<EffectiveItem> effectiveSubobjects(EntityKey category) {
    return effective(category, EntityType.SUBOBJECT);
  }

  /** The properties and subobjects the category has, and whether any source requires them. */
  public Map<EntityKey, Boolean> requirements(EntityKey category) {
    NodeSet sources = sources(category);
    Map<EntityKey, Boolean> required = new HashMap<>();
    for (EntityType type : DirectItems.TYPES) {
      for (int i = 0; i < sources.size(); i++) {
        for (int entry : items.of(sources.get(i), type)) {
          required.merge(
              items.key(DirectItems.item(entry)), DirectItems.required(entry), Boolean::logicalOr);
        }
      }
    }
    return required;
  }

  /** The properties that any source of the category requires, sorted. */
  public List<EntityKey> requiredProperties(EntityKey category) {
    NodeSet sources = sources(category);
    NodeSet required = new NodeSet();
    for (int i = 0; i < sources.size(); i++) {
      for (int entry : items.of(sources.get(i), EntityType.PROPERTY)) {
        if (DirectItems.required(entry)) {
          required.add(DirectItems.item(entry));
        }
      }
    }
    int[] sorted = required.toArray();
    items.sort(sorted);
    List<EntityKey> keys = new ArrayList<>(sorted.length);
    for (int item : sorted) {
      keys.add(items.key(item));
    }
    return keys;
  }

  /** Whether the category, or one it inherits from, lists a property or subobject. */
  public boolean has(EntityKey category, EntityKey item) {
    int wanted = items.number(item);
    NodeSet sources = sources(category);
    for (int i = 0; wanted >= 0 && i < sources.size(); i++) {
      if (items.lists(sources.get(i), item.type(), wanted)) {
        return true;
      }
    }
    return false;
  }

  /** The category and those it inherits from. */
  private NodeSet sources(EntityKey category) {
    NodeSet sources = new NodeSet();
    int start = graph.node(category);
    if (start >= 0) {
      sources.add(start);
    }
    for (int i = 0; i < sources.size(); i++) {
      int child = sources.get(i);
      for (int parent : graph.parents(child)) {
        if (!graph.onCycle(child, parent)) {
          sources.add(parent);
        }
      }
    }
    return sources;
  }

  /**
   * The ways by parents from the category up to each category that lists the item itself.
   *
   * @param item a property or subobject
   */
  public InheritancePaths paths(EntityKey category, EntityKey item) {
    int start = graph.node(category);
    int wanted = items.number(item);
    return start < 0
        ? InheritancePaths.NONE
        : PathSearch.from(graph, start, node -> items.lists(node, item.type(), wanted));
  }

  /**
   * The ways by parents from the category up to a category without a parent it could inherit from.
   */
  public InheritancePaths pathsToRoots(EntityKey category) {
    int start = graph.node(category);
    return start < 0
        ? InheritancePaths.NONE
        : PathSearch.from(graph, start, node -> inheritedParents(node).length == 0);
  }

  private int[] inheritedParents(int node) {
    return Arrays.stream(graph.parents(node))
        .filter(parent -> graph.present(parent) && !graph.onCycle(node, parent))
        .toArray();
  }

  private List<EffectiveItem> effective(EntityKey category, EntityType type) {
    Map<Integer, List<Provenance>> found = new HashMap<>();
    walk(
        category,
        type,
        (item, required, source, depth) ->
            found
                .computeIfAbsent(item, i -> new ArrayList<>(2))
                .add(new Provenance(graph.keys().key(source), depth, required)));
    int[] sorted = found.keySet().stream().mapToInt(Integer::intValue).toArray();
    items.sort(sorted);
    List<EffectiveItem> effective = new ArrayList<>(sorted.length);
    for (int item : sorted) {
      List<Provenance> provenance = found.getOrDefault(item, List.of());
      boolean anyRequires = provenance.stream().anyMatch(Provenance::required);
      effective.add(new EffectiveItem(items.key(item), anyRequires, provenance));
    }
    return effective;
  }

  /** Takes what one category lists. */
  @FunctionalInterface
  private interface Visitor {
    void visit(int item, boolean required, int source, int depth);
  }

  /** By depth, then by key within a level: each item's sources come in the order they win. */
  private void walk(EntityKey category, EntityType type, Visitor visitor) {
    int start = graph.node(category);
    if (start < 0) {
      return;
    }
    NodeSet seen = new NodeSet();
    int pairs = 0;
    int[] level = {start};
    for (int depth = 0; level.length > 0; depth++) {
      for (int source : level) {
        seen.add(source);
        for (int entry : items.of(source, type)) {
          visitor.visit(DirectItems.item(entry), DirectItems.required(entry), source, depth);
        }
      }
      pairs += level.length;
      level = above(level, pairs < MAX_PAIRS ? null : seen);
    }
  }

  /** The parents of these categories outside their cycles, by key, each once. */
  private int[] above(int[] level, @Nullable NodeSet without) {
    int[] found = new int[8];
    int count = 0;
    for (int child : level) {
      for (int parent : graph.parents(child)) {
        if (!graph.onCycle(child, parent) && (without == null || !without.contains(parent))) {
          found = count == found.length ? Arrays.copyOf(found, count * 2) : found;
          found[count++] = parent;
        }
      }
    }
    graph.keys().sort(found, count);
    int kept = 0;
    for (int i = 0; i < count; i++) {
      if (i == 0 || found[i] != found[i - 1]) {
        found[kept++] = found[i];
      }
    }
    return Arrays.copyOf(found, kept);
  }

  /** The graph behind this, for what computes on all of it. */
  ParentGraph graph() {
    return graph;
  }

  /** The lists behind this, for what computes on all of them. */
  DirectItems items() {
    return items;
  }
}
