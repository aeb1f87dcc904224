package org.ontodraft.app.ui.palette;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.control.Glyph;
import org.ontodraft.app.ui.control.Icon;
import org.ontodraft.model.search.SearchHit;

/** A hit: the shape of its type, label, key and what it was found by. */
final class HitCell extends ListCell<SearchHit> {
  private static final int LONGEST_LABEL = 48;
  private static final int LONGEST_KEY = 36;

  private final Texts texts;
  private final Icon icon = new Icon(Glyph.CATEGORY);
  private final MarkedName label = new MarkedName("hit-label", LONGEST_LABEL);
  private final MarkedName key = new MarkedName("hit-key", LONGEST_KEY);
  private final Label how = new Label();
  private final HBox line;

  HitCell(Texts texts) {
    this.texts = texts;
    how.getStyleClass().addAll("small-text", "muted-text");
    how.setMinWidth(Region.USE_PREF_SIZE);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    icon.setMinWidth(Region.USE_PREF_SIZE);
    line = new HBox(icon, label, key, space, how);
    line.getStyleClass().add("hit-line");
    // As wide as the list, not as its longest label.
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable SearchHit item, boolean empty) {
    super.updateItem(item, empty);
    if (empty || item == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    icon.show(Glyph.of(item.key().type()));
    label.show(item.label(), item.labelMarks());
    key.show(item.key().key(), item.keyMarks());
    String by =
        switch (item.tier()) {
          case TEXT -> texts.get("goto.by.text");
          case MISSPELLED -> texts.get("goto.by.likeness");
          default -> texts.type(item.key().type());
        };
    how.setText(by);
    setAccessibleText(
        texts.get(
            "goto.hit.spoken", item.label(), texts.type(item.key().type()), item.key().key(), by));
    setGraphic(line);
  }
}
