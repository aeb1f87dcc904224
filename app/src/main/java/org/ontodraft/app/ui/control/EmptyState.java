package org.ontodraft.app.ui.control;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What a pane shows while it has nothing to show: why, and what can be done. */
public final class EmptyState extends VBox {
  /** An icon, a title, a sentence or two, and the ways on. */
  public EmptyState(Glyph glyph, String title, String text, Node... actions) {
    getStyleClass().add("empty-state");
    Label heading = new Label(title);
    heading.getStyleClass().add("heading-text");
    Label body = new Label(text);
    body.getStyleClass().add("empty-text");
    body.setWrapText(true);
    getChildren().addAll(new Icon(glyph, "empty-icon"), heading, body);
    if (actions.length > 0) {
      HBox row = new HBox(actions);
      row.getStyleClass().add("empty-actions");
      getChildren().add(row);
    }
  }
}
