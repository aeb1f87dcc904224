package org.ontodraft.app.ui.submit;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.ui.common.Texts;

/** A file of the commit with its counts. */
final class FileCell extends ListCell<FileRow> {
  private final Texts texts;
  private final Label path = new Label();
  private final Label counts = new Label();
  private final HBox line;

  FileCell(Texts texts) {
    this.texts = texts;
    path.getStyleClass().add("mono-text");
    counts.getStyleClass().addAll("mono-text", "muted-text");
    counts.setMinWidth(USE_PREF_SIZE);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    line = new HBox(path, space, counts);
    line.getStyleClass().add("submit-line");
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable FileRow row, boolean empty) {
    super.updateItem(row, empty);
    if (empty || row == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    path.setText(row.path());
    counts.setText(texts.get("submit.file.counts", row.added(), row.removed()));
    setAccessibleText(row.path() + ", " + counts.getText());
    setGraphic(line);
  }
}
