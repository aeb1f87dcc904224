package org.ontodraft.model.hierarchy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * A list of numbers for each node of a graph. Immutable by contract: nobody writes into a list it
 * hands out. A copy with some lists replaced shares the others, so it costs what is replaced.
 */
final class NodeLists {
  static final int[] NONE = {};

  /** With more than one replaced list to this many, copying the whole is cheap beside them. */
  private static final int BASE_TO_REPLACED = 8;

  private final int[][] base;
  private final Map<Integer, int[]> replaced;

  private NodeLists(int[][] base, Map<Integer, int[]> replaced) {
    this.base = base;
    this.replaced = replaced;
  }

  /** Over these lists, which the caller gives up. */
  static NodeLists of(int[][] lists) {
    return new NodeLists(lists, Map.of());
  }

  /** The list of a node; empty for a node that came later. */
  int[] get(int node) {
    if (!replaced.isEmpty()) {
      int[] list = replaced.get(node);
      if (list != null) {
        return list;
      }
    }
    return node < base.length ? base[node] : NONE;
  }

  /** With other lists for some nodes. */
  NodeLists with(Map<Integer, int[]> newer) {
    if (newer.isEmpty()) {
      return this;
    }
    Map<Integer, int[]> all = new HashMap<>(replaced);
    all.putAll(newer);
    if (all.size() * BASE_TO_REPLACED < base.length) {
      return new NodeLists(base, all);
    }
    int size = base.length;
    for (int node : all.keySet()) {
      size = Math.max(size, node + 1);
    }
    int[][] whole = Arrays.copyOf(base, size);
    Arrays.fill(whole, base.length, size, NONE);
    all.forEach((node, list) -> whole[node] = list);
    return of(whole);
  }
}
