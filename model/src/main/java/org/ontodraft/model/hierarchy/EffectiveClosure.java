package org.ontodraft.model.hierarchy;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;

/**
 * The effective properties, or subobjects, of every category at once: one winning row for each
 * category and item, as SQL readers have them (decision 10). For questions about the whole; the
 * rows of one category are had from {@link Hierarchy} in no time. Immutable.
 *
 * <p>The rows of a category are those of its parents put together with its own list, so the work is
 * what the result is. Each row is three numbers, which makes twelve bytes.
 */
public final class EffectiveClosure {
  private static final int WIDTH = 3;
  private static final int DEPTH = 1;
  private static final int SOURCE = 2;

  private final Hierarchy hierarchy;
  private final EntityType type;
  private final NodeLists rows;

  private EffectiveClosure(Hierarchy hierarchy, EntityType type, NodeLists rows) {
    this.hierarchy = hierarchy;
    this.type = type;
    this.rows = rows;
  }

  /** Takes one row. */
  @FunctionalInterface
  public interface RowVisitor {
    /**
     * A category has an item.
     *
     * @param required whether any source requires it
     * @param source the nearest category that lists it, of several the first by key
     * @param depth how many parent steps up the source is
     */
    void row(EntityKey category, EntityKey item, boolean required, EntityKey source, int depth);
  }

  /** The properties of every category. */
  public static EffectiveClosure ofProperties(Hierarchy hierarchy) {
    return whole(hierarchy, EntityType.PROPERTY);
  }

  /** The subobjects of every category. */
  public static EffectiveClosure ofSubobjects(Hierarchy hierarchy) {
    return whole(hierarchy, EntityType.SUBOBJECT);
  }

  private static EffectiveClosure whole(Hierarchy hierarchy, EntityType type) {
    int size = hierarchy.graph().keys().size();
    int[][] rows = new int[size][];
    Arrays.fill(rows, NodeLists.NONE);
    BitSet all = new BitSet(size);
    all.set(0, size);
    RowMerge merge = new RowMerge(hierarchy, type);
    parentsFirst(
        hierarchy.graph(), all, node -> rows[node] = merge.rowsOf(node, parent -> rows[parent]));
    return new EffectiveClosure(hierarchy, type, NodeLists.of(rows));
  }

  /**
   * The closure of a hierarchy that was made from this one's by {@link Hierarchy#with}: only the
   * changed categories and their descendants are worked out again.
   */
  public EffectiveClosure with(Hierarchy next, Collection<EntityKey> changed) {
    BitSet touched = new BitSet();
    ArrayDeque<Integer> queue = new ArrayDeque<>();
    for (EntityKey key : changed) {
      int node = next.graph().keys().number(key);
      if (node >= 0 && !touched.get(node)) {
        touched.set(node);
        queue.add(node);
      }
    }
    while (!queue.isEmpty()) {
      for (int child : next.graph().children(queue.remove())) {
        if (!touched.get(child)) {
          touched.set(child);
          queue.add(child);
        }
      }
    }
    Map<Integer, int[]> newer = new HashMap<>();
    RowMerge merge = new RowMerge(next, type);
    parentsFirst(
        next.graph(),
        touched,
        node ->
            newer.put(
                node,
                merge.rowsOf(
                    node,
                    parent ->
                        touched.get(parent)
                            ? newer.getOrDefault(parent, NodeLists.NONE)
                            : rows.get(parent))));
    return new EffectiveClosure(next, type, rows.with(newer));
  }

  @FunctionalInterface
  private interface NodeAction {
    void accept(int node);
  }

  /** Goes through nodes so that each comes after those of its parents that it inherits from. */
  private static void parentsFirst(ParentGraph graph, BitSet nodes, NodeAction action) {
    int[] waitingFor = new int[nodes.length()];
    int[] queue = new int[nodes.cardinality()];
    int queued = 0;
    for (int node = nodes.nextSetBit(0); node >= 0; node = nodes.nextSetBit(node + 1)) {
      for (int parent : graph.parents(node)) {
        if (nodes.get(parent) && !graph.onCycle(node, parent)) {
          waitingFor[node]++;
        }
      }
      if (waitingFor[node] == 0) {
        queue[queued++] = node;
      }
    }
    for (int i = 0; i < queued; i++) {
      action.accept(queue[i]);
      for (int child : graph.children(queue[i])) {
        if (nodes.get(child) && !graph.onCycle(child, queue[i]) && --waitingFor[child] == 0) {
          queue[queued++] = child;
        }
      }
    }
  }

  /** How many rows there are. */
  public long size() {
    long size = 0;
    for (int node = 0; node < hierarchy.graph().keys().size(); node++) {
      size += rows.get(node).length / WIDTH;
    }
    return size;
  }

  /** Every row, the categories and the items of each in no order that means anything. */
  public void forEach(RowVisitor visitor) {
    for (int node = 0; node < hierarchy.graph().keys().size(); node++) {
      visit(node, visitor);
    }
  }

  /** The rows of one category; none for one the view does not have. */
  public void forEach(EntityKey category, RowVisitor visitor) {
    int node = hierarchy.graph().node(category);
    if (node >= 0) {
      visit(node, visitor);
    }
  }

  private void visit(int node, RowVisitor visitor) {
    KeyTable categories = hierarchy.graph().keys();
    EntityKey category = categories.key(node);
    int[] list = rows.get(node);
    for (int i = 0; i < list.length; i += WIDTH) {
      visitor.row(
          category,
          hierarchy.items().key(DirectItems.item(list[i])),
          DirectItems.required(list[i]),
          categories.key(list[i + SOURCE]),
          list[i + DEPTH]);
    }
  }

  /** Puts together the rows of parents. */
  private static final class RowMerge {
    private final Hierarchy hierarchy;
    private final EntityType type;
    private int[] merged = new int[1_024 * WIDTH];
    private int[] other = new int[1_024 * WIDTH];

    RowMerge(Hierarchy hierarchy, EntityType type) {
      this.hierarchy = hierarchy;
      this.type = type;
    }

    @FunctionalInterface
    interface RowsOf {
      int[] of(int parent);
    }

    int[] rowsOf(int node, RowsOf inherited) {
      int length = own(node);
      for (int parent : hierarchy.graph().parents(node)) {
        if (!hierarchy.graph().onCycle(node, parent)) {
          length = merge(length, inherited.of(parent));
        }
      }
      return length == 0 ? NodeLists.NONE : Arrays.copyOf(merged, length);
    }

    private int own(int node) {
      int[] entries = hierarchy.items().of(node, type);
      if (merged.length < entries.length * WIDTH) {
        merged = new int[entries.length * WIDTH];
      }
      int length = 0;
      for (int entry : entries) {
        merged[length] = entry;
        merged[length + DEPTH] = 0;
        merged[length + SOURCE] = node;
        length += WIDTH;
      }
      return length;
    }

    /** Merges a parent's rows, which are one step farther away here, into those at hand. */
    private int merge(int length, int[] above) {
      if (other.length < length + above.length) {
        other = new int[(length + above.length) * 2];
      }
      int[] left = merged;
      int[] into = other;
      int l = 0;
      int a = 0;
      int out = 0;
      while (l < length && a < above.length) {
        int mine = left[l] >> 1;
        int theirs = above[a] >> 1;
        if (mine < theirs) {
          into[out] = left[l];
          into[out + DEPTH] = left[l + DEPTH];
          into[out + SOURCE] = left[l + SOURCE];
          l += WIDTH;
        } else if (theirs < mine) {
          into[out] = above[a];
          into[out + DEPTH] = above[a + DEPTH] + 1;
          into[out + SOURCE] = above[a + SOURCE];
          a += WIDTH;
        } else {
          boolean keep = wins(left, l, above, a);
          into[out] = left[l] | above[a];
          into[out + DEPTH] = keep ? left[l + DEPTH] : above[a + DEPTH] + 1;
          into[out + SOURCE] = keep ? left[l + SOURCE] : above[a + SOURCE];
          l += WIDTH;
          a += WIDTH;
        }
        out += WIDTH;
      }
      System.arraycopy(left, l, into, out, length - l);
      out += length - l;
      for (; a < above.length; a += WIDTH, out += WIDTH) {
        into[out] = above[a];
        into[out + DEPTH] = above[a + DEPTH] + 1;
        into[out + SOURCE] = above[a + SOURCE];
      }
      merged = into;
      other = left;
      return out;
    }

    private boolean wins(int[] left, int l, int[] above, int a) {
      int depth = above[a + DEPTH] + 1;
      return left[l + DEPTH] < depth
          || left[l + DEPTH] == depth
              && hierarchy.graph().keys().compare(left[l + SOURCE], above[a + SOURCE]) <= 0;
    }
  }
}
