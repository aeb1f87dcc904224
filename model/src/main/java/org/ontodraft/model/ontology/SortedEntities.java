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
 * Entities sorted by key. A copy with some of them replaced shares the rest and costs what is
 * replaced, however much was before: the list is made of runs of the entities as they were last
 * laid out as a whole, and of single entities between them.
 */
final class SortedEntities extends AbstractList<EntitySummary> implements RandomAccess {
  /** With more than one run to this many entities, laying out the whole is cheap beside them. */
  private static final int WHOLE_TO_RUNS = 16;

  static final SortedEntities NONE = new SortedEntities(new EntitySummary[0], new Runs(0));

  private final EntitySummary[] whole;
  private final Runs runs;

  private SortedEntities(EntitySummary[] whole, Runs runs) {
    this.whole = whole;
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
    return new SortedEntities(sorted, runs);
  }

  /** A copy with these entities put in, or for an empty one left out. */
  SortedEntities with(Map<EntityKey, Optional<EntitySummary>> changes) {
    Runs laid = new Runs(runs.count + 2 * changes.size());
    int next = 0;
    for (Map.Entry<EntityKey, Optional<EntitySummary>> change : new TreeMap<>(changes).entrySet()) {
      int place = placeOf(change.getKey());
      boolean there = place >= 0;
      int at = there ? place : -place - 1;
      laid.addAll(runs, next, at);
      change.getValue().ifPresent(laid::add);
      next = there ? at + 1 : at;
    }
    laid.addAll(runs, next, size());
    SortedEntities changed = new SortedEntities(whole, laid);
    return laid.count * WHOLE_TO_RUNS < whole.length
        ? changed
        : of(changed.toArray(new EntitySummary[0]));
  }

  private int placeOf(EntityKey key) {
    int low = 0;
    int high = size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = get(middle).key().compareTo(key);
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

    /** What others have from one place in the list to before another. */
    void addAll(Runs others, int begin, int end) {
      int place = begin;
      for (int run = others.at(begin); place < end; run++) {
        int stop = Math.min(end, others.starts[run + 1]);
        @Nullable EntitySummary only = others.single[run];
        if (only == null) {
          addRun(others.from[run] + place - others.starts[run], stop - place);
        } else {
          add(only);
        }
        place = stop;
      }
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
