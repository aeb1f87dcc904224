package org.ontodraft.app.ui.problems;

import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.ui.common.Context;
import org.ontodraft.app.ui.common.Deed;
import org.ontodraft.app.ui.common.DeedMenu;
import org.ontodraft.app.ui.common.Hint;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.control.EmptyState;
import org.ontodraft.app.ui.control.Glyph;
import org.ontodraft.app.ui.control.Icon;
import org.ontodraft.model.validation.QuickFix;
import org.ontodraft.model.validation.Severity;

/** The problems pane. */
public final class ProblemsView {
  private final ProblemsViewModel viewModel;
  private final Texts texts;
  private final Runnable hide;

  @FXML private Label count;
  @FXML private Label summary;
  @FXML private StackPane filters;
  @FXML private Button fixAll;
  @FXML private Button copy;
  @FXML private Button close;
  @FXML private TableView<ProblemRow> table;
  @FXML private TableColumn<ProblemRow, Severity> severity;
  @FXML private TableColumn<ProblemRow, String> message;
  @FXML private TableColumn<ProblemRow, String> where;
  @FXML private TableColumn<ProblemRow, String> place;
  @FXML private TableColumn<ProblemRow, String> code;
  @FXML private TableColumn<ProblemRow, ProblemRow> fix;

  /**
   * Shows this view model.
   *
   * @param hide takes the pane away
   */
  public ProblemsView(ProblemsViewModel viewModel, Texts texts, Runnable hide) {
    this.viewModel = viewModel;
    this.texts = texts;
    this.hide = hide;
  }

  @FXML
  private void initialize() {
    count.textProperty().bind(Bindings.size(viewModel.shown()).asString());
    filters.getChildren().setAll(new ProblemFilterBar(viewModel, texts));
    fixAll.setOnAction(event -> fixAllLikeChosen());
    table.getSelectionModel().selectedItemProperty().subscribe(row -> offerAll());
    viewModel.shown().addListener((ListChangeListener<ProblemRow>) change -> offerAll());
    summary.textProperty().bind(viewModel.summary());
    copy.setGraphic(new Icon(Glyph.COPY, "small-icon"));
    copy.disableProperty().bind(Bindings.isEmpty(viewModel.shown()));
    copy.setOnAction(event -> copy(viewModel.shown()));
    close.setGraphic(new Icon(Glyph.CHEVRON_DOWN));
    close.setOnAction(event -> hide.run());
    table.setItems(viewModel.shown());
    table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    EmptyState none =
        new EmptyState(
            Glyph.VALIDATE, texts.get("problems.none.title"), texts.get("problems.none.text"));
    EmptyState filtered =
        new EmptyState(
            Glyph.FILTER,
            texts.get("problems.filtered.title"),
            texts.get("problems.filtered.text"));
    table
        .placeholderProperty()
        .bind(
            Bindings.when(Bindings.isEmpty(viewModel.rows()))
                .<Node>then(scrolled(none))
                .otherwise(scrolled(filtered)));
    severity.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue().severity()));
    severity.setCellFactory(column -> new SeverityCell(texts));
    text(message, ProblemRow::message);
    text(where, ProblemRow::where);
    text(place, ProblemRow::place);
    text(code, ProblemRow::code);
    fix.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    fix.setCellFactory(column -> new FixCell(this));
    table.setRowFactory(view -> row());
    table.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    table.setContextMenu(
        new DeedMenu(texts, this::isPossible, this::perform)
            .menu(
                table,
                List.of(Deed.PROBLEMS_OPEN, Deed.PROBLEMS_FIX, Deed.PROBLEMS_FIX_ALL),
                List.of(Deed.PROBLEMS_COPY)));
  }

  /** The pane may be lower than its words. */
  private static ScrollPane scrolled(EmptyState words) {
    ScrollPane pane = new ScrollPane(words);
    pane.setFitToWidth(true);
    pane.setFitToHeight(true);
    pane.setFocusTraversable(false);
    words.setMinHeight(Region.USE_PREF_SIZE);
    return pane;
  }

  /** Puts the focus into the list. */
  public void focus() {
    table.requestFocus();
    if (table.getSelectionModel().isEmpty()) {
      table.getSelectionModel().selectFirst();
    }
  }

  private static void text(
      TableColumn<ProblemRow, String> column, Function<ProblemRow, String> value) {
    column.setCellValueFactory(row -> new ReadOnlyStringWrapper(value.apply(row.getValue())));
  }

  private TableRow<ProblemRow> row() {
    TableRow<ProblemRow> row = new TableRow<>();
    row.setOnMouseClicked(event -> {
      if (event.getClickCount() == 2 && row.getItem() != null) {
        viewModel.open(row.getItem());
      }
    });
    return row;
  }

  private void key(KeyEvent event) {
    Deed.of(Context.PROBLEMS, table.getScene(), event)
        .filter(this::isPossible)
        .ifPresent(deed -> {
          perform(deed);
          event.consume();
        });
  }

  /** Does to the chosen rows what a key would do. */
  public void perform(Deed deed) {
    ProblemRow chosen = table.getSelectionModel().getSelectedItem();
    if (deed == Deed.PROBLEMS_COPY) {
      List<ProblemRow> rows = List.copyOf(table.getSelectionModel().getSelectedItems());
      copy(rows.isEmpty() ? viewModel.shown() : rows);
    } else if (deed == Deed.PROBLEMS_FIX_ALL) {
      fixAllLikeChosen();
    } else if (chosen != null && deed == Deed.PROBLEMS_OPEN) {
      viewModel.open(chosen);
    } else if (chosen != null && deed == Deed.PROBLEMS_FIX && !chosen.fixes().isEmpty()) {
      fix(chosen, table);
    }
  }

  private boolean isPossible(Deed deed) {
    ProblemRow chosen = table.getSelectionModel().getSelectedItem();
    return switch (deed) {
      case PROBLEMS_COPY -> !viewModel.shown().isEmpty();
      case PROBLEMS_FIX_ALL -> likeChosen().size() > 1;
      case PROBLEMS_FIX -> chosen != null && !chosen.fixes().isEmpty();
      default -> chosen != null;
    };
  }

  private List<ProblemRow> likeChosen() {
    ProblemRow chosen = table.getSelectionModel().getSelectedItem();
    return chosen == null ? List.of() : viewModel.alike(chosen);
  }

  /** Says beforehand how many findings one press mends. */
  private void offerAll() {
    List<ProblemRow> like = likeChosen();
    int alike = like.size();
    boolean known = like.stream().allMatch(row -> row.later() == null);
    fixAll.setVisible(alike > 1);
    fixAll.setManaged(alike > 1);
    fixAll.setText(texts.get(known ? "problems.fix.all" : "problems.fix.up-to", alike));
  }

  private void fixAllLikeChosen() {
    List<ProblemRow> alike = likeChosen();
    if (alike.size() > 1) {
      viewModel.applyAll(alike);
    }
  }

  /** One way out is taken at once; of several the curator chooses. */
  private void fix(ProblemRow row, Node beside) {
    if (row.fixes().size() == 1) {
      viewModel.apply(row.fixes().getFirst());
      return;
    }
    ContextMenu menu = new ContextMenu();
    for (QuickFix each : row.fixes()) {
      MenuItem item = new MenuItem(viewModel.words(each));
      item.setMnemonicParsing(false);
      item.setOnAction(event -> viewModel.apply(each));
      menu.getItems().add(item);
    }
    menu.show(beside, Side.BOTTOM, 0, 0);
  }

  private void copy(List<ProblemRow> rows) {
    ClipboardContent content = new ClipboardContent();
    content.putString(viewModel.tsv(rows));
    Clipboard.getSystemClipboard().setContent(content);
  }

  private static final class SeverityCell extends TableCell<ProblemRow, Severity> {
    private final Texts texts;
    private final Icon icon = new Icon(Glyph.ERROR, "small-icon", "strong-icon");

    SeverityCell(Texts texts) {
      this.texts = texts;
    }

    @Override
    protected void updateItem(@Nullable Severity item, boolean empty) {
      super.updateItem(item, empty);
      if (empty || item == null) {
        setGraphic(null);
        setAccessibleText(null);
      } else {
        icon.show(Glyph.of(item));
        setGraphic(icon);
        setAccessibleText(texts.severity(item));
      }
    }
  }

  private static final class FixCell extends TableCell<ProblemRow, ProblemRow> {
    private final ProblemsView view;
    private final Button button = new Button();

    FixCell(ProblemsView view) {
      this.view = view;
      button.getStyleClass().addAll("plain", "compact", "fix-button");
      button.setMnemonicParsing(false);
      button.setFocusTraversable(false);
      Hint.of(button).text().bind(button.textProperty());
    }

    @Override
    protected void updateItem(@Nullable ProblemRow item, boolean empty) {
      super.updateItem(item, empty);
      if (empty || item == null || item.fixes().isEmpty()) {
        setGraphic(null);
        return;
      }
      String first = view.viewModel.words(item.fixes().getFirst());
      boolean choice = item.fixes().size() > 1;
      button.setText(choice ? view.texts.get("problems.fix.choice", first) : first);
      button.setAccessibleText(view.texts.get("problems.fix.accessible", button.getText()));
      button.setOnAction(event -> view.fix(item, button));
      setGraphic(button);
    }
  }
}
