package org.ontodraft.app.ui.editor;

import java.util.List;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/**
 * The columns of the table: the marks as wide as they are, the others by their share of what is
 * left. What stands in them has no say in it, so that header and lines agree at every width.
 */
final class ItemColumns extends HBox {
  private static final List<Double> PERCENT = List.of(34.0, 22.0, 18.0, 26.0);

  /**
   * Where there is little room the names have it: the datatype is in their tooltip alone, and where
   * an item comes from stands in the last column.
   */
  private static final List<Double> NARROW = List.of(60.0, 0.0, 0.0, 40.0);

  private final GridPane grid = new GridPane();
  private boolean isNarrow;

  /**
   * Columns behind these marks.
   *
   * @param narrow whether there is little room
   */
  ItemColumns(Node marks, ObservableBooleanValue narrow) {
    getStyleClass().add("item-columns");
    marks.getStyleClass().add("item-status");
    grid.getStyleClass().add("item-shares");
    grid.setMinWidth(0);
    for (double share : PERCENT) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(share);
      grid.getColumnConstraints().add(column);
    }
    HBox.setHgrow(grid, Priority.ALWAYS);
    getChildren().addAll(marks, grid);
    setMinWidth(0);
    narrow.subscribe(this::share);
  }

  private void share(boolean narrow) {
    List<Double> shares = narrow ? NARROW : PERCENT;
    for (int column = 0; column < shares.size(); column++) {
      grid.getColumnConstraints().get(column).setPercentWidth(shares.get(column));
    }
    isNarrow = narrow;
    grid.getChildren().forEach(this::showUnlessNarrow);
  }

  private void showUnlessNarrow(Node node) {
    boolean shown = !isNarrow || NARROW.get(GridPane.getColumnIndex(node)) > 0;
    node.setVisible(shown);
    node.setManaged(shown);
  }

  /** Puts something into a column, counted from 0; it is cut where the column ends. */
  void put(int column, Node node) {
    if (node instanceof Labeled text) {
      text.setMinWidth(0);
    }
    grid.add(node, column, 0);
    showUnlessNarrow(node);
  }
}
