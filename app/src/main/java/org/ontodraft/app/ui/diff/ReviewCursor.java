package org.ontodraft.app.ui.diff;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.ontodraft.model.entity.EntityKey;

/** The row that keys act on, among the rows that are shown. For one thread. */
final class ReviewCursor {
  private final ReadOnlyIntegerWrapper at = new ReadOnlyIntegerWrapper(-1);
  private List<ReviewRow> rows = List.of();

  /** The index of the row; -1 for none. */
  ReadOnlyIntegerProperty at() {
    return at.getReadOnlyProperty();
  }

  Optional<ReviewRow> row() {
    int index = at.get();
    return index < 0 || index >= rows.size() ? Optional.empty() : Optional.of(rows.get(index));
  }

  /** Stands where it stood among other rows if the same row is there, else nowhere. */
  void among(List<ReviewRow> others) {
    int now = at.get();
    boolean stays =
        row()
            .filter(row -> now < others.size())
            .filter(row -> isPlace(others.get(now), row.key(), row.place()))
            .isPresent();
    if (!stays) {
      at.set(-1);
    }
    rows = others;
  }

  /**
   * Makes a row the one that keys act on; where nothing can be done, the next one that way, else
   * the nearest the other way.
   */
  void select(int index) {
    int by = index < at.get() ? -1 : 1;
    if (!selectFrom(index, by)) {
      selectFrom(index, -by);
    }
  }

  private boolean selectFrom(int index, int by) {
    for (int i = index; i >= 0 && i < rows.size(); i += by) {
      if (!(rows.get(i) instanceof ReviewRow.Columns || rows.get(i) instanceof ReviewRow.Foot)) {
        at.set(i);
        return true;
      }
    }
    return false;
  }

  /** Goes on, or back, to the next row of a kind; stays where there is none. */
  boolean step(boolean forward, Predicate<ReviewRow> target) {
    int by = forward ? 1 : -1;
    for (int i = at.get() + by; i >= 0 && i < rows.size(); i += by) {
      if (target.test(rows.get(i))) {
        at.set(i);
        return true;
      }
    }
    return false;
  }

  /** Goes to the head of an entity, if it is shown. */
  boolean goTo(EntityKey key) {
    int row = indexOf(key, "");
    if (row >= 0) {
      select(row);
    }
    return row >= 0;
  }

  /** Goes to the same row as this one was, else to its entity, else to the first. */
  void goTo(ReviewRow before) {
    if (row().filter(row -> isPlace(row, before.key(), before.place())).isPresent()) {
      return;
    }
    int same = indexOf(before.key(), before.place());
    int head = same >= 0 ? same : indexOf(before.key(), "");
    select(Math.max(head, 0));
  }

  private int indexOf(EntityKey key, String place) {
    for (int i = 0; i < rows.size(); i++) {
      if (isPlace(rows.get(i), key, place)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isPlace(ReviewRow row, EntityKey key, String place) {
    return row.key().equals(key) && row.place().equals(place);
  }
}
