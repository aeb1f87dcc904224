package org.ontodraft.app.ui.submit;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.control.HiddenCharacters;
import org.ontodraft.app.ui.control.diff.MeasuredCell;
import org.ontodraft.model.draft.Landing;

/** What a maintainer changed before merging: entity and field, with both values. */
final class LandedPane extends VBox {
  /** More of a value is not shown in the list. */
  private static final int EXCERPT = 300;

  LandedPane(TrackModel model, Texts texts) {
    getStyleClass().add("submit-pane");
    Label heading = new Label(texts.get("submit.landed"));
    heading.getStyleClass().add("section-text");
    ListView<Landing.Difference> list = new ListView<>(model.differences());
    list.setId("landed");
    list.getStyleClass().add("landed-list");
    list.setAccessibleText(texts.get("submit.landed"));
    list.setCellFactory(view -> new Cell(texts));
    getChildren().addAll(heading, list);
    visibleProperty().bind(Bindings.isNotEmpty(model.differences()));
    managedProperty().bind(visibleProperty());
  }

  private static final class Cell extends MeasuredCell<Landing.Difference> {
    private final Texts texts;
    private final Label place = new Label();
    private final Label mine = new Label();
    private final Label landed = new Label();
    private final VBox lines = new VBox(place, mine, landed);

    Cell(Texts texts) {
      this.texts = texts;
      place.getStyleClass().add("strong-text");
      mine.setWrapText(true);
      landed.setWrapText(true);
    }

    @Override
    protected void updateItem(Landing.@Nullable Difference item, boolean empty) {
      super.updateItem(item, empty);
      if (empty || item == null) {
        fill(null);
        return;
      }
      place.setText(
          item.field().isEmpty()
              ? texts.get("submit.landed.entity", item.key().key(), texts.type(item.key().type()))
              : texts.get("submit.part.field", item.key().key(), item.field()));
      mine.setText(texts.get("submit.landed.mine", value(item.mine())));
      landed.setText(texts.get("submit.landed.theirs", value(item.landed())));
      setAccessibleText(place.getText() + ". " + mine.getText() + ". " + landed.getText());
      fill(lines);
    }

    private String value(String json) {
      if (json.isEmpty()) {
        return texts.get("submit.landed.nothing");
      }
      String line = HiddenCharacters.shown(json);
      return line.length() <= EXCERPT ? line : line.substring(0, EXCERPT - 1) + "\u2026";
    }
  }
}
