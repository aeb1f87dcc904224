package org.ontodraft.app.ui.settings;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.ui.control.Glyph;
import org.ontodraft.app.ui.control.Icon;

/** A server and where its token is. */
final class ServerCell extends ListCell<ServerRow> {
  private final Label name = new Label();
  private final Label token = new Label();
  private final Icon lock = new Icon(Glyph.LOCK, "small-icon");
  private final VBox lines;

  ServerCell() {
    getStyleClass().add("server-cell");
    name.getStyleClass().add("medium-text");
    token.getStyleClass().addAll("small-text", "muted-text");
    HBox below = new HBox(lock, token);
    below.getStyleClass().add("server-token");
    lines = new VBox(name, below);
  }

  @Override
  protected void updateItem(@Nullable ServerRow row, boolean empty) {
    super.updateItem(row, empty);
    if (empty || row == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    name.setText(row.name());
    token.setText(row.token());
    boolean kept = row.server().token().isPresent();
    lock.setVisible(kept);
    lock.setManaged(kept);
    setGraphic(lines);
    setAccessibleText(row.name() + ". " + row.token());
  }
}
