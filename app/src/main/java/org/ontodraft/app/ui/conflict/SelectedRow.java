package org.ontodraft.app.ui.conflict;

import javafx.scene.control.IndexedCell;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;

/**
 * Keeps the selected row of a list in sight whole, with the choices at its foot: when it is
 * selected, when it grows and when the list gets another height. Scrolling away is respected. FX
 * thread.
 */
final class SelectedRow {
  private record Extent(int index, double height, double room) {}

  private final ListView<?> list;
  private final Runnable afterLayout = this::reveal;
  private Extent seen = new Extent(-1, 0, 0);

  private SelectedRow(ListView<?> list) {
    this.list = list;
  }

  static void keepInSight(ListView<?> list) {
    SelectedRow row = new SelectedRow(list);
    list.sceneProperty()
        .subscribe((before, now) -> {
          if (before != null) {
            before.removePostLayoutPulseListener(row.afterLayout);
          }
          if (now != null) {
            now.addPostLayoutPulseListener(row.afterLayout);
          }
        });
  }

  private void reveal() {
    int selected = list.getSelectionModel().getSelectedIndex();
    if (selected < 0 || !(list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow)) {
      return;
    }
    IndexedCell<?> first = flow.getFirstVisibleCell();
    IndexedCell<?> last = flow.getLastVisibleCell();
    if (first == null || selected < first.getIndex() || selected > last.getIndex()) {
      return;
    }
    IndexedCell<?> cell = flow.getCell(selected);
    Extent now = new Extent(selected, cell.getHeight(), flow.getHeight());
    if (!now.equals(seen)) {
      seen = now;
      double below = cell.getLayoutY() + cell.getHeight() - flow.getHeight();
      if (below > 0) {
        flow.scrollPixels(below);
      }
    }
  }
}
