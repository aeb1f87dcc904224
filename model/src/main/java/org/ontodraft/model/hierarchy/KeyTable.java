package org.ontodraft.model.hierarchy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.ontodraft.model.entity.EntityKey;

/**
 * Keys as numbers, so that graphs are arrays. The first numbers follow the order of the keys; keys
 * that come later get the next ones, so a copy with more keys shares the rest. Immutable.
 */
final class KeyTable {
  private final List<EntityKey> sorted;
  private final Map<EntityKey, Integer> numbers;
  private final List<EntityKey> added;
  private final Map<EntityKey, Integer> addedNumbers;

  private KeyTable(
      List<EntityKey> sorted,
      Map<EntityKey, Integer> numbers,
      List<EntityKey> added,
      Map<EntityKey, Integer> addedNumbers) {
    this.sorted = sorted;
    this.numbers = numbers;
    this.added = added;
    this.addedNumbers = addedNumbers;
  }

  /** A table of these keys, which are sorted and not repeated. */
  static KeyTable ofSorted(List<EntityKey> keys) {
    Map<EntityKey, Integer> numbers = HashMap.newHashMap(keys.size());
    for (int i = 0; i < keys.size(); i++) {
      numbers.put(keys.get(i), i);
    }
    return new KeyTable(keys, numbers, List.of(), Map.of());
  }

  /** A table that has these keys too. */
  KeyTable with(Collection<EntityKey> keys) {
    SortedSet<EntityKey> unknown = new TreeSet<>();
    for (EntityKey key : keys) {
      if (number(key) < 0) {
        unknown.add(key);
      }
    }
    if (unknown.isEmpty()) {
      return this;
    }
    List<EntityKey> more = new ArrayList<>(added);
    Map<EntityKey, Integer> moreNumbers = new HashMap<>(addedNumbers);
    for (EntityKey key : unknown) {
      moreNumbers.put(key, size() + more.size() - added.size());
      more.add(key);
    }
    return new KeyTable(sorted, numbers, more, moreNumbers);
  }

  /** Hands out numbers while a graph is read, also to keys it did not know. */
  static final class Growing {
    private final KeyTable known;
    private final List<EntityKey> added = new ArrayList<>();
    private final Map<EntityKey, Integer> addedNumbers = new HashMap<>();

    /** Begins with these keys, which are sorted and not repeated. */
    Growing(List<EntityKey> keys) {
      this.known = ofSorted(keys);
    }

    int number(EntityKey key) {
      int number = known.number(key);
      if (number >= 0) {
        return number;
      }
      return addedNumbers.computeIfAbsent(
          key,
          k -> {
            added.add(k);
            return known.size() + added.size() - 1;
          });
    }

    /** The table of all keys that have a number; nobody asks for more numbers afterwards. */
    KeyTable table() {
      return new KeyTable(known.sorted, known.numbers, added, addedNumbers);
    }
  }

  int size() {
    return sorted.size() + added.size();
  }

  /** The number of a key, or -1. */
  int number(EntityKey key) {
    Integer number = numbers.get(key);
    if (number == null) {
      number = addedNumbers.get(key);
    }
    return number == null ? -1 : number;
  }

  EntityKey key(int number) {
    return number < sorted.size() ? sorted.get(number) : added.get(number - sorted.size());
  }

  /** Compares two numbers by their keys. */
  int compare(int left, int right) {
    return left < sorted.size() && right < sorted.size()
        ? Integer.compare(left, right)
        : key(left).compareTo(key(right));
  }

  /** Sorts the first numbers of an array by their keys. */
  void sort(int[] array, int length) {
    Arrays.sort(array, 0, length);
    if (length == 0 || array[length - 1] < sorted.size()) {
      return;
    }
    // Only numbers given later stand where their keys do not.
    for (int i = 1; i < length; i++) {
      int moved = array[i];
      int to = i;
      while (to > 0 && compare(array[to - 1], moved) > 0) {
        array[to] = array[--to];
      }
      array[to] = moved;
    }
  }
}
