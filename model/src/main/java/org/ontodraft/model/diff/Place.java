package org.ontodraft.model.diff;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ontodraft.model.diff.Alignment.Block;

/** Where an item of an ordered list is on the two sides, counted from 0. */
public sealed interface Place {
  /** On both, in the same order among the others that are kept. */
  record Kept(int base, int mine) implements Place {}

  /** On both, elsewhere among the others. */
  record Moved(int base, int mine) implements Place {}

  /** Only in the base. */
  record Removed(int base) implements Place {}

  /** Only in mine. */
  record Added(int mine) implements Place {}

  /**
   * The places of all items in the order of mine, each removed one where it was among those that
   * are kept. An item that occurs several times is moved as often as both sides have it left over.
   * Takes little more than the time to sort the items.
   */
  static <T> List<Place> align(List<T> base, List<T> mine) {
    List<Block> blocks = Alignment.of(base, mine).blocks();
    Map<T, Deque<Integer>> leftOver = new HashMap<>();
    for (Block block : blocks) {
      for (int i = block.leftStart(); !block.same() && i < block.leftEnd(); i++) {
        leftOver.computeIfAbsent(base.get(i), item -> new ArrayDeque<>(1)).add(i);
      }
    }
    boolean[] moved = new boolean[base.size()];
    Map<Integer, Integer> from = new HashMap<>();
    for (Block block : blocks) {
      for (int j = block.rightStart(); !block.same() && j < block.rightEnd(); j++) {
        Deque<Integer> places = leftOver.get(mine.get(j));
        if (places != null && !places.isEmpty()) {
          int i = places.remove();
          moved[i] = true;
          from.put(j, i);
        }
      }
    }
    List<Place> places = new ArrayList<>();
    for (Block block : blocks) {
      for (int i = block.leftStart(); i < block.leftEnd(); i++) {
        if (block.same()) {
          places.add(new Kept(i, block.rightStart() + i - block.leftStart()));
        } else if (!moved[i]) {
          places.add(new Removed(i));
        }
      }
      for (int j = block.rightStart(); !block.same() && j < block.rightEnd(); j++) {
        Integer i = from.get(j);
        places.add(i == null ? new Added(j) : new Moved(i, j));
      }
    }
    return places;
  }
}
