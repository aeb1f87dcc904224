package org.ontodraft.model.hierarchy;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ontodraft.model.entity.EntityKey;

/**
 * Which nodes of a graph of parents lie on cycles, and which of them on the same ones: the strongly
 * connected components that hold a cycle. In a good ontology there are none. Immutable.
 */
final class CycleGroups {
  private static final int NO_GROUP = -1;

  /** For each node on a cycle the lowest node that shares one with it. */
  private final Map<Integer, Integer> groups;

  private CycleGroups(Map<Integer, Integer> groups) {
    this.groups = groups;
  }

  /** The groups of the graph in which node {@code i} has the parents {@code parents[i]}. */
  static CycleGroups of(int[][] parents) {
    Map<Integer, Integer> groups = new HashMap<>();
    for (int[] group : Components.of(parents).members()) {
      add(groups, group, parents[group[0]]);
    }
    return new CycleGroups(groups);
  }

  private static void add(Map<Integer, Integer> groups, int[] group, int[] parentsOfFirst) {
    boolean cyclic = group.length > 1;
    for (int parent : parentsOfFirst) {
      cyclic |= parent == group[0];
    }
    for (int i = 0; cyclic && i < group.length; i++) {
      groups.put(group[i], group[0]);
    }
  }

  /**
   * The groups after these nodes got other parents. A cycle that comes runs through a new parent
   * and a cycle that goes ran through an old one, so only changed nodes, those that shared a cycle
   * with one, and their ancestors are looked at.
   */
  CycleGroups with(Set<Integer> changed, NodeLists parents) {
    Set<Integer> starts = new HashSet<>(changed);
    Set<Integer> touched = new HashSet<>();
    changed.forEach(node -> touched.add(of(node)));
    groups.forEach((node, group) -> {
      if (touched.contains(group)) {
        starts.add(node);
      }
    });
    int[] region = withAncestors(starts, parents);
    Map<Integer, Integer> found = new HashMap<>(groups);
    for (int node : region) {
      found.remove(node);
    }
    for (int[] group : Components.of(edgesWithin(region, parents)).members()) {
      int[] nodes = Arrays.stream(group).map(place -> region[place]).toArray();
      add(found, nodes, parents.get(nodes[0]));
    }
    return new CycleGroups(found);
  }

  private static int[] withAncestors(Set<Integer> starts, NodeLists parents) {
    Set<Integer> seen = new HashSet<>(starts);
    ArrayDeque<Integer> queue = new ArrayDeque<>(starts);
    while (!queue.isEmpty()) {
      for (int parent : parents.get(queue.remove())) {
        if (seen.add(parent)) {
          queue.add(parent);
        }
      }
    }
    return seen.stream().mapToInt(Integer::intValue).sorted().toArray();
  }

  /** The edges between nodes of a part, by their places in it. */
  private static int[][] edgesWithin(int[] part, NodeLists parents) {
    Map<Integer, Integer> places = HashMap.newHashMap(part.length);
    for (int i = 0; i < part.length; i++) {
      places.put(part[i], i);
    }
    int[][] edges = new int[part.length][];
    for (int i = 0; i < part.length; i++) {
      edges[i] =
          Arrays.stream(parents.get(part[i]))
              .map(parent -> places.getOrDefault(parent, NO_GROUP))
              .filter(place -> place >= 0)
              .toArray();
    }
    return edges;
  }

  /** The group of a node, or -1 for a node on no cycle. */
  int of(int node) {
    return groups.getOrDefault(node, NO_GROUP);
  }

  /** Whether two nodes lie on a cycle with each other. */
  boolean together(int node, int other) {
    if (groups.isEmpty()) {
      return false;
    }
    Integer group = groups.get(node);
    return group != null && group.equals(groups.get(other));
  }

  /** See {@link Cycles}. */
  List<List<EntityKey>> cycles(NodeLists parents, KeyTable keys) {
    int[] part = groups.keySet().stream().mapToInt(Integer::intValue).toArray();
    keys.sort(part, part.length);
    int[][] edges = edgesWithin(part, parents);
    return Cycles.of(edges, Components.of(edges)).stream()
        .map(cycle -> cycle.stream().map(place -> keys.key(part[place])).toList())
        .toList();
  }
}
