package org.ontodraft.model.hierarchy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Cycles that together hold every edge that is on one. A graph can have more cycles than can be
 * listed; these are at most as many as its edges, and mending them all leaves none of these edges.
 */
final class Cycles {
  /** More than anybody mends by hand; bounds the time a hostile repository can take. */
  static final int MAX_CYCLES = 1_000;

  private final int[][] edges;
  private final Components components;

  private Cycles(int[][] edges, Components components) {
    this.edges = edges;
    this.components = components;
  }

  /** The cycles, each starting at its lowest node, in order of their nodes. */
  static List<List<Integer>> of(int[][] edges, Components components) {
    Set<List<Integer>> cycles = new LinkedHashSet<>();
    Cycles finder = new Cycles(edges, components);
    for (int[] members : components.members()) {
      finder.addCycles(members, cycles);
    }
    List<List<Integer>> sorted = new ArrayList<>(cycles);
    sorted.sort(Cycles::compare);
    return sorted;
  }

  private void addCycles(int[] members, Set<List<Integer>> cycles) {
    Set<Long> covered = new HashSet<>();
    for (int from : members) {
      for (int to : edges[from]) {
        boolean inside = components.of(from) == components.of(to);
        if (inside && cycles.size() < MAX_CYCLES && !covered.contains(edge(from, to))) {
          List<Integer> cycle = shortest(from, to);
          for (int i = 0; i < cycle.size(); i++) {
            covered.add(edge(cycle.get(i), cycle.get((i + 1) % cycle.size())));
          }
          cycles.add(fromLowest(cycle));
        }
      }
    }
  }

  private static long edge(int from, int to) {
    return (long) from << 32 | to;
  }

  /** A shortest cycle through this edge: the edge, then the shortest way back. */
  private List<Integer> shortest(int from, int to) {
    Map<Integer, Integer> cameFrom = new HashMap<>();
    ArrayDeque<Integer> queue = new ArrayDeque<>();
    cameFrom.put(to, to);
    queue.add(to);
    while (!cameFrom.containsKey(from)) {
      int node = queue.remove();
      for (int next : edges[node]) {
        if (components.of(next) == components.of(from) && !cameFrom.containsKey(next)) {
          cameFrom.put(next, node);
          queue.add(next);
        }
      }
    }
    List<Integer> back = new ArrayList<>();
    for (int node = from; node != to; node = cameFrom.getOrDefault(node, to)) {
      back.add(node);
    }
    back.add(to);
    return back.reversed();
  }

  private static List<Integer> fromLowest(List<Integer> cycle) {
    int lowest = cycle.indexOf(cycle.stream().min(Integer::compare).orElseThrow());
    List<Integer> turned = new ArrayList<>(cycle.subList(lowest, cycle.size()));
    turned.addAll(cycle.subList(0, lowest));
    return turned;
  }

  private static int compare(List<Integer> left, List<Integer> right) {
    for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
      if (!left.get(i).equals(right.get(i))) {
        return Integer.compare(left.get(i), right.get(i));
      }
    }
    return Integer.compare(left.size(), right.size());
  }
}
