package org.ontodraft.app.ui.editor;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.ontodraft.app.ui.control.Badge;
import org.ontodraft.app.ui.control.Glyph;
import org.ontodraft.app.ui.control.Icon;

/** A part of the inspector with a name, a count, and a content that folds away. */
final class InspectorSection extends VBox {
  private final String name;
  private final ToggleButton fold = new ToggleButton();
  private final Icon arrow = new Icon(Glyph.CHEVRON_DOWN, "small-icon");
  private final Badge badge = new Badge();
  private final VBox content = new VBox();

  InspectorSection(String name) {
    this.name = name;
    getStyleClass().add("inspector-section");
    fold.setText(name);
    fold.setGraphic(arrow);
    fold.setSelected(true);
    fold.getStyleClass().addAll("plain", "inspector-fold");
    content.getStyleClass().add("inspector-content");
    HBox head = new HBox(fold, badge);
    head.getStyleClass().add("inspector-head");
    getChildren().addAll(head, content);
    fold.selectedProperty()
        .subscribe(open -> {
          arrow.show(open ? Glyph.CHEVRON_DOWN : Glyph.CHEVRON_RIGHT);
          content.setVisible(open);
          content.setManaged(open);
        });
  }

  void show(long count, List<Node> nodes) {
    badge.show(count);
    badge.setVisible(count > 0);
    fold.setAccessibleText(name + ", " + badge.getText());
    content.getChildren().setAll(nodes);
  }
}
