package org.ontodraft.app.ui.conflict;

import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.control.EmptyState;
import org.ontodraft.app.ui.control.Glyph;
import org.ontodraft.app.ui.control.Icon;

/** The page that says what moving the draft would do. */
final class RebaseView {
  private final RebaseViewModel viewModel;
  private final Texts texts;

  @FXML private Label sentence;
  @FXML private Button move;
  @FXML private TableView<RebaseRow> table;
  @FXML private TableColumn<RebaseRow, RebaseRow> state;
  @FXML private TableColumn<RebaseRow, String> entity;
  @FXML private TableColumn<RebaseRow, String> field;
  @FXML private TableColumn<RebaseRow, String> base;
  @FXML private TableColumn<RebaseRow, String> mine;
  @FXML private TableColumn<RebaseRow, String> upstream;
  @FXML private TableColumn<RebaseRow, String> result;
  @FXML private TableColumn<RebaseRow, String> why;

  RebaseView(RebaseViewModel viewModel, Texts texts) {
    this.viewModel = viewModel;
    this.texts = texts;
  }

  @FXML
  private void initialize() {
    sentence.textProperty().bind(viewModel.sentence());
    move.textProperty().bind(viewModel.move());
    move.visibleProperty().bind(viewModel.behind());
    move.managedProperty().bind(viewModel.behind());
    move.disableProperty().bind(viewModel.clean().not().or(viewModel.moving()));
    move.setOnAction(event -> viewModel.moveDraft());
    table.setItems(viewModel.rows());
    table.setPlaceholder(
        new EmptyState(Glyph.DONE, texts.get("rebase.none.title"), texts.get("rebase.none.text")));
    state.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    state.setCellFactory(column -> new StateCell());
    text(entity, RebaseRow::label);
    text(field, RebaseRow::field);
    text(base, RebaseRow::base);
    text(mine, RebaseRow::mine);
    text(upstream, RebaseRow::upstream);
    text(result, RebaseRow::result);
    text(why, RebaseRow::why);
    table.setRowFactory(view -> row());
    table.setOnKeyPressed(event -> {
      RebaseRow chosen = table.getSelectionModel().getSelectedItem();
      if (event.getCode() == KeyCode.ENTER && chosen != null) {
        viewModel.open(chosen);
        event.consume();
      }
    });
  }

  void focus() {
    if (move.isVisible() && !move.isDisabled()) {
      move.requestFocus();
    } else {
      table.requestFocus();
    }
  }

  private static void text(
      TableColumn<RebaseRow, String> column, Function<RebaseRow, String> value) {
    column.setCellValueFactory(row -> new ReadOnlyStringWrapper(value.apply(row.getValue())));
    column.setCellFactory(ignored -> new ValueCell());
  }

  private TableRow<RebaseRow> row() {
    TableRow<RebaseRow> row = new TableRow<>();
    row.setOnMouseClicked(event -> {
      if (event.getClickCount() == 2 && row.getItem() != null) {
        viewModel.open(row.getItem());
      }
    });
    return row;
  }

  /** A value that may be longer than its column: the whole of it is in the tooltip. */
  private static final class ValueCell extends TableCell<RebaseRow, String> {
    @Override
    protected void updateItem(@Nullable String item, boolean empty) {
      super.updateItem(item, empty);
      setText(empty ? null : item);
      setTooltip(empty || item == null || item.length() < 24 ? null : new Tooltip(item));
    }
  }

  /** Whether a row waits for a decision, by shape and word. */
  private final class StateCell extends TableCell<RebaseRow, RebaseRow> {
    private final Icon icon = new Icon(Glyph.DONE, "small-icon");

    @Override
    protected void updateItem(@Nullable RebaseRow item, boolean empty) {
      super.updateItem(item, empty);
      if (empty || item == null) {
        setGraphic(null);
        setAccessibleText(null);
        return;
      }
      icon.show(item.open() ? Glyph.CONFLICT : Glyph.DONE);
      icon.getStyleClass().removeAll("conflict", "done");
      icon.getStyleClass().add(item.open() ? "conflict" : "done");
      setGraphic(icon);
      setAccessibleText(texts.get(item.open() ? "rebase.state.open" : "rebase.state.decided"));
    }
  }
}
