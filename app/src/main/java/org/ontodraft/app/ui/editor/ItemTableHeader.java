package org.ontodraft.app.ui.editor;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.ontodraft.model.entity.EntityType;

/** The column names of the table. */
final class ItemTableHeader extends StackPane {
  ItemTableHeader(EditorTexts texts, EntityType type, ObservableBooleanValue narrow) {
    getStyleClass().add("item-header");
    ItemColumns columns = new ItemColumns(new Region(), narrow);
    columns.put(0, name(texts.get("editor.table.column." + type.id())));
    if (type == EntityType.PROPERTY) {
      columns.put(1, name(texts.get("editor.table.column.datatype")));
    }
    columns.put(2, name(texts.get("editor.table.column.source")));
    Label change = name("");
    change
        .textProperty()
        .bind(
            Bindings.when(narrow)
                .then(texts.get("editor.table.column.source"))
                .otherwise(texts.get("editor.table.column.change")));
    columns.put(3, change);
    getChildren().add(columns);
  }

  private static Label name(String text) {
    Label label = new Label(text);
    label.getStyleClass().addAll("small-text", "medium-text", "muted-text");
    return label;
  }
}
