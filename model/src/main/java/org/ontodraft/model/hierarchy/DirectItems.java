package org.ontodraft.model.hierarchy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.ontology.EntityReference;
import org.ontodraft.model.ontology.OntologyView;

/**
 * The properties and subobjects that each category lists itself, by the nodes of a {@link
 * ParentGraph}. An entry is an item's number with {@link #required} in its lowest bit; the entries
 * of a category are sorted by item. What is listed twice is there once, required if it is so in
 * either list. Items need not exist. Immutable.
 */
final class DirectItems {
  /** The types a category lists. */
  static final List<EntityType> TYPES = List.of(EntityType.PROPERTY, EntityType.SUBOBJECT);

  private static final String REQUIRED_PROPERTIES = "/required_properties";
  private static final String OPTIONAL_PROPERTIES = "/optional_properties";
  private static final String REQUIRED_SUBOBJECTS = "/required_subobjects";
  private static final String OPTIONAL_SUBOBJECTS = "/optional_subobjects";

  private final KeyTable keys;
  private final NodeLists properties;
  private final NodeLists subobjects;

  private DirectItems(KeyTable keys, NodeLists properties, NodeLists subobjects) {
    this.keys = keys;
    this.properties = properties;
    this.subobjects = subobjects;
  }

  static DirectItems of(OntologyView view, ParentGraph graph) {
    int size = graph.keys().size();
    Set<EntityKey> named = new HashSet<>();
    for (int node = 0; node < size; node++) {
      named.addAll(listed(view, graph.keys().key(node)).keySet());
    }
    KeyTable keys = KeyTable.ofSorted(named.stream().sorted().toList());
    int[][] properties = new int[size][];
    int[][] subobjects = new int[size][];
    for (int node = 0; node < size; node++) {
      Map<EntityKey, Boolean> listed = listed(view, graph.keys().key(node));
      properties[node] = entries(listed, EntityType.PROPERTY, keys);
      subobjects[node] = entries(listed, EntityType.SUBOBJECT, keys);
    }
    return new DirectItems(keys, NodeLists.of(properties), NodeLists.of(subobjects));
  }

  DirectItems with(OntologyView view, Collection<EntityKey> changed, ParentGraph graph) {
    SortedSet<EntityKey> categories = new TreeSet<>();
    List<EntityKey> named = new ArrayList<>();
    for (EntityKey key : changed) {
      if (key.type() == EntityType.CATEGORY && categories.add(key)) {
        named.addAll(listed(view, key).keySet());
      }
    }
    KeyTable table = keys.with(named);
    Map<Integer, int[]> newProperties = new HashMap<>();
    Map<Integer, int[]> newSubobjects = new HashMap<>();
    for (EntityKey category : categories) {
      int node = graph.keys().number(category);
      Map<EntityKey, Boolean> listed = listed(view, category);
      replace(properties, newProperties, node, entries(listed, EntityType.PROPERTY, table));
      replace(subobjects, newSubobjects, node, entries(listed, EntityType.SUBOBJECT, table));
    }
    return newProperties.isEmpty() && newSubobjects.isEmpty() && table == keys
        ? this
        : new DirectItems(table, properties.with(newProperties), subobjects.with(newSubobjects));
  }

  private static void replace(NodeLists lists, Map<Integer, int[]> newer, int node, int[] entries) {
    if (!Arrays.equals(lists.get(node), entries)) {
      newer.put(node, entries);
    }
  }

  private static Map<EntityKey, Boolean> listed(OntologyView view, EntityKey category) {
    Map<EntityKey, Boolean> listed = new LinkedHashMap<>();
    for (EntityReference reference : view.referencesFrom(category)) {
      switch (reference.pointer()) {
        case REQUIRED_PROPERTIES, REQUIRED_SUBOBJECTS -> listed.put(reference.target(), true);
        case OPTIONAL_PROPERTIES, OPTIONAL_SUBOBJECTS ->
            listed.putIfAbsent(reference.target(), false);
        default -> {}
      }
    }
    return listed;
  }

  private static int[] entries(Map<EntityKey, Boolean> listed, EntityType type, KeyTable keys) {
    int[] entries = new int[listed.size()];
    int count = 0;
    for (Map.Entry<EntityKey, Boolean> each : listed.entrySet()) {
      if (each.getKey().type() == type) {
        entries[count++] = keys.number(each.getKey()) << 1 | (each.getValue() ? 1 : 0);
      }
    }
    Arrays.sort(entries, 0, count);
    return count == 0 ? NodeLists.NONE : Arrays.copyOf(entries, count);
  }

  /** The entries of a category's node. */
  int[] of(int node, EntityType type) {
    return (type == EntityType.PROPERTY ? properties : subobjects).get(node);
  }

  /** Whether a category lists this item itself. */
  boolean lists(int node, EntityType type, int wanted) {
    int place = Arrays.binarySearch(of(node, type), wanted << 1);
    int[] entries = of(node, type);
    int at = place >= 0 ? place : -place - 1;
    return wanted >= 0 && at < entries.length && item(entries[at]) == wanted;
  }

  static int item(int entry) {
    return entry >> 1;
  }

  static boolean required(int entry) {
    return (entry & 1) == 1;
  }

  EntityKey key(int item) {
    return keys.key(item);
  }

  int number(EntityKey item) {
    return keys.number(item);
  }

  void sort(int[] found) {
    keys.sort(found, found.length);
  }

  int compare(int left, int right) {
    return keys.compare(left, right);
  }
}
