package org.ontodraft.app.ui.control;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;

/** The keys of a page at its foot, in further lines where the page is narrow. */
public final class KeyHints extends FlowPane {
  /** None yet. */
  public KeyHints() {
    getStyleClass().add("key-hints");
  }

  /**
   * Adds a key.
   *
   * @param key as its cap says it
   * @param what it does
   * @return what was added, to be hidden where it does nothing
   */
  public Node add(String key, String what) {
    return add(new KeyCap(key), what);
  }

  /**
   * Adds a key that may become another one; while it is empty, nothing is shown.
   *
   * @param key as its cap says it
   */
  public Node add(ObservableValue<String> key, String what) {
    KeyCap cap = new KeyCap("");
    cap.textProperty().bind(key);
    Node hint = add(cap, what);
    for (Node part : ((HBox) hint).getChildren()) {
      part.visibleProperty().bind(cap.textProperty().isNotEmpty());
      part.managedProperty().bind(part.visibleProperty());
    }
    return hint;
  }

  private Node add(KeyCap cap, String what) {
    Label label = new Label(what);
    label.getStyleClass().addAll("small-text", "muted-text");
    HBox hint = new HBox(cap, label);
    hint.getStyleClass().add("key-hint");
    getChildren().add(hint);
    return hint;
  }
}
