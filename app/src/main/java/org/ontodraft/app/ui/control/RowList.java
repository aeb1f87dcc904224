package org.ontodraft.app.ui.control;

import java.util.List;
import javafx.scene.control.ListView;

/**
 * A list whose rows are made anew now and then. Only what is other is told, and a layout is asked
 * for once: the toolkit does so for each row that was replaced, each time all the way up to the
 * window. FX thread.
 */
public final class RowList<T> extends ListView<T> {
  private final ShownRows<T> shown = new ShownRows<>();
  private boolean telling;

  /** No rows. */
  public RowList() {
    setItems(shown);
  }

  /** Shows these rows, which nobody changes any more; equal ones best by the same instances. */
  public void show(List<T> rows) {
    telling = true;
    try {
      shown.show(rows);
    } finally {
      telling = false;
    }
    requestLayout();
  }

  @Override
  public void requestLayout() {
    if (!telling) {
      super.requestLayout();
    }
  }
}
