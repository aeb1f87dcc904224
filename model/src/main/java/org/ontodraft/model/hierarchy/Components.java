package org.ontodraft.model.hierarchy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The strongly connected components of a graph (Tarjan): two nodes share one when each leads to the
 * other. Without recursion, since a chain of parents may be as long as a repository cares to make
 * it.
 */
final class Components {
  private static final int UNSEEN = -1;

  private final int[][] edges;
  private final int[] order;
  private final int[] lowest;
  private final int[] component;
  private final int[] nextEdge;
  private final int[] open;
  private int opened;
  private int seen;
  private final List<int[]> members = new ArrayList<>();

  private Components(int[][] edges) {
    int size = edges.length;
    this.edges = edges;
    this.order = new int[size];
    this.lowest = new int[size];
    this.component = new int[size];
    this.nextEdge = new int[size];
    this.open = new int[size];
    Arrays.fill(order, UNSEEN);
    Arrays.fill(component, UNSEEN);
  }

  /** The components of the graph in which node {@code i} leads to {@code edges[i]}. */
  static Components of(int[][] edges) {
    Components components = new Components(edges);
    int[] path = new int[edges.length];
    for (int node = 0; node < edges.length; node++) {
      if (components.order[node] == UNSEEN) {
        components.visit(node, path);
      }
    }
    return components;
  }

  /** The component of a node, as an index into {@link #members()}. */
  int of(int node) {
    return component[node];
  }

  /** The nodes of each component, ascending. */
  List<int[]> members() {
    return members;
  }

  private void visit(int root, int[] path) {
    int depth = 0;
    path[0] = root;
    enter(root);
    while (depth >= 0) {
      int node = path[depth];
      if (nextEdge[node] < edges[node].length) {
        int target = edges[node][nextEdge[node]++];
        if (order[target] == UNSEEN) {
          path[++depth] = target;
          enter(target);
        } else if (component[target] == UNSEEN) {
          lowest[node] = Math.min(lowest[node], order[target]);
        }
        continue;
      }
      if (lowest[node] == order[node]) {
        close(node);
      }
      if (--depth >= 0) {
        lowest[path[depth]] = Math.min(lowest[path[depth]], lowest[node]);
      }
    }
  }

  private void enter(int node) {
    order[node] = seen;
    lowest[node] = seen++;
    open[opened++] = node;
  }

  private void close(int node) {
    int start = opened;
    do {
      component[open[--start]] = members.size();
    } while (open[start] != node);
    int[] nodes = Arrays.copyOfRange(open, start, opened);
    Arrays.sort(nodes);
    members.add(nodes);
    opened = start;
  }
}
