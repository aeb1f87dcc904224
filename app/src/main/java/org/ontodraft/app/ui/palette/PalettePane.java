package org.ontodraft.app.ui.palette;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.control.IndexRange;
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
import org.ontodraft.app.ui.common.FxThread;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.control.KeyCap;

/**
 * A field and what is found below it. The focus stays in the field: up and down move in the list,
 * Enter opens what is selected.
 */
public final class PalettePane extends VBox {
  private static final int ROWS = 10;

  private final PaletteViewModel viewModel;
  private final Texts texts;
  private final Runnable hide;
  private final TextField field = new TextField();
  private final ListView<PaletteRow> list = new ListView<>();
  private final Label empty = new Label();
  private final Label index = new Label();

  /**
   * A pane over a search.
   *
   * @param hide takes the pane away
   */
  public PalettePane(PaletteViewModel viewModel, Texts texts, Runnable hide) {
    this.viewModel = viewModel;
    this.texts = texts;
    this.hide = hide;
    getStyleClass().add("palette");
    setMaxHeight(USE_PREF_SIZE);
    field.setId("palette-field");
    field.setPromptText(texts.get("palette.prompt"));
    field.setAccessibleText(texts.get("palette.field"));
    field.setAccessibleHelp(texts.get("palette.help"));
    field.textProperty().bindBidirectional(viewModel.text());
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    field.selectionProperty().subscribe(this::keepPrefix);
    list.setItems(viewModel.rows());
    list.setAccessibleText(texts.get("palette.list"));
    list.setFocusTraversable(false);
    list.setCellFactory(view -> new PaletteCell(texts));
    list.setOnMouseClicked(event -> openSelected());
    empty.setWrapText(true);
    empty.getStyleClass().addAll("muted-text", "palette-empty");
    list.setPlaceholder(empty);
    viewModel.rows().addListener((ListChangeListener<PaletteRow>) change -> selectFirst());
    empty
        .textProperty()
        .bind(
            Bindings.createStringBinding(this::emptyText, viewModel.standing(), viewModel.text()));
    index.getStyleClass().addAll("small-text", "muted-text");
    index.textProperty().bind(Bindings.createStringBinding(this::indexText, viewModel.index()));
    getChildren().addAll(field, list, foot());
    selectFirst();
  }

  /** A field that gets the focus selects its text, and typing would replace the prefix. */
  private void keepPrefix(IndexRange selected) {
    String text = field.getText();
    if (selected.getLength() == 1
        && (text.equals(PaletteViewModel.COMMANDS) || text.equals(PaletteViewModel.MODULES))) {
      FxThread.later(field::end);
    }
  }

  private HBox foot() {
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox foot = new HBox();
    if (viewModel.narrows()) {
      foot.getChildren()
          .addAll(
              new KeyCap(PaletteViewModel.COMMANDS),
              hint("palette.key.commands"),
              new KeyCap(PaletteViewModel.MODULES),
              hint("palette.key.modules"));
    }
    foot.getChildren()
        .addAll(
            new KeyCap("\u2191"),
            new KeyCap("\u2193"),
            hint("palette.key.move"),
            new KeyCap(KeyCode.ENTER.getName()),
            hint("palette.key.open"),
            new KeyCap(KeyCode.ESCAPE.getName()),
            hint("palette.key.close"),
            space,
            index);
    foot.getStyleClass().add("palette-foot");
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
    list.getSelectionModel().clearSelection();
    move(1);
    list.scrollTo(0);
  }

  private String emptyText() {
    return switch (viewModel.standing().get()) {
      case NOTHING_ASKED -> texts.get("palette.empty");
      case LOOKING, FOUND -> "";
      case NOTHING_FOUND -> texts.get("palette.none", viewModel.text().get());
    };
  }

  private String indexText() {
    return switch (viewModel.index().get()) {
      case IndexStanding.Ready ready -> "";
      case IndexStanding.Building(int done, int total) ->
          total == 0
              ? texts.get("palette.index.reading")
              : texts.get("palette.index.building", done, total);
      case IndexStanding.Unavailable(String reason) -> texts.get("palette.index.unavailable");
    };
  }

  private void pressed(KeyEvent event) {
    switch (event.getCode()) {
      case DOWN -> move(1);
      case UP -> move(-1);
      case PAGE_DOWN -> move(ROWS - 1);
      case PAGE_UP -> move(1 - ROWS);
      case ENTER -> viewModel.onceFound(this::openSelected);
      case ESCAPE -> hide.run();
      default -> {
        return;
      }
    }
    event.consume();
  }

  /** Over the headings, to the end and no further. */
  private void move(int by) {
    List<PaletteRow> rows = viewModel.rows();
    int at = list.getSelectionModel().getSelectedIndex();
    int step = Integer.signum(by);
    int wanted = Math.clamp(at + (long) by, 0, Math.max(0, rows.size() - 1));
    while (wanted >= 0 && wanted < rows.size() && isHeading(rows.get(wanted))) {
      wanted += step;
    }
    if (wanted >= 0 && wanted < rows.size()) {
      list.getSelectionModel().select(wanted);
      list.scrollTo(Math.max(0, wanted - ROWS / 2));
    }
  }

  private static boolean isHeading(PaletteRow row) {
    return row instanceof PaletteRow.Heading;
  }

  private void openSelected() {
    PaletteRow selected = list.getSelectionModel().getSelectedItem();
    if (selected != null && PaletteViewModel.canBeChosen(selected)) {
      hide.run();
      viewModel.choose(selected);
    }
  }
}
