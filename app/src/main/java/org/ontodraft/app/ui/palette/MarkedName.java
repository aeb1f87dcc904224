package org.ontodraft.app.ui.palette;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.ontodraft.model.search.SearchHit.Mark;

/** A name on one line, with what was found of it in bold and underlined. */
final class MarkedName extends HBox {
  MarkedName(String style) {
    getStyleClass().addAll("marked-name", style);
    setMinWidth(0);
  }

  void show(String name, List<Mark> marks) {
    List<Node> parts = new ArrayList<>();
    int at = 0;
    for (Mark mark : marks) {
      int start = Math.clamp(mark.start(), at, name.length());
      int end = Math.clamp(mark.end(), start, name.length());
      add(parts, name.substring(at, start), "plain-part");
      add(parts, name.substring(start, end), "marked-part");
      at = end;
    }
    add(parts, name.substring(at), "plain-part");
    getChildren().setAll(parts);
  }

  private static void add(List<Node> parts, String text, String style) {
    if (!text.isEmpty()) {
      Label part = new Label(text);
      part.getStyleClass().setAll(style);
      part.setMinWidth(0);
      parts.add(part);
    }
  }
}
