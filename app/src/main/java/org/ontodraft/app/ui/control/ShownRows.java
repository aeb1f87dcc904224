package org.ontodraft.app.ui.control;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.ObservableListBase;

/**
 * Rows of a list that is made anew now and then. Only the stretch between the first and the last
 * row that are others is told as replaced, so that what stays on screen is not filled again. FX
 * thread, but for {@link #keeping}.
 */
public final class ShownRows<T> extends ObservableListBase<T> {
  private List<T> rows = List.of();

  /**
   * The next rows, with those at both ends that equal rows before in their own instances: two that
   * are equal are found by a glance then. Any thread.
   */
  public static <T> List<T> keeping(List<T> before, List<T> next) {
    List<T> kept = new ArrayList<>(next);
    int most = Math.min(before.size(), next.size());
    int start = 0;
    while (start < most && before.get(start).equals(next.get(start))) {
      kept.set(start, before.get(start));
      start++;
    }
    for (int back = 1; back <= most - start; back++) {
      T last = before.get(before.size() - back);
      if (!last.equals(next.get(next.size() - back))) {
        break;
      }
      kept.set(next.size() - back, last);
    }
    return kept;
  }

  /** Shows these, which nobody changes any more. */
  public void show(List<T> next) {
    List<T> before = rows;
    int most = Math.min(before.size(), next.size());
    int start = 0;
    while (start < most && before.get(start) == next.get(start)) {
      start++;
    }
    int end = 0;
    while (end < most - start
        && before.get(before.size() - end - 1) == next.get(next.size() - end - 1)) {
      end++;
    }
    if (start + end == before.size() && start + end == next.size()) {
      return;
    }
    beginChange();
    rows = next;
    nextReplace(start, next.size() - end, before.subList(start, before.size() - end));
    endChange();
  }

  /** Tells that what the rows show may be other than before, for those who sort by it. */
  public void changedInside() {
    beginChange();
    for (int i = 0; i < rows.size(); i++) {
      nextUpdate(i);
    }
    endChange();
  }

  @Override
  public T get(int index) {
    return rows.get(index);
  }

  @Override
  public int size() {
    return rows.size();
  }
}
