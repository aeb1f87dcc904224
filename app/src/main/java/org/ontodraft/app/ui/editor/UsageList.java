package org.ontodraft.app.ui.editor;

import java.text.NumberFormat;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.ui.control.Glyph;
import org.ontodraft.app.ui.control.Icon;
import org.ontodraft.model.ontology.EntitySummary;

/** One group of what refers to an entity: its name and count, unfolding to the list. */
final class UsageList extends VBox {
  private static final int MOST_LINES = 10;

  private final UsageGroup group;
  private final EntityViewModel viewModel;
  private final Icon arrow = new Icon(Glyph.CHEVRON_RIGHT, "small-icon");
  private @Nullable ListView<EntitySummary> list;

  UsageList(UsageGroup group, EntityViewModel viewModel, EditorTexts texts) {
    this.group = group;
    this.viewModel = viewModel;
    getStyleClass().add("usage");
    String name = texts.usage(group);
    ToggleButton fold = new ToggleButton(name);
    fold.setGraphic(arrow);
    fold.getStyleClass().addAll("plain", "usage-fold");
    String count = NumberFormat.getIntegerInstance(Locale.ENGLISH).format(group.sources().size());
    fold.setAccessibleText(name + ", " + count);
    Label number = new Label(count);
    number.getStyleClass().add("muted-text");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox head = new HBox(fold, space, number);
    head.getStyleClass().add("usage-head");
    getChildren().add(head);
    fold.selectedProperty().subscribe((before, open) -> unfold(open, name));
  }

  private void unfold(boolean open, String name) {
    arrow.show(open ? Glyph.CHEVRON_DOWN : Glyph.CHEVRON_RIGHT);
    ListView<EntitySummary> shown = list;
    if (shown == null) {
      shown = makeList(name);
      list = shown;
    }
    if (open) {
      getChildren().add(shown);
    } else {
      getChildren().remove(shown);
    }
  }

  private ListView<EntitySummary> makeList(String name) {
    ListView<EntitySummary> made = new ListView<>();
    made.setAccessibleText(name);
    made.getStyleClass().add("usage-list");
    made.getItems().setAll(group.sources());
    made.setCellFactory(view -> new SourceCell());
    made.setOnMouseClicked(event -> open(made));
    made.setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
        open(made);
        event.consume();
      }
    });
    // In em, as everything is: a row is twice the font size of the root.
    int lines = Math.min(MOST_LINES, group.sources().size());
    made.setStyle(
        "-fx-fixed-cell-size: 1.846em; -fx-pref-height: " + (lines * 1.846 + 0.3) + "em;");
    return made;
  }

  private void open(ListView<EntitySummary> from) {
    EntitySummary selected = from.getSelectionModel().getSelectedItem();
    if (selected != null) {
      viewModel.open(selected.key());
    }
  }

  private static final class SourceCell extends ListCell<EntitySummary> {
    @Override
    protected void updateItem(@Nullable EntitySummary item, boolean empty) {
      super.updateItem(item, empty);
      if (empty || item == null) {
        setText(null);
        setGraphic(null);
        return;
      }
      setGraphic(new Icon(Glyph.of(item.key().type()), "small-icon"));
      String key = item.key().key();
      setText(item.label().equals(key) ? key : item.label() + " (" + key + ")");
    }
  }
}
