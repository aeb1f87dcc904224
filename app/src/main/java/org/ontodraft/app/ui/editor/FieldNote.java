package org.ontodraft.app.ui.editor;

import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;

/**
 * A line below a control: some words and what can be done about them. Most fields have none most of
 * the time, so whoever needs one makes it then.
 */
final class FieldNote extends HBox {
  private final Label words = new Label();
  private final Hyperlink action = new Hyperlink();

  FieldNote(Runnable run) {
    getStyleClass().add("field-note");
    words.getStyleClass().addAll("small-text", "muted-text");
    words.setWrapText(true);
    action.getStyleClass().add("small-text");
    action.setOnAction(event -> run.run());
    getChildren().setAll(words, action);
  }

  /** Puts something before the words. */
  void lead(Node node) {
    getChildren().addFirst(node);
  }

  /** Says something, and offers something unless its name is empty. */
  void say(String text, String offer, String spokenOffer) {
    words.setText(text);
    action.setText(offer);
    action.setAccessibleText(spokenOffer);
    action.setVisible(!offer.isEmpty());
  }

  /** Puts a node below the others of a pane, or takes it away. */
  static void show(Pane pane, Node node, boolean shown) {
    if (!shown) {
      pane.getChildren().remove(node);
    } else if (!pane.getChildren().contains(node)) {
      pane.getChildren().add(node);
    }
  }
}
