package org.ontodraft.model.hierarchy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
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
    List<EntityKey> existing = new ArrayList<>();
    for (EntityType type : TYPES) {
      view.entities(type).forEach(entity -> existing.add(entity.key()));
    }
    KeyTable.Growing keys = new KeyTable.Growing(existing);
    int size = graph.keys().size();
    int[][] properties = new int[size][];
    int[][] subobjects = new int[size][];
    for (int node = 0; node < size; node++) {
      Listed listed = new Listed(view.referencesFrom(graph.keys().key(node)), keys::number);
      properties[node] = listed.properties();
      subobjects[node] = listed.subobjects();
    }
    return new DirectItems(keys.table(), NodeLists.of(properties), NodeLists.of(subobjects));
  }

  DirectItems with(OntologyView view, Collection<EntityKey> changed, ParentGraph graph) {
    SortedSet<EntityKey> categories = new TreeSet<>();
    List<EntityKey> named = new ArrayList<>();
    for (EntityKey key : changed) {
      if (key.type() == EntityType.CATEGORY && categories.add(key)) {
        view.referencesFrom(key).stream()
            .map(EntityReference::target)
            .filter(target -> TYPES.contains(target.type()))
            .forEach(named::add);
      }
    }
    KeyTable table = keys.with(named);
    Map<Integer, int[]> newProperties = new HashMap<>();
    Map<Integer, int[]> newSubobjects = new HashMap<>();
    for (EntityKey category : categories) {
      int node = graph.keys().number(category);
      Listed listed = new Listed(view.referencesFrom(category), table::number);
      replace(properties, newProperties, node, listed.properties());
      replace(subobjects, newSubobjects, node, listed.subobjects());
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

  /** What one category lists, as entries. */
  private static final class Listed {
    private int[] found = NodeLists.NONE;
    private int count;
    private final int[] properties;
    private final int[] subobjects;

    Listed(List<EntityReference> references, ToIntFunction<EntityKey> numbers) {
      this.properties = read(references, numbers, REQUIRED_PROPERTIES, OPTIONAL_PROPERTIES);
      this.subobjects = read(references, numbers, REQUIRED_SUBOBJECTS, OPTIONAL_SUBOBJECTS);
    }

    int[] properties() {
      return properties;
    }

    int[] subobjects() {
      return subobjects;
    }

    private int[] read(
        List<EntityReference> references,
        ToIntFunction<EntityKey> numbers,
        String required,
        String optional) {
      count = 0;
      for (EntityReference reference : references) {
        if (reference.pointer().equals(required)) {
          add(numbers.applyAsInt(reference.target()) << 1 | 1);
        } else if (reference.pointer().equals(optional)) {
          add(numbers.applyAsInt(reference.target()) << 1);
        }
      }
      Arrays.sort(found, 0, count);
      int kept = 0;
      for (int i = 0; i < count; i++) {
        if (kept > 0 && item(found[kept - 1]) == item(found[i])) {
          found[kept - 1] |= found[i];
        } else {
          found[kept++] = found[i];
        }
      }
      return kept == 0 ? NodeLists.NONE : Arrays.copyOf(found, kept);
    }

    private void add(int entry) {
      if (count == found.length) {
        found = Arrays.copyOf(found, Math.max(8, count * 2));
      }
      found[count++] = entry;
    }
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
