package org.ontodraft.model.hierarchy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.entity.EntityKey;

/**
 * Finds the shortest ways up and counts all of them. Each node is looked at once for the count and
 * the distance to the nearest source; with these, every step of the search leads to a way that is
 * shown, however many ways there are.
 */
final class PathSearch {
  private static final int UNREACHED = Integer.MAX_VALUE;

  private final ParentGraph graph;
  private final IntPredicate source;
  private final Map<Integer, Ahead> ahead = new HashMap<>();

  /** What lies above a node: the steps to the nearest source and the number of ways to all. */
  private record Ahead(int nearest, long ways) {}

  /** The last node of a way that is being walked. */
  private record Step(int node, @Nullable Step before, int length, int expected, long turn) {
    /** The shortest way first; of two, the one that is nearer its end, then the earlier one. */
    static final Comparator<Step> ORDER =
        Comparator.comparingInt(Step::expected)
            .thenComparing(Comparator.comparingInt(Step::length).reversed())
            .thenComparingLong(Step::turn);
  }

  private PathSearch(ParentGraph graph, IntPredicate source) {
    this.graph = graph;
    this.source = source;
  }

  static InheritancePaths from(ParentGraph graph, int start, IntPredicate source) {
    PathSearch search = new PathSearch(graph, source);
    search.lookAhead(start);
    return new InheritancePaths(search.shortest(start), search.at(start).ways());
  }

  private Ahead at(int node) {
    return ahead.getOrDefault(node, new Ahead(UNREACHED, 0));
  }

  /**
   * Parents before children, without recursion: a chain may be as long as a repository makes it.
   */
  private void lookAhead(int start) {
    Set<Integer> open = new HashSet<>();
    ArrayDeque<Integer> stack = new ArrayDeque<>(List.of(start));
    while (!stack.isEmpty()) {
      int node = stack.element();
      if (ahead.containsKey(node)) {
        stack.pop();
      } else if (open.add(node)) {
        for (int parent : graph.parents(node)) {
          if (followed(node, parent) && !ahead.containsKey(parent)) {
            stack.push(parent);
          }
        }
      } else {
        stack.pop();
        ahead.put(node, sumOfParents(node));
      }
    }
  }

  private Ahead sumOfParents(int node) {
    boolean here = source.test(node);
    int nearest = here ? 0 : UNREACHED;
    long ways = here ? 1 : 0;
    for (int parent : graph.parents(node)) {
      Ahead above = followed(node, parent) ? at(parent) : at(-1);
      if (above.ways() > 0) {
        nearest = Math.min(nearest, above.nearest() + 1);
        ways = ways > Long.MAX_VALUE - above.ways() ? Long.MAX_VALUE : ways + above.ways();
      }
    }
    return new Ahead(nearest, ways);
  }

  private boolean followed(int child, int parent) {
    return graph.present(parent) && !graph.onCycle(child, parent);
  }

  private List<List<EntityKey>> shortest(int start) {
    List<List<EntityKey>> found = new ArrayList<>();
    PriorityQueue<Step> waiting = new PriorityQueue<>(Step.ORDER);
    long turn = 0;
    if (at(start).ways() > 0) {
      waiting.add(new Step(start, null, 0, at(start).nearest(), turn++));
    }
    while (!waiting.isEmpty() && found.size() < InheritancePaths.MOST_SHOWN) {
      Step step = waiting.remove();
      if (source.test(step.node())) {
        found.add(keysTo(step));
      }
      for (int parent : graph.parents(step.node())) {
        if (followed(step.node(), parent) && at(parent).ways() > 0) {
          int length = step.length() + 1;
          waiting.add(new Step(parent, step, length, length + at(parent).nearest(), turn++));
        }
      }
    }
    return found;
  }

  private List<EntityKey> keysTo(Step end) {
    List<EntityKey> way = new ArrayList<>(end.length() + 1);
    for (Step step = end; step != null; step = step.before()) {
      way.add(graph.keys().key(step.node()));
    }
    return way.reversed();
  }
}
