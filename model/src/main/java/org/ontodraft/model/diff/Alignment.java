package org.ontodraft.model.diff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which items of two sequences are the same, in order: a common subsequence. It is a longest one
 * when no item occurs twice in a sequence; otherwise it is a good one, found in near-linear time.
 * Items are compared by {@code equals} and {@code hashCode}.
 */
public final class Alignment {
  /** Cells of the exact table a stretch without unique items may take. */
  private static final int MAX_TABLE = 250_000;

  private static final int UNMATCHED = -1;

  private final int[] partnerOf;
  private final int rightSize;
  private final int matches;

  private Alignment(int[] partnerOf, int rightSize) {
    this.partnerOf = partnerOf;
    this.rightSize = rightSize;
    this.matches = (int) Arrays.stream(partnerOf).filter(p -> p != UNMATCHED).count();
  }

  /** A stretch of both sequences, each half-open: same items on both sides, or none in common. */
  public record Block(boolean same, int leftStart, int leftEnd, int rightStart, int rightEnd) {}

  /** Aligns two sequences. */
  public static <T> Alignment of(List<T> left, List<T> right) {
    Aligner<T> aligner = new Aligner<>(left, right);
    aligner.align();
    return new Alignment(aligner.partnerOf, right.size());
  }

  /** How many items are matched. */
  public int matches() {
    return matches;
  }

  /** Where the left item at this index is on the right, or -1. */
  public int partner(int leftIndex) {
    return partnerOf[leftIndex];
  }

  /** Both sequences cut into stretches that are the same and stretches that differ, in order. */
  public List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    int left = 0;
    int right = 0;
    while (left < partnerOf.length || right < rightSize) {
      int leftEnd = left;
      while (leftEnd < partnerOf.length && partnerOf[leftEnd] == UNMATCHED) {
        leftEnd++;
      }
      int rightEnd = leftEnd < partnerOf.length ? partnerOf[leftEnd] : rightSize;
      if (leftEnd > left || rightEnd > right) {
        blocks.add(new Block(false, left, leftEnd, right, rightEnd));
        left = leftEnd;
        right = rightEnd;
      }
      while (leftEnd < partnerOf.length && partnerOf[leftEnd] == rightEnd) {
        leftEnd++;
        rightEnd++;
      }
      if (leftEnd > left) {
        blocks.add(new Block(true, left, leftEnd, right, rightEnd));
        left = leftEnd;
        right = rightEnd;
      }
    }
    return blocks;
  }

  /**
   * Common ends first, then items that are unique on both sides by their longest increasing run
   * ("patience"), then each gap between those.
   */
  private static final class Aligner<T> {
    private final List<T> left;
    private final List<T> right;
    private final int[] partnerOf;

    Aligner(List<T> left, List<T> right) {
      this.left = left;
      this.right = right;
      this.partnerOf = new int[left.size()];
      Arrays.fill(partnerOf, UNMATCHED);
    }

    void align() {
      Range range = trim(new Range(0, left.size(), 0, right.size()));
      Range gap = range;
      for (int[] anchor : increasing(uniquePairs(range))) {
        partnerOf[anchor[0]] = anchor[1];
        alignGap(new Range(gap.leftStart, anchor[0], gap.rightStart, anchor[1]));
        gap = new Range(anchor[0] + 1, range.leftEnd, anchor[1] + 1, range.rightEnd);
      }
      alignGap(gap);
    }

    private Range trim(Range range) {
      int leftStart = range.leftStart;
      int rightStart = range.rightStart;
      while (leftStart < range.leftEnd
          && rightStart < range.rightEnd
          && left.get(leftStart).equals(right.get(rightStart))) {
        partnerOf[leftStart++] = rightStart++;
      }
      int leftEnd = range.leftEnd;
      int rightEnd = range.rightEnd;
      while (leftEnd > leftStart
          && rightEnd > rightStart
          && left.get(leftEnd - 1).equals(right.get(rightEnd - 1))) {
        partnerOf[--leftEnd] = --rightEnd;
      }
      return new Range(leftStart, leftEnd, rightStart, rightEnd);
    }

    private void alignGap(Range untrimmed) {
      Range range = trim(untrimmed);
      if (range.leftSize() == 0 || range.rightSize() == 0 || isDisjoint(range)) {
        return;
      }
      if ((long) range.leftSize() * range.rightSize() <= MAX_TABLE) {
        alignByTable(range);
      } else {
        increasing(occurrencePairs(range)).forEach(pair -> partnerOf[pair[0]] = pair[1]);
      }
    }

    /** So are most gaps between items that moved; a table for each would cost n times root n. */
    private boolean isDisjoint(Range range) {
      Set<T> items = new HashSet<>(left.subList(range.leftStart, range.leftEnd));
      return right.subList(range.rightStart, range.rightEnd).stream().noneMatch(items::contains);
    }

    private void alignByTable(Range range) {
      int[][] longest = new int[range.leftSize() + 1][range.rightSize() + 1];
      for (int i = range.leftSize() - 1; i >= 0; i--) {
        for (int j = range.rightSize() - 1; j >= 0; j--) {
          longest[i][j] =
              left.get(range.leftStart + i).equals(right.get(range.rightStart + j))
                  ? longest[i + 1][j + 1] + 1
                  : Math.max(longest[i + 1][j], longest[i][j + 1]);
        }
      }
      int i = 0;
      int j = 0;
      while (i < range.leftSize() && j < range.rightSize()) {
        if (left.get(range.leftStart + i).equals(right.get(range.rightStart + j))) {
          partnerOf[range.leftStart + i++] = range.rightStart + j++;
        } else if (longest[i + 1][j] >= longest[i][j + 1]) {
          i++;
        } else {
          j++;
        }
      }
    }

    /** Items that occur once on each side, by their place on the left. */
    private List<int[]> uniquePairs(Range range) {
      Map<T, Integer> leftPlaces = uniquePlaces(left, range.leftStart, range.leftEnd);
      Map<T, Integer> rightPlaces = uniquePlaces(right, range.rightStart, range.rightEnd);
      List<int[]> pairs = new ArrayList<>();
      for (int i = range.leftStart; i < range.leftEnd; i++) {
        int place = rightPlaces.getOrDefault(left.get(i), UNMATCHED);
        if (place != UNMATCHED && leftPlaces.getOrDefault(left.get(i), UNMATCHED) == i) {
          pairs.add(new int[] {i, place});
        }
      }
      return pairs;
    }

    private static <T> Map<T, Integer> uniquePlaces(List<T> items, int start, int end) {
      Map<T, Integer> places = new HashMap<>();
      for (int i = start; i < end; i++) {
        places.merge(items.get(i), i, (first, second) -> UNMATCHED);
      }
      return places;
    }

    /** The n-th occurrence of an item on the left with the n-th on the right. */
    private List<int[]> occurrencePairs(Range range) {
      Map<T, List<Integer>> places = new HashMap<>();
      for (int j = range.rightStart; j < range.rightEnd; j++) {
        places.computeIfAbsent(right.get(j), item -> new ArrayList<>()).add(j);
      }
      Map<T, Integer> seen = new HashMap<>();
      List<int[]> pairs = new ArrayList<>();
      for (int i = range.leftStart; i < range.leftEnd; i++) {
        int occurrence = seen.merge(left.get(i), 1, Integer::sum) - 1;
        List<Integer> candidates = places.getOrDefault(left.get(i), List.of());
        if (occurrence < candidates.size()) {
          pairs.add(new int[] {i, candidates.get(occurrence)});
        }
      }
      return pairs;
    }

    /** The longest subsequence of these pairs that also ascends on the right. */
    private static List<int[]> increasing(List<int[]> pairs) {
      int[] tails = new int[pairs.size()];
      int[] previous = new int[pairs.size()];
      int length = 0;
      for (int i = 0; i < pairs.size(); i++) {
        int low = 0;
        int high = length;
        while (low < high) {
          int middle = (low + high) >>> 1;
          if (pairs.get(tails[middle])[1] < pairs.get(i)[1]) {
            low = middle + 1;
          } else {
            high = middle;
          }
        }
        previous[i] = low == 0 ? UNMATCHED : tails[low - 1];
        tails[low] = i;
        length = Math.max(length, low + 1);
      }
      List<int[]> run = new ArrayList<>();
      for (int i = length == 0 ? UNMATCHED : tails[length - 1]; i != UNMATCHED; i = previous[i]) {
        run.add(pairs.get(i));
      }
      return run.reversed();
    }
  }

  private record Range(int leftStart, int leftEnd, int rightStart, int rightEnd) {
    int leftSize() {
      return leftEnd - leftStart;
    }

    int rightSize() {
      return rightEnd - rightStart;
    }
  }
}
