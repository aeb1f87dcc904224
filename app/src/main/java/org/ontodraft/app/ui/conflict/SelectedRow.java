package org.ontodraft.app.ui.conflict;

import javafx.scene.Scene;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the selected row of a list in sight whole, with the choices at its foot, when it is selected
 * and when the list gets another height. FX thread.
 */
final class SelectedRow {
  private final ListView<?> list;
  private @Nullable Scene watched;
  private final Runnable afterLayout = this::reveal;

  private SelectedRow(ListView<?> list) {
    this.list = list;
  }

  static void keepInSight(ListView<?> list) {
    SelectedRow row = new SelectedRow(list);
    list.getSelectionModel().selectedIndexProperty().subscribe(row::waitForLayout);
    list.heightProperty().subscribe(row::waitForLayout);
  }

  /** A row that was just selected has its choices only when it has been laid out. */
  private void waitForLayout() {
    Scene scene = list.getScene();
    if (watched == null && scene != null) {
      watched = scene;
      scene.addPostLayoutPulseListener(afterLayout);
    }
  }

  private void reveal() {
    if (watched != null) {
      watched.removePostLayoutPulseListener(afterLayout);
      watched = null;
    }
    int selected = list.getSelectionModel().getSelectedIndex();
    if (list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow
        && flow.getFirstVisibleCell() instanceof IndexedCell<?> first
        && flow.getLastVisibleCell() instanceof IndexedCell<?> last
        && selected >= first.getIndex()
        && selected <= last.getIndex()) {
      IndexedCell<?> cell = flow.getCell(selected);
      double below = cell.getLayoutY() + cell.getHeight() - flow.getHeight();
      if (below > 0) {
        // The top of a row that is higher than the list stays in sight.
        flow.scrollPixels(Math.min(below, cell.getLayoutY()));
      }
    }
  }
}
