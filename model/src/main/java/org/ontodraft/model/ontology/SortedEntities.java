package org.ontodraft.model.ontology;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.entity.EntityKey;

/**
 * Entities sorted by key. A copy with some of them replaced shares the rest and costs what was
 * replaced since the entities were last laid out as a whole: the list is made of runs of these and
 * of single entities between them.
 */
final class SortedEntities extends AbstractList<EntitySummary> implements RandomAccess {
  /** With more than one replaced entity to this many, laying out the whole is cheap beside them. */
  private static final int WHOLE_TO_REPLACED = 8;

  static final SortedEntities NONE =
      new SortedEntities(new EntitySummary[0], new TreeMap<>(), new Runs(0));

  private final EntitySummary[] whole;
  private final TreeMap<EntityKey, Optional<EntitySummary>> replaced;
  private final Runs runs;

  private SortedEntities(
      EntitySummary[] whole, TreeMap<EntityKey, Optional<EntitySummary>> replaced, Runs runs) {
    this.whole = whole;
    this.replaced = replaced;
    this.runs = runs;
  }

  /** These entities, each with a key of its own. */
  static SortedEntities of(Collection<EntitySummary> entities) {
    EntitySummary[] sorted = entities.toArray(EntitySummary[]::new);
    Arrays.sort(sorted, Comparator.comparing(EntitySummary::key));
    return of(sorted);
  }

  private static SortedEntities of(EntitySummary[] sorted) {
    Runs runs = new Runs(1);
    runs.addRun(0, sorted.length);
    return new SortedEntities(sorted, new TreeMap<>(), runs);
  }

  /** A copy with these entities put in, or for an empty one left out. */
  SortedEntities with(Map<EntityKey, Optional<EntitySummary>> changes) {
    TreeMap<EntityKey, Optional<EntitySummary>> all = new TreeMap<>(replaced);
    all.putAll(changes);
    Runs laid = new Runs(2 * all.size() + 1);
    int next = 0;
    for (Map.Entry<EntityKey, Optional<EntitySummary>> change : all.entrySet()) {
      int place = placeOf(change.getKey());
      boolean there = place >= 0;
      int at = there ? place : -place - 1;
      laid.addRun(next, at - next);
      change.getValue().ifPresent(laid::add);
      next = there ? at + 1 : at;
    }
    laid.addRun(next, whole.length - next);
    SortedEntities changed = new SortedEntities(whole, all, laid);
    return all.size() * WHOLE_TO_REPLACED < whole.length
        ? changed
        : of(changed.toArray(new EntitySummary[0]));
  }

  private int placeOf(EntityKey key) {
    int low = 0;
    int high = whole.length - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = whole[middle].key().compareTo(key);
      if (order == 0) {
        return middle;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -low - 1;
  }

  /** What the list is made of, in order. */
  private static final class Runs {
    /** Where each begins in the list; behind the last one stands the list's size. */
    private final int[] starts;

    /** Where each begins in the whole; no matter for a single entity. */
    private final int[] from;

    private final @Nullable EntitySummary[] single;
    private int count;

    Runs(int most) {
      starts = new int[most + 1];
      from = new int[starts.length];
      single = new @Nullable EntitySummary[starts.length];
    }

    void addRun(int first, int length) {
      if (length > 0) {
        from[count] = first;
        end(length);
      }
    }

    void add(EntitySummary entity) {
      single[count] = entity;
      end(1);
    }

    private void end(int length) {
      starts[count + 1] = starts[count] + length;
      count++;
    }

    int size() {
      return starts[count];
    }

    int at(int index) {
      int found = Arrays.binarySearch(starts, 0, count, index);
      return found >= 0 ? found : -found - 2;
    }
  }

  @Override
  public EntitySummary get(int index) {
    if (index < 0 || index >= size()) {
      throw new IndexOutOfBoundsException(index);
    }
    return get(runs.at(index), index);
  }

  private EntitySummary get(int run, int index) {
    @Nullable EntitySummary single = runs.single[run];
    return single == null ? whole[runs.from[run] + index - runs.starts[run]] : single;
  }

  @Override
  public int size() {
    return runs.size();
  }

  @Override
  public Iterator<EntitySummary> iterator() {
    return new Iterator<>() {
      private int index;
      private int run;

      @Override
      public boolean hasNext() {
        return index < size();
      }

      @Override
      public EntitySummary next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        if (index == runs.starts[run + 1]) {
          run++;
        }
        return get(run, index++);
      }
    };
  }

  @Override
  public Spliterator<EntitySummary> spliterator() {
    return Spliterators.spliterator(
        iterator(), size(), Spliterator.ORDERED | Spliterator.IMMUTABLE | Spliterator.NONNULL);
  }
}
