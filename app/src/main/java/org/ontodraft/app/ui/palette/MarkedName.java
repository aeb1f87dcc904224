package org.ontodraft.app.ui.palette;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.ontodraft.model.search.SearchHit.Mark;

/** A name on one line, with what was found of it in bold and underlined; long ones are cut. */
final class MarkedName extends HBox {
  private static final String ELLIPSIS = "\u2026";

  private final int longest;

  MarkedName(String style, int longest) {
    this.longest = longest;
    getStyleClass().addAll("marked-name", style);
    setMinWidth(USE_PREF_SIZE);
  }

  void show(String whole, List<Mark> marks) {
    boolean cut = whole.codePointCount(0, whole.length()) > longest;
    String name = cut ? whole.substring(0, whole.offsetByCodePoints(0, longest)) : whole;
    List<Node> parts = new ArrayList<>();
    int at = 0;
    for (Mark mark : marks) {
      int start = Math.clamp(mark.start(), at, name.length());
      int end = Math.clamp(mark.end(), start, name.length());
      add(parts, name.substring(at, start), "plain-part");
      add(parts, name.substring(start, end), "marked-part");
      at = end;
    }
    add(parts, name.substring(at) + (cut ? ELLIPSIS : ""), "plain-part");
    getChildren().setAll(parts);
  }

  private static void add(List<Node> parts, String text, String style) {
    if (!text.isEmpty()) {
      Label part = new Label(text);
      part.getStyleClass().setAll(style);
      part.setMinWidth(USE_PREF_SIZE);
      parts.add(part);
    }
  }
}
