package org.ontodraft.app.ui.palette;

import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ontodraft.app.service.search.IndexStanding;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.control.KeyCap;
import org.ontodraft.model.search.SearchHit;

/**
 * A field and the hits below it. The focus stays in the field: up and down move in the list, Enter
 * opens what is selected.
 */
public final class GoToPane extends VBox {
  private static final int ROWS = 10;

  private final GoToViewModel viewModel;
  private final Texts texts;
  private final Runnable hide;
  private final TextField field = new TextField();
  private final ListView<SearchHit> list = new ListView<>();
  private final Label empty = new Label();
  private final Label index = new Label();

  /**
   * A pane over a search.
   *
   * @param hide takes the pane away
   */
  public GoToPane(GoToViewModel viewModel, Texts texts, Runnable hide) {
    this.viewModel = viewModel;
    this.texts = texts;
    this.hide = hide;
    getStyleClass().add("goto");
    getStylesheets().add(String.valueOf(GoToPane.class.getResource("palette.css")));
    field.setId("goto-field");
    field.setPromptText(texts.get("goto.prompt"));
    field.setAccessibleText(texts.get("goto.field"));
    field.setAccessibleHelp(texts.get("goto.help"));
    field.textProperty().bindBidirectional(viewModel.text());
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    list.setItems(viewModel.hits());
    list.setAccessibleText(texts.get("goto.list"));
    list.setFocusTraversable(false);
    list.setCellFactory(view -> new HitCell(texts));
    list.setOnMouseClicked(event -> openSelected());
    empty.setWrapText(true);
    empty.getStyleClass().addAll("muted-text", "goto-empty");
    list.setPlaceholder(empty);
    viewModel.hits().addListener((ListChangeListener<SearchHit>) change -> selectFirst());
    empty
        .textProperty()
        .bind(
            Bindings.createStringBinding(this::emptyText, viewModel.standing(), viewModel.text()));
    index.getStyleClass().addAll("small-text", "muted-text");
    index.textProperty().bind(Bindings.createStringBinding(this::indexText, viewModel.index()));
    getChildren().addAll(field, list, foot());
    selectFirst();
  }

  private HBox foot() {
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox foot =
        new HBox(
            new KeyCap("\u2191"),
            new KeyCap("\u2193"),
            hint("goto.key.move"),
            new KeyCap(KeyCode.ENTER.getName()),
            hint("goto.key.open"),
            new KeyCap(KeyCode.ESCAPE.getName()),
            hint("goto.key.close"),
            space,
            index);
    foot.getStyleClass().add("goto-foot");
    return foot;
  }

  private Label hint(String key) {
    Label hint = new Label(texts.get(key));
    hint.getStyleClass().addAll("small-text", "muted-text");
    return hint;
  }

  /** What gets the focus. */
  public TextField field() {
    return field;
  }

  private void selectFirst() {
    if (viewModel.hits().isEmpty()) {
      list.getSelectionModel().clearSelection();
    } else {
      list.getSelectionModel().selectFirst();
      list.scrollTo(0);
    }
  }

  private String emptyText() {
    return switch (viewModel.standing().get()) {
      case NOTHING_ASKED -> texts.get("goto.empty");
      case LOOKING, FOUND -> "";
      case NOTHING_FOUND -> texts.get("goto.none", viewModel.text().get());
    };
  }

  private String indexText() {
    return switch (viewModel.index().get()) {
      case IndexStanding.Ready ready -> "";
      case IndexStanding.Building(int done, int total) ->
          total == 0
              ? texts.get("goto.index.reading")
              : texts.get("goto.index.building", done, total);
      case IndexStanding.Unavailable(String reason) -> texts.get("goto.index.unavailable");
    };
  }

  private void pressed(KeyEvent event) {
    switch (event.getCode()) {
      case DOWN -> move(1);
      case UP -> move(-1);
      case PAGE_DOWN -> move(ROWS - 1);
      case PAGE_UP -> move(1 - ROWS);
      case ENTER -> openSelected();
      case ESCAPE -> hide.run();
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void move(int by) {
    int size = viewModel.hits().size();
    if (size > 0) {
      int next = Math.clamp(list.getSelectionModel().getSelectedIndex() + (long) by, 0, size - 1);
      list.getSelectionModel().select(next);
      list.scrollTo(Math.max(0, next - ROWS / 2));
    }
  }

  private void openSelected() {
    SearchHit selected = list.getSelectionModel().getSelectedItem();
    if (selected != null) {
      hide.run();
      viewModel.open(selected);
    }
  }
}
