package org.ontodraft.app.ui.control;

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
    Label label = new Label(what);
    label.getStyleClass().addAll("small-text", "muted-text");
    HBox hint = new HBox(new KeyCap(key), label);
    hint.getStyleClass().add("key-hint");
    getChildren().add(hint);
    return hint;
  }
}
