package org.ontodraft.app.ui.diff;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.control.Glyph;
import org.ontodraft.app.ui.control.Icon;
import org.ontodraft.app.ui.control.KeyCap;

/** One row that stands for several that are the same on both sides. */
final class FoldPane extends HBox {
  private final Texts texts;
  private final RowActions actions;
  private final Icon chevron = new Icon(Glyph.CHEVRON_RIGHT, "small-icon");
  private final Label what = new Label();
  private final Label names = new Label();

  FoldPane(Texts texts, RowActions actions) {
    this.texts = texts;
    this.actions = actions;
    getStyleClass().addAll("card-row", "fold-row");
    what.getStyleClass().addAll("medium-text", "small-text");
    what.setMinWidth(USE_PREF_SIZE);
    names.getStyleClass().addAll("small-text", "muted-text");
    HBox.setHgrow(names, Priority.ALWAYS);
    names.setMaxWidth(Double.MAX_VALUE);
    getChildren().addAll(chevron, what, names, new KeyCap(texts.get("key.enter")));
  }

  /** Shows folded fields and says it in words. */
  String show(ReviewRow.Unchanged row) {
    return show(
        row,
        texts.get("review.unchanged", row.fields().size()),
        String.join(", ", row.fields()),
        row.open());
  }

  /** Shows folded lines and says it in words. */
  String show(ReviewRow.SkippedLines row) {
    return show(row, texts.get("review.lines.same", row.count()), "", false);
  }

  /** Shows folded items of a list and says it in words. */
  String show(ReviewRow.SkippedItems row) {
    return show(row, texts.get("review.items.same", row.count()), "", false);
  }

  private String show(ReviewRow row, String title, String detail, boolean open) {
    chevron.show(open ? Glyph.CHEVRON_DOWN : Glyph.CHEVRON_RIGHT);
    what.setText(title);
    names.setText(detail);
    setOnMouseClicked(event -> actions.toggle(row));
    return detail.isEmpty() ? title : title + ": " + detail;
  }
}
