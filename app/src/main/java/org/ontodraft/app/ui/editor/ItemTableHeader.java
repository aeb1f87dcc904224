package org.ontodraft.app.ui.editor;

import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import org.ontodraft.model.entity.EntityType;

/** The column names of the table; the cells share its columns. */
final class ItemTableHeader extends GridPane {
  ItemTableHeader(EditorTexts texts, EntityType type) {
    getStyleClass().addAll("item-columns", "item-header");
    ItemTableCell.columns(this);
    Region marks = new Region();
    marks.getStyleClass().add("item-status");
    add(marks, 0, 0);
    add(name(texts.get("editor.table.column." + type.id())), 1, 0);
    if (type == EntityType.PROPERTY) {
      add(name(texts.get("editor.table.column.datatype")), 2, 0);
    }
    add(name(texts.get("editor.table.column.source")), 3, 0);
    add(name(texts.get("editor.table.column.change")), 4, 0);
  }

  private static Label name(String text) {
    Label label = new Label(text);
    label.getStyleClass().addAll("small-text", "medium-text", "muted-text");
    return label;
  }
}
