package org.ontodraft.app.ui.control;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** One item of a set: a key with the shape of its type, and what a draft does to it. */
public final class Chip extends HBox {
  private static final List<String> KINDS = List.of("mine", "upstream", "removed");

  private final Label sign = new Label();
  private final Label name = new Label();
  private final @Nullable Icon icon;

  /** What a chip says of its item. */
  public enum Kind {
    PLAIN,
    ADDED,
    REMOVED,
    UPSTREAM
  }

  /** A chip with a shape, or without when the glyph is null. */
  public Chip(@Nullable Glyph glyph, String text) {
    getStyleClass().add("chip");
    name.setText(HiddenCharacters.shown(text));
    name.getStyleClass().add("key");
    icon = glyph == null ? null : new Icon(glyph, "small-icon");
    show(Kind.PLAIN);
    setMinWidth(USE_PREF_SIZE);
    setMaxWidth(USE_PREF_SIZE);
    setAccessibleText(text);
  }

  /** Shortens the text where it would be wider than the pane that the chip stands in. */
  public void keepWithin(Region pane) {
    setMinWidth(0);
    maxWidthProperty()
        .bind(
            pane.widthProperty().map(width -> width.doubleValue() > 0 ? width : Double.MAX_VALUE));
  }

  /** Marks the item. */
  public void show(Kind kind) {
    getStyleClass().removeAll(KINDS);
    switch (kind) {
      case PLAIN -> sign.setText("");
      case ADDED -> mark("+", "mine");
      case REMOVED -> mark("-", "removed");
      case UPSTREAM -> mark("+", "upstream");
    }
    getChildren().removeIf(child -> child == sign || child == icon || child == name);
    getChildren().add(0, name);
    if (icon != null) {
      getChildren().add(0, icon);
    }
    if (!sign.getText().isEmpty()) {
      getChildren().add(0, sign);
    }
  }

  private void mark(String text, String style) {
    sign.setText(text);
    getStyleClass().add(style);
  }

  /** Puts something behind the name, such as a button that takes the item away. */
  public void addTrailing(Node node) {
    node.getStyleClass().add("remove");
    getChildren().add(node);
  }
}
