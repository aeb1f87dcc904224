package org.ontodraft.app.ui.explorer;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ontodraft.app.ui.explorer.ExplorerNode.Place;

/**
 * What makes of the rows below one row those of a newer tree, in as few steps as an edit needs.
 * Immutable; any thread.
 *
 * @param after the newer rows
 * @param steps one after the other; empty where all rows are replaced
 * @param whole whether so much is other that all rows are replaced
 */
record RowsChange(List<? extends ExplorerNode> after, List<Step> steps, boolean whole) {
  /** An edit moves few rows; more than so many are replaced at one go. */
  private static final int FEW = 100;

  RowsChange {
    steps = List.copyOf(steps);
  }

  /** A step, at an index of the rows as the steps before left them. */
  sealed interface Step {
    /** A row goes; it may come again elsewhere. */
    record Take(int index) implements Step {}

    /** A row comes. */
    record Put(int index, ExplorerNode node) implements Step {}

    /** A row says something else. */
    record Say(int index, ExplorerNode node) implements Step {}
  }

  /** The way from one list of rows to another. */
  static RowsChange between(
      List<? extends ExplorerNode> before, List<? extends ExplorerNode> after) {
    List<ExplorerNode> rows = new ArrayList<>(before);
    List<Step> steps = new ArrayList<>();
    if (!samePlaces(rows, after) && !arrange(rows, after, steps)) {
      return new RowsChange(after, List.of(), true);
    }
    for (int at = 0; at < rows.size(); at++) {
      if (!rows.get(at).equals(after.get(at))) {
        steps.add(new Step.Say(at, after.get(at)));
      }
    }
    return new RowsChange(after, steps, false);
  }

  /** Brings rows into another order, telling how; false where that takes too many steps. */
  private static boolean arrange(
      List<ExplorerNode> rows, List<? extends ExplorerNode> after, List<Step> steps) {
    Map<Place, Integer> places = new HashMap<>();
    for (int at = 0; at < rows.size(); at++) {
      places.put(rows.get(at).place(), at);
    }
    int[] from = new int[after.size()];
    for (int at = 0; at < from.length; at++) {
      from[at] = places.getOrDefault(after.get(at).place(), -1);
    }
    BitSet stay = inOrder(from);
    if (rows.size() - stay.cardinality() > FEW || after.size() - stay.cardinality() > FEW) {
      return false;
    }
    for (int at = rows.size() - 1; at >= 0; at--) {
      if (!stay.get(at)) {
        rows.remove(at);
        steps.add(new Step.Take(at));
      }
    }
    for (int at = 0; at < from.length; at++) {
      if (from[at] < 0 || !stay.get(from[at])) {
        rows.add(at, after.get(at));
        steps.add(new Step.Put(at, after.get(at)));
      }
    }
    return true;
  }

  /** As many of these numbers as stand in rising order, those below 0 left out. */
  private static BitSet inOrder(int[] numbers) {
    int[] last = new int[numbers.length]; // by length, where the best of that length ends
    int[] before = new int[numbers.length];
    int longest = 0;
    for (int at = 0; at < numbers.length; at++) {
      if (numbers[at] < 0) {
        continue;
      }
      int low = 0;
      int high = longest;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (numbers[last[middle]] < numbers[at]) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      before[at] = low == 0 ? -1 : last[low - 1];
      last[low] = at;
      longest = Math.max(longest, low + 1);
    }
    BitSet found = new BitSet();
    for (int at = longest == 0 ? -1 : last[longest - 1]; at >= 0; at = before[at]) {
      found.set(numbers[at]);
    }
    return found;
  }

  private static boolean samePlaces(
      List<? extends ExplorerNode> one, List<? extends ExplorerNode> other) {
    boolean same = one.size() == other.size();
    for (int at = 0; same && at < one.size(); at++) {
      same = one.get(at).place().equals(other.get(at).place());
    }
    return same;
  }
}
