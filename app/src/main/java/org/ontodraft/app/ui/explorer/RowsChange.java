package org.ontodraft.app.ui.explorer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ontodraft.app.ui.explorer.ExplorerNode.Place;
import org.ontodraft.model.diff.Alignment;

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
    Alignment alignment = Alignment.of(places(rows), places(after));
    int stay = alignment.matches();
    if (rows.size() - stay > FEW || after.size() - stay > FEW) {
      return false;
    }
    Set<Integer> stand = new HashSet<>();
    for (int at = rows.size() - 1; at >= 0; at--) {
      if (alignment.partner(at) < 0) {
        rows.remove(at);
        steps.add(new Step.Take(at));
      } else {
        stand.add(alignment.partner(at));
      }
    }
    for (int at = 0; at < after.size(); at++) {
      if (!stand.contains(at)) {
        rows.add(at, after.get(at));
        steps.add(new Step.Put(at, after.get(at)));
      }
    }
    return true;
  }

  private static List<Place> places(List<? extends ExplorerNode> rows) {
    return rows.stream().<Place>map(ExplorerNode::place).toList();
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
