package org.ontodraft.model.hierarchy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.ontology.EntityReference;
import org.ontodraft.model.ontology.EntitySummary;
import org.ontodraft.model.ontology.OntologyView;

/**
 * The entities of one type and the parents they name. Parents that do not exist have a node too,
 * which is not {@link #present}. Edges that lie on a cycle are known as such, so that nobody
 * follows them. Immutable; {@link #with} costs what the changed entities and their ancestors are.
 */
final class ParentGraph {
  private final EntityType type;
  private final String pointer;
  private final KeyTable keys;
  private final BitSet present;
  private final NodeLists parents;
  private final NodeLists children;

  private final CycleGroups groups;

  private final AtomicReference<@Nullable List<EntityKey>> roots = new AtomicReference<>();
  private final AtomicReference<@Nullable List<List<EntityKey>>> cycles = new AtomicReference<>();

  private ParentGraph(
      EntityType type,
      String pointer,
      KeyTable keys,
      BitSet present,
      NodeLists parents,
      NodeLists children,
      CycleGroups groups) {
    this.type = type;
    this.pointer = pointer;
    this.keys = keys;
    this.present = present;
    this.parents = parents;
    this.children = children;
    this.groups = groups;
  }

  /**
   * The graph of a view.
   *
   * @param pointer the field that names the parents
   */
  static ParentGraph of(OntologyView view, EntityType type, String pointer) {
    List<EntityKey> entities = view.entities(type).stream().map(EntitySummary::key).toList();
    KeyTable.Growing keys = new KeyTable.Growing(entities);
    int[][] named = new int[entities.size()][];
    for (int node = 0; node < named.length; node++) {
      named[node] = parentsOf(view, entities.get(node), pointer, keys::number);
    }
    KeyTable all = keys.table();
    int[][] parents = Arrays.copyOf(named, all.size());
    Arrays.fill(parents, named.length, parents.length, NodeLists.NONE);
    BitSet present = new BitSet(all.size());
    present.set(0, entities.size());
    int[][] children = reversed(parents);
    NodeLists up = NodeLists.of(parents);
    return new ParentGraph(
        type, pointer, all, present, up, NodeLists.of(children), CycleGroups.of(parents));
  }

  /** The named parents in the order the entity lists them, each once. */
  private static int[] parentsOf(
      OntologyView view, EntityKey child, String pointer, ToIntFunction<EntityKey> numbers) {
    int first = -1;
    Set<Integer> more = Set.of();
    for (EntityReference reference : view.referencesFrom(child)) {
      if (reference.pointer().equals(pointer)) {
        int parent = numbers.applyAsInt(reference.target());
        if (first < 0) {
          first = parent;
        } else if (parent != first) {
          more = more.isEmpty() ? new LinkedHashSet<>() : more;
          more.add(parent);
        }
      }
    }
    if (first < 0) {
      return NodeLists.NONE;
    }
    int[] found = new int[1 + more.size()];
    found[0] = first;
    int count = 1;
    for (int parent : more) {
      found[count++] = parent;
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
      reversed[i] = counts[i] == 0 ? NodeLists.NONE : new int[counts[i]];
    }
    // From the last source to the first, so that the counts end at zero and the sources ascend.
    for (int source = edges.length - 1; source >= 0; source--) {
      for (int target : edges[source]) {
        reversed[target][--counts[target]] = source;
      }
    }
    return reversed;
  }

  /** The graph of a view that differs from this one's in no other entity of the type than these. */
  ParentGraph with(OntologyView view, Collection<EntityKey> changed) {
    Set<EntityKey> entities = new TreeSet<>();
    List<EntityKey> named = new ArrayList<>();
    for (EntityKey key : changed) {
      if (key.type() == type && entities.add(key)) {
        named.add(key);
        view.referencesFrom(key).stream()
            .filter(reference -> reference.pointer().equals(pointer))
            .forEach(reference -> named.add(reference.target()));
      }
    }
    KeyTable table = keys.with(named);
    BitSet exists = (BitSet) present.clone();
    Map<Integer, int[]> newParents = new HashMap<>();
    Map<Integer, int[]> newChildren = new HashMap<>();
    for (EntityKey key : entities) {
      int node = table.number(key);
      exists.set(node, view.find(key).isPresent());
      int[] before = parents.get(node);
      int[] after = parentsOf(view, key, pointer, table::number);
      if (!Arrays.equals(before, after)) {
        newParents.put(node, after);
        moveChild(newChildren, node, before, after, table);
      }
    }
    if (newParents.isEmpty() && exists.equals(present) && table == keys) {
      return this;
    }
    NodeLists up = parents.with(newParents);
    NodeLists down = children.with(newChildren);
    CycleGroups cyclic = groups.with(newParents.keySet(), up);
    return new ParentGraph(type, pointer, table, exists, up, down, cyclic);
  }

  private void moveChild(
      Map<Integer, int[]> newChildren, int child, int[] before, int[] after, KeyTable table) {
    Set<Integer> gone = setOf(before);
    Set<Integer> come = setOf(after);
    for (int parent : before) {
      if (!come.contains(parent)) {
        int[] list = newChildren.getOrDefault(parent, children.get(parent));
        newChildren.put(parent, Arrays.stream(list).filter(node -> node != child).toArray());
      }
    }
    for (int parent : after) {
      if (!gone.contains(parent)) {
        int[] list = newChildren.getOrDefault(parent, children.get(parent));
        int place = 0;
        while (place < list.length && table.compare(list[place], child) < 0) {
          place++;
        }
        int[] longer = Arrays.copyOf(list, list.length + 1);
        System.arraycopy(list, place, longer, place + 1, list.length - place);
        longer[place] = child;
        newChildren.put(parent, longer);
      }
    }
  }

  private static Set<Integer> setOf(int[] nodes) {
    Set<Integer> set = HashSet.newHashSet(nodes.length);
    for (int node : nodes) {
      set.add(node);
    }
    return set;
  }

  KeyTable keys() {
    return keys;
  }

  /** The node of a key that exists, or -1. */
  int node(EntityKey key) {
    int node = keys.number(key);
    return node >= 0 && present.get(node) ? node : -1;
  }

  /** Whether the entity exists; nodes of missing parents have neither parents nor items. */
  boolean present(int node) {
    return present.get(node);
  }

  int[] parents(int node) {
    return parents.get(node);
  }

  /** The entities that name this one, in the order of their keys. */
  int[] children(int node) {
    return children.get(node);
  }

  /** Whether the way from a node to one of its parents comes back to it. */
  boolean onCycle(int child, int parent) {
    return groups.together(child, parent);
  }

  List<EntityKey> parentKeys(EntityKey key) {
    int node = node(key);
    return node < 0 ? List.of() : existing(parents.get(node));
  }

  List<EntityKey> childKeys(EntityKey key) {
    int node = node(key);
    return node < 0 ? List.of() : existing(children.get(node));
  }

  private List<EntityKey> existing(int[] nodes) {
    return Arrays.stream(nodes).filter(present::get).mapToObj(keys::key).toList();
  }

  /** All that one step after another leads to, in the order of their keys. */
  private Set<EntityKey> closure(EntityKey key, NodeLists edges) {
    int start = node(key);
    if (start < 0) {
      return Set.of();
    }
    NodeSet found = new NodeSet();
    addAll(found, edges.get(start));
    for (int i = 0; i < found.size(); i++) {
      addAll(found, edges.get(found.get(i)));
    }
    int[] nodes = new int[found.size()];
    int count = 0;
    for (int i = 0; i < nodes.length; i++) {
      if (present.get(found.get(i))) {
        nodes[count++] = found.get(i);
      }
    }
    keys.sort(nodes, count);
    Set<EntityKey> all = LinkedHashSet.newLinkedHashSet(count);
    for (int i = 0; i < count; i++) {
      all.add(keys.key(nodes[i]));
    }
    return Collections.unmodifiableSet(all);
  }

  private static void addAll(NodeSet found, int[] nodes) {
    for (int node : nodes) {
      found.add(node);
    }
  }

  /** Whether anything below is one of these; looks no further than it must. */
  boolean anyBelow(EntityKey key, Predicate<EntityKey> wanted) {
    NodeSet found = new NodeSet();
    int start = node(key);
    if (start >= 0) {
      addAll(found, children.get(start));
    }
    for (int i = 0; i < found.size(); i++) {
      int node = found.get(i);
      if (present.get(node) && wanted.test(keys.key(node))) {
        return true;
      }
      addAll(found, children.get(node));
    }
    return false;
  }

  Set<EntityKey> descendants(EntityKey key) {
    return closure(key, children);
  }

  Set<EntityKey> ancestors(EntityKey key) {
    return closure(key, parents);
  }

  /**
   * Entities with no parent that exists, and the first by key of each group of cycles that nothing
   * else leads to; sorted. Worked out once, by whoever asks first.
   */
  List<EntityKey> roots() {
    List<EntityKey> known = roots.get();
    if (known == null) {
      known = findRoots();
      roots.set(known);
    }
    return known;
  }

  private List<EntityKey> findRoots() {
    List<EntityKey> found = new ArrayList<>();
    Map<Integer, EntityKey> firstOfGroup = new HashMap<>();
    Set<Integer> led = new HashSet<>();
    for (int node = present.nextSetBit(0); node >= 0; node = present.nextSetBit(node + 1)) {
      int group = groups.of(node);
      if (group >= 0) {
        firstOfGroup.merge(group, keys.key(node), (a, b) -> a.compareTo(b) <= 0 ? a : b);
      }
      if (hasParentOutside(node)) {
        if (group >= 0) {
          led.add(group);
        }
      } else if (group < 0) {
        found.add(keys.key(node));
      }
    }
    firstOfGroup.forEach((group, first) -> {
      if (!led.contains(group)) {
        found.add(first);
      }
    });
    Collections.sort(found);
    return List.copyOf(found);
  }

  private boolean hasParentOutside(int node) {
    for (int parent : parents.get(node)) {
      if (present.get(parent) && !onCycle(node, parent)) {
        return true;
      }
    }
    return false;
  }

  /** See {@link Hierarchy#cycles}. Worked out once, by whoever asks first. */
  List<List<EntityKey>> cycles() {
    List<List<EntityKey>> known = cycles.get();
    if (known == null) {
      known = groups.cycles(parents, keys);
      cycles.set(known);
    }
    return known;
  }
}
