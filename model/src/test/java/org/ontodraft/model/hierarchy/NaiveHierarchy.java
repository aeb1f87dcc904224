package org.ontodraft.model.hierarchy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;

/** The same questions answered path by path, for small graphs. */
record NaiveHierarchy(Map<String, Map<String, List<String>>> categories) {
  private List<String> list(String name, String field) {
    return categories.getOrDefault(name, Map.of()).getOrDefault(field, List.of());
  }

  List<String> parents(String name) {
    return list(name, "parents").stream().filter(categories::containsKey).distinct().toList();
  }

  Set<String> descendants(String name) {
    Set<String> below = new TreeSet<>();
    boolean grew = true;
    while (grew) {
      grew = false;
      for (String other : categories.keySet()) {
        boolean isBelow =
            parents(other).stream().anyMatch(p -> p.equals(name) || below.contains(p));
        grew |= isBelow && below.add(other);
      }
    }
    return below;
  }

  boolean onCycle(String child, String parent) {
    return child.equals(parent) || descendants(child).contains(parent);
  }

  Set<List<String>> edgesOnCycles() {
    Set<List<String>> edges = new HashSet<>();
    for (String child : categories.keySet()) {
      for (String parent : parents(child)) {
        if (onCycle(child, parent)) {
          edges.add(List.of(child, parent));
        }
      }
    }
    return edges;
  }

  List<String> effective(String name, String required, String optional) {
    TreeMap<String, Set<Provenance>> items = new TreeMap<>();
    walk(name, 0, required, optional, items);
    List<String> lines = new ArrayList<>();
    items.forEach((item, set) -> {
      List<Provenance> sorted = new ArrayList<>(set);
      sorted.sort((a, b) ->
          a.depth() != b.depth() ? a.depth() - b.depth() : a.source().compareTo(b.source()));
      lines.add(HierarchyTest.line(item, sorted.stream().anyMatch(Provenance::required), sorted));
    });
    return lines;
  }

  /** Every way up to a category that lists the property, as names with spaces between. */
  List<String> paths(String name, String property) {
    List<String> ways = new ArrayList<>();
    boolean here =
        list(name, "required_properties").contains(property)
            || list(name, "optional_properties").contains(property);
    if (here) {
      ways.add(name);
    }
    for (String parent : parents(name)) {
      if (!onCycle(name, parent)) {
        paths(parent, property).forEach(way -> ways.add(name + " " + way));
      }
    }
    return ways;
  }

  private void walk(
      String name,
      int depth,
      String required,
      String optional,
      TreeMap<String, Set<Provenance>> items) {
    List<String> must = list(name, required);
    List<String> may = list(name, optional);
    Set<String> all = new LinkedHashSet<>(must);
    all.addAll(may);
    for (String item : all) {
      items
          .computeIfAbsent(item, i -> new HashSet<>())
          .add(new Provenance(EntityKey.of(EntityType.CATEGORY, name), depth, must.contains(item)));
    }
    for (String parent : parents(name)) {
      if (!onCycle(name, parent)) {
        walk(parent, depth + 1, required, optional, items);
      }
    }
  }
}
