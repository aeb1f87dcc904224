package org.ontodraft.model.hierarchy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.ontology.EntityReference;
import org.ontodraft.model.ontology.EntitySummary;
import org.ontodraft.model.ontology.OntologyView;

/**
 * The inheritance of categories in a view. A category whose parents lead back to it inherits
 * nothing along that way: cycles are reported and never followed. A category a draft deletes makes
 * no references, so it stands among the roots. Immutable; computing it reads only the index.
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
  private static final int[] NONE = {};

  private final OntologyView view;
  private final List<EntityKey> keys;
  private final Map<EntityKey, Integer> places;
  private final int[][] parents;
  private final int[][] children;
  private final Components components;
  private final List<EntityKey> roots;
  private final List<List<EntityKey>> cycles;

  private Hierarchy(OntologyView view) {
    this.view = view;
    this.keys = view.entities(EntityType.CATEGORY).stream().map(EntitySummary::key).toList();
    this.places = HashMap.newHashMap(keys.size());
    for (int i = 0; i < keys.size(); i++) {
      places.put(keys.get(i), i);
    }
    this.parents = parentsOf();
    this.children = reversed(parents);
    this.components = Components.of(parents);
    this.roots = rootsOf();
    this.cycles =
        Cycles.of(parents, components).stream()
            .map(cycle -> cycle.stream().map(keys::get).toList())
            .toList();
  }

  /** The hierarchy of this view. */
  public static Hierarchy of(OntologyView view) {
    return new Hierarchy(view);
  }

  private int[][] parentsOf() {
    int[][] found = new int[keys.size()][];
    int[] listed = new int[keys.size()];
    int[] listedBy = new int[keys.size()];
    Arrays.fill(listedBy, -1);
    for (int child = 0; child < found.length; child++) {
      int count = 0;
      for (EntityReference reference : view.referencesFrom(keys.get(child))) {
        int parent = reference.pointer().equals(PARENTS) ? place(reference.target()) : -1;
        if (parent >= 0 && listedBy[parent] != child) {
          listedBy[parent] = child;
          listed[count++] = parent;
        }
      }
      found[child] = count == 0 ? NONE : Arrays.copyOf(listed, count);
    }
    return found;
  }

  private static int[][] reversed(int[][] edges) {
    int[] counts = new int[edges.length];
    for (int[] targets : edges) {
      for (int target : targets) {
        counts[target]++;
      }
    }
    int[][] reversed = new int[edges.length][];
    for (int i = 0; i < edges.length; i++) {
      reversed[i] = counts[i] == 0 ? NONE : new int[counts[i]];
    }
    // From the last source to the first, so that the counts end at zero and the sources ascend.
    for (int source = edges.length - 1; source >= 0; source--) {
      for (int target : edges[source]) {
        reversed[target][--counts[target]] = source;
      }
    }
    return reversed;
  }

  private List<EntityKey> rootsOf() {
    return components.members().stream()
        .filter(members -> Arrays.stream(members).noneMatch(this::hasParentOutside))
        .map(members -> keys.get(members[0]))
        .sorted()
        .toList();
  }

  private boolean hasParentOutside(int category) {
    for (int parent : parents[category]) {
      if (components.of(parent) != components.of(category)) {
        return true;
      }
    }
    return false;
  }

  private int place(EntityKey category) {
    return places.getOrDefault(category, -1);
  }

  /**
   * Categories with no parent that exists, and the first by key of each cycle that nothing else
   * leads to, so that every category is reachable from a root; sorted.
   */
  public List<EntityKey> roots() {
    return roots;
  }

  /** The existing parents, in the order the category lists them. */
  public List<EntityKey> parents(EntityKey category) {
    return keysAt(parents, category);
  }

  /** The categories that list this one as a parent, sorted. */
  public List<EntityKey> children(EntityKey category) {
    return keysAt(children, category);
  }

  private List<EntityKey> keysAt(int[][] edges, EntityKey category) {
    int place = place(category);
    return place < 0 ? List.of() : Arrays.stream(edges[place]).mapToObj(keys::get).toList();
  }

  /** Every category below, without the category itself unless it is its own ancestor; sorted. */
  public Set<EntityKey> descendants(EntityKey category) {
    int start = place(category);
    if (start < 0) {
      return Set.of();
    }
    BitSet below = new BitSet();
    int[] queue = new int[keys.size() + 1];
    queue[0] = start;
    int queued = 1;
    for (int i = 0; i < queued; i++) {
      for (int child : children[queue[i]]) {
        if (!below.get(child)) {
          below.set(child);
          if (child != start) {
            queue[queued++] = child;
          }
        }
      }
    }
    Set<EntityKey> found = LinkedHashSet.newLinkedHashSet(below.cardinality());
    below.stream().forEach(place -> found.add(keys.get(place)));
    return Collections.unmodifiableSet(found);
  }

  /**
   * Cycles that together hold every parent that is on one, each once, starting at its first key and
   * going from child to parent; at most 1,000.
   */
  public List<List<EntityKey>> cycles() {
    return cycles;
  }

  /** The properties the category has, sorted by key. */
  public List<EffectiveItem> effectiveProperties(EntityKey category) {
    return effective(category, "/required_properties", "/optional_properties");
  }

  /** The subobjects the category has, sorted by key. */
  public List<EffectiveItem> effectiveSubobjects(EntityKey category) {
    return effective(category, "/required_subobjects", "/optional_subobjects");
  }

  private List<EffectiveItem> effective(EntityKey category, String required, String optional) {
    int start = place(category);
    if (start < 0) {
      return List.of();
    }
    TreeMap<EntityKey, List<Provenance>> items = new TreeMap<>();
    BitSet seen = new BitSet();
    int pairs = 0;
    int[] level = {start};
    for (int depth = 0; level.length > 0; depth++) {
      // By depth, then by key within a level: each item's sources come in the order they win.
      for (int source : level) {
        seen.set(source);
        addItems(items, keys.get(source), depth, required, optional);
      }
      pairs += level.length;
      level = above(level, pairs < MAX_PAIRS ? null : seen);
    }
    List<EffectiveItem> effective = new ArrayList<>(items.size());
    items.forEach((item, provenance) -> {
      boolean anyRequires = provenance.stream().anyMatch(Provenance::required);
      effective.add(new EffectiveItem(item, anyRequires, provenance));
    });
    return effective;
  }

  /** The parents of these categories outside their cycles, ascending, each once. */
  private int[] above(int[] level, @Nullable BitSet without) {
    return Arrays.stream(level)
        .flatMap(child ->
            Arrays.stream(parents[child])
                .filter(parent -> components.of(parent) != components.of(child)))
        .filter(parent -> without == null || !without.get(parent))
        .sorted()
        .distinct()
        .toArray();
  }

  private void addItems(
      Map<EntityKey, List<Provenance>> items,
      EntityKey source,
      int depth,
      String required,
      String optional) {
    Map<EntityKey, Boolean> listed = new HashMap<>();
    for (EntityReference reference : view.referencesFrom(source)) {
      if (reference.pointer().equals(required)) {
        listed.put(reference.target(), true);
      } else if (reference.pointer().equals(optional)) {
        listed.putIfAbsent(reference.target(), false);
      }
    }
    listed.forEach((item, isRequired) ->
        items
            .computeIfAbsent(item, i -> new ArrayList<>())
            .add(new Provenance(source, depth, isRequired)));
  }
}
