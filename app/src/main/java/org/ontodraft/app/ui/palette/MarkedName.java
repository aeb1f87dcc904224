package org.ontodraft.app.ui.palette;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.ontodraft.model.search.SearchHit.Mark;

/** A name on one line, with what was found of it in bold and underlined; long ones are cut. */
final class MarkedName extends HBox {
  private static final String ELLIPSIS = "\u2026";

  private final int longest;
  private final List<Label> parts = new ArrayList<>();
  private int used;

  MarkedName(String style, int longest) {
    this.longest = longest;
    getStyleClass().addAll("marked-name", style);
    setMinWidth(USE_PREF_SIZE);
  }

  void show(String whole, List<Mark> marks) {
    boolean cut = whole.codePointCount(0, whole.length()) > longest;
    String name = cut ? whole.substring(0, whole.offsetByCodePoints(0, longest)) : whole;
    int at = 0;
    used = 0;
    for (Mark mark : marks) {
      int start = Math.clamp(mark.start(), at, name.length());
      int end = Math.clamp(mark.end(), start, name.length());
      add(name.substring(at, start), "plain-part");
      add(name.substring(start, end), "marked-part");
      at = end;
    }
    add(name.substring(at) + (cut ? ELLIPSIS : ""), "plain-part");
    parts.subList(used, parts.size()).forEach(part -> show(part, false));
  }

  /** Takes a label that is there: making and styling new ones at every key costs a frame. */
  private void add(String text, String style) {
    if (text.isEmpty()) {
      return;
    }
    if (used == parts.size()) {
      Label made = new Label();
      made.setMinWidth(USE_PREF_SIZE);
      parts.add(made);
      getChildren().add(made);
    }
    Label part = parts.get(used++);
    part.setText(text);
    if (!part.getStyleClass().equals(List.of(style))) {
      part.getStyleClass().setAll(style);
    }
    show(part, true);
  }

  private static void show(Label part, boolean shown) {
    part.setVisible(shown);
    part.setManaged(shown);
  }
}
