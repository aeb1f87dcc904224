package org.ontodraft.app.ui.editor;

import java.util.function.Consumer;
import javafx.beans.value.ObservableBooleanValue;
import javafx.css.PseudoClass;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.ui.editor.ItemTable.Change;
import org.ontodraft.app.ui.editor.ItemTable.Row;
import org.ontodraft.app.ui.editor.ItemTableViewModel.Line;

/**
 * A line of the table of effective items: a heading or an item. What it shows is made when it first
 * shows it: a list fills the room below its last line with cells that never show anything.
 */
final class ItemTableCell extends ListCell<Line> {
  private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");
  private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");

  private final ItemTableViewModel table;
  private final EditorTexts texts;
  private final Consumer<Boolean> add;
  private final ObservableBooleanValue narrow;
  private @Nullable ItemLine item;
  private @Nullable ItemHeading heading;

  /**
   * An empty line.
   *
   * @param add asks for an item to add: a required one, or an optional one
   * @param narrow whether there is little room for the columns
   */
  ItemTableCell(
      ItemTableViewModel table,
      EditorTexts texts,
      Consumer<Boolean> add,
      ObservableBooleanValue narrow) {
    this.table = table;
    this.texts = texts;
    this.add = add;
    this.narrow = narrow;
    getStyleClass().add("item-cell");
    // As wide as the list, not as its longest name.
    setPrefWidth(0);
    narrow.subscribe(now -> updateItem(getItem(), isEmpty()));
  }

  /** Takes an item out, or puts it back. What is only inherited cannot be taken out here. */
  static void toggle(ItemTableViewModel table, Row row) {
    if (row.removed()) {
      if (row.shown().direct()) {
        table.restore(row);
      }
    } else if (row.shown().direct()) {
      table.remove(row);
    }
  }

  @Override
  protected void updateItem(@Nullable Line line, boolean empty) {
    super.updateItem(line, empty);
    Line shown = empty ? null : line;
    pseudoClassStateChanged(HEADING, shown != null && !(shown instanceof Line.Item));
    pseudoClassStateChanged(
        CHANGED, shown instanceof Line.Item(Row row) && row.change() != Change.NONE);
    setAccessibleText(
        switch (shown) {
          case null -> {
            setGraphic(null);
            yield null;
          }
          case Line.Need need -> heading().show(need);
          case Line.Source from -> heading().show(from);
          case Line.Item(Row row) -> item().show(row);
        });
  }

  /** Its graphic is the heading from now on. */
  private ItemHeading heading() {
    ItemHeading made = heading;
    if (made == null) {
      made = new ItemHeading(table, texts, add);
      heading = made;
    }
    setGraphic(made.node());
    return made;
  }

  /** Its graphic is the line of an item from now on. */
  private ItemLine item() {
    ItemLine made = item;
    if (made == null) {
      made = new ItemLine(table, texts, narrow);
      item = made;
    }
    setGraphic(made.node());
    return made;
  }
}
