package org.ontodraft.model.hierarchy;

import java.util.Arrays;

/**
 * The few nodes of a large graph that a way leads to, in the order they were found. It grows with
 * what is in it and not with the graph. For one thread.
 */
final class NodeSet {
  private static final int SMALLEST = 16;
  private static final int SPREAD = 0x9E3779B9;

  private int[] nodes = new int[SMALLEST / 2];
  private int count;

  /** A node's place by its hash, one higher than the node so that 0 is empty; half is free. */
  private int[] table = new int[SMALLEST];

  /** Whether the node was not there yet. */
  boolean add(int node) {
    int place = place(table, node);
    if (table[place] != 0) {
      return false;
    }
    if (count == nodes.length) {
      grow();
      place = place(table, node);
    }
    table[place] = node + 1;
    nodes[count++] = node;
    return true;
  }

  boolean contains(int node) {
    return table[place(table, node)] != 0;
  }

  int size() {
    return count;
  }

  /** The node that was added as this one, from 0. */
  int get(int at) {
    return nodes[at];
  }

  /** A copy, in the same order. */
  int[] toArray() {
    return Arrays.copyOf(nodes, count);
  }

  private void grow() {
    int[] larger = new int[table.length * 2];
    for (int i = 0; i < count; i++) {
      larger[place(larger, nodes[i])] = nodes[i] + 1;
    }
    table = larger;
    nodes = Arrays.copyOf(nodes, larger.length / 2);
  }

  /** Where the node is, or where it would be. */
  private static int place(int[] table, int node) {
    int last = table.length - 1;
    int place = node * SPREAD >>> Integer.numberOfLeadingZeros(last);
    while (table[place] != 0 && table[place] != node + 1) {
      place = place + 1 & last;
    }
    return place;
  }
}
