package org.ontodraft.app.ui.diff;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.review.AffectedEntity;
import org.ontodraft.app.service.review.EntityReview;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.control.Glyph;
import org.ontodraft.app.ui.control.HiddenCharacters;
import org.ontodraft.app.ui.control.Icon;
import org.ontodraft.app.ui.control.StatusMark;
import org.ontodraft.model.entity.EntityStatus;

/** A type or a changed entity in the list at the left. */
final class IndexCell extends ListCell<IndexRow> {
  private final Texts texts;
  private final StatusMark mark;
  private final Icon shape = new Icon(Glyph.CATEGORY);
  private final Label name = new Label();
  private final Label count = new Label();
  private final Icon ticked = new Icon(Glyph.DONE, "small-icon", "done");
  private final Region space = new Region();
  private final HBox group = new HBox();
  private final HBox entry = new HBox();

  IndexCell(Texts texts) {
    this.texts = texts;
    mark = new StatusMark(texts);
    getStyleClass().add("index-cell");
    count.getStyleClass().addAll("small-text", "muted-text");
    count.setMinWidth(USE_PREF_SIZE);
    space.getStyleClass().add("tick-space");
    name.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(name, Priority.ALWAYS);
    group.getStyleClass().add("index-group");
    entry.getStyleClass().add("index-entry");
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable IndexRow row, boolean empty) {
    super.updateItem(row, empty);
    name.getStyleClass().removeAll("struck-text", "strong-text");
    switch (empty ? null : row) {
      case null -> {
        setGraphic(null);
        setAccessibleText(null);
      }
      case IndexRow.Group shown -> {
        name.setText(texts.types(shown.type()));
        name.getStyleClass().add("strong-text");
        count.setText(texts.get("review.index.of", shown.changed(), shown.total()));
        group.getChildren().setAll(name, count);
        setGraphic(group);
        setAccessibleText(name.getText() + ", " + count.getText());
      }
      case IndexRow.Changed shown -> show(shown.review(), shown.reviewed());
      case IndexRow.Affected shown -> show(shown.affected());
    }
  }

  private void show(AffectedEntity affected) {
    mark.show(EntityStatus.AFFECTED);
    shape.show(Glyph.of(affected.key().type()));
    name.setText(HiddenCharacters.shown(affected.label()));
    count.setText(texts.get("review.index.inherits", affected.effects().size()));
    entry.getChildren().setAll(mark, shape, name, count, space);
    setGraphic(entry);
    setAccessibleText(
        texts.get(
            "review.index.accessible",
            affected.label(),
            texts.type(affected.key().type()),
            texts.status(EntityStatus.AFFECTED),
            count.getText()));
  }

  private void show(EntityReview review, boolean reviewed) {
    mark.show(review.status());
    shape.show(Glyph.of(review.key().type()));
    name.setText(HiddenCharacters.shown(review.label()));
    if (review.status() == EntityStatus.DELETED) {
      name.getStyleClass().add("struck-text");
    }
    count.setText(texts.get("review.fields", review.changedFields()));
    entry.getChildren().setAll(mark, shape, name, count, reviewed ? ticked : space);
    setGraphic(entry);
    String words =
        texts.get(
            "review.index.accessible",
            review.label(),
            texts.type(review.key().type()),
            texts.status(review.status()),
            count.getText());
    setAccessibleText(reviewed ? words + ", " + texts.get("review.ticked") : words);
  }
}
