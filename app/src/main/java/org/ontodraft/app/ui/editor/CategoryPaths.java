package org.ontodraft.app.ui.editor;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.hierarchy.Hierarchy;

/**
 * The ways from a root down to a category.
 *
 * @param paths at most {@link #SHOWN}, each from the root to the category itself
 * @param total how many there are, counted without walking them all
 */
public record CategoryPaths(List<List<EntityKey>> paths, long total) {
  /** The most paths that are listed. */
  public static final int SHOWN = 20;

  public CategoryPaths {
    paths = List.copyOf(paths);
  }

  /** For what has no place in the inheritance. */
  static CategoryPaths none() {
    return new CategoryPaths(List.of(), 0);
  }

  static CategoryPaths of(Hierarchy hierarchy, EntityKey category) {
    List<List<EntityKey>> paths = new ArrayList<>();
    Deque<Step> waiting = new ArrayDeque<>();
    waiting.push(new Step(category, null, 1));
    int limit = 10_000;
    while (!waiting.isEmpty() && paths.size() < SHOWN && limit-- > 0) {
      Step step = waiting.pop();
      List<EntityKey> parents =
          hierarchy.parents(step.category()).stream().filter(p -> !step.holds(p)).toList();
      if (parents.isEmpty()) {
        paths.add(step.fromRoot());
      }
      for (EntityKey parent : parents.reversed()) {
        waiting.push(new Step(parent, step, step.length() + 1));
      }
    }
    long total = count(hierarchy, category);
    return new CategoryPaths(paths, paths.size() < SHOWN ? paths.size() : Math.max(total, SHOWN));
  }

  /** Adds up the parents' counts, each once; a parent that closes a cycle counts nothing. */
  private static long count(Hierarchy hierarchy, EntityKey category) {
    Map<EntityKey, Long> counts = new HashMap<>();
    Set<EntityKey> open = new HashSet<>();
    Deque<EntityKey> stack = new ArrayDeque<>();
    stack.push(category);
    while (!stack.isEmpty()) {
      EntityKey top = stack.element();
      if (counts.containsKey(top)) {
        stack.pop();
        continue;
      }
      if (open.add(top)) {
        hierarchy.parents(top).stream().filter(p -> !open.contains(p)).forEach(stack::push);
        continue;
      }
      long sum = 0;
      for (EntityKey parent : hierarchy.parents(top)) {
        long above = counts.getOrDefault(parent, 0L);
        sum = sum > Long.MAX_VALUE - above ? Long.MAX_VALUE : sum + above;
      }
      counts.put(top, Math.max(1, sum));
      stack.pop();
    }
    return counts.getOrDefault(category, 1L);
  }

  private record Step(
      EntityKey category, @org.jspecify.annotations.Nullable Step below, int length) {
    boolean holds(EntityKey other) {
      for (Step step = this; step != null; step = step.below()) {
        if (step.category().equals(other)) {
          return true;
        }
      }
      return false;
    }

    List<EntityKey> fromRoot() {
      List<EntityKey> path = new ArrayList<>(length);
      for (Step step = this; step != null; step = step.below()) {
        path.add(step.category());
      }
      return Collections.unmodifiableList(path);
    }
  }
}
