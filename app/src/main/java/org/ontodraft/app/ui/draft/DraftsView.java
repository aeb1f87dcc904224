package org.ontodraft.app.ui.draft;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.submit.WaitingSubmit;
import org.ontodraft.app.service.tracking.TrackedPullRequest;
import org.ontodraft.app.ui.common.Context;
import org.ontodraft.app.ui.common.Dates;
import org.ontodraft.app.ui.common.Deed;
import org.ontodraft.app.ui.common.DeedMenu;
import org.ontodraft.app.ui.common.Gradually;
import org.ontodraft.app.ui.common.PullRequestTexts;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.control.SegmentedControl;
import org.ontodraft.app.ui.control.ShownRows;
import org.ontodraft.app.ui.draft.DraftListViewModel.Row;
import org.ontodraft.model.draft.DeletedDraft;
import org.ontodraft.model.draft.DraftStatus;
import org.ontodraft.model.draft.RebaseStanding;

/** All drafts as a table, with what can be done with the selected one. FX thread. */
final class DraftsView extends VBox implements AutoCloseable {
  private final Texts texts;
  private final Dates dates;
  private final DraftListViewModel drafts;
  private final DraftShelfViewModel shelf;
  private final Actions actions;
  private final DraftLine.Of lines = new DraftLine.Of();
  private final ShownRows<DraftLine> listed = new ShownRows<>();
  private final TableView<DraftLine> table = new TableView<>();
  private final ObservableValue<Row> selected =
      table.getSelectionModel().selectedItemProperty().flatMap(DraftLine::row);
  private final ListChangeListener<Row> rowsChanged = change -> list();
  private final SegmentedControl<Shown> shown;
  private final StackPane body = new StackPane();
  private final Gradually arriving = new Gradually(1);
  private final ListChangeListener<DeletedDraft> deletedChanged = change -> fill();
  private final Subscription following;

  private enum Shown {
    ACTIVE,
    ARCHIVED,
    DELETED
  }

  /** What leads out of the table. */
  interface Actions extends DraftList.Actions {
    /** Opens a draft in place of the open one. */
    void open(Row row);

    void duplicate(Row row);

    /** Asks how to take the draft into the open one. */
    void merge(Row row);

    void archive(Row row, boolean archived);

    void restore(DeletedDraft draft);
  }

  DraftsView(
      DraftListViewModel drafts,
      DraftShelfViewModel shelf,
      Actions actions,
      Texts texts,
      Dates dates) {
    this.texts = texts;
    this.dates = dates;
    this.drafts = drafts;
    this.shelf = shelf;
    this.actions = actions;
    this.shown =
        new SegmentedControl<>(
            texts.get("drafts.shown"),
            List.of(Shown.values()),
            one -> texts.get("drafts.shown." + one.name().toLowerCase(Locale.ROOT)));
    getStyleClass().add("drafts");
    makeTable();
    VBox.setVgrow(body, Priority.ALWAYS);
    getChildren().addAll(new DraftsHead(texts, shown, actions::newDraft), toolbar(), body);
    shelf.deleted().addListener(deletedChanged);
    drafts.rows().addListener(rowsChanged);
    following = shown.value().subscribe(now -> fill());
  }

  private List<Tool> tools() {
    return List.of(
        new Tool("draft.list.open", Deed.DRAFTS_OPEN, row -> actions.open(row), row -> !row.open()),
        new Tool("drafts.rename", Deed.DRAFTS_RENAME, row -> actions.rename(row), row -> true),
        new Tool("drafts.duplicate", row -> actions.duplicate(row), row -> true),
        new Tool(
            "drafts.merge",
            row -> actions.merge(row),
            row -> drafts.anyOpen().get() && !row.open()),
        new Tool("drafts.export", Deed.DRAFTS_EXPORT, row -> actions.export(row), row -> true),
        new Tool(
            "drafts.archive", row -> actions.archive(row, true), row -> !row.draft().archived()),
        new Tool(
            "drafts.unarchive", row -> actions.archive(row, false), row -> row.draft().archived()),
        new Tool("drafts.delete", Deed.DRAFTS_DELETE, row -> actions.delete(row), row -> true),
        new Tool(
            "drafts.unqueue",
            row -> drafts.unqueue(row.draft().id()),
            row -> row.waiting() != null),
        new Tool("drafts.pull.ask", row -> drafts.askForge(), DraftsView::wasSent),
        new Tool("drafts.pull.copy", DraftsView::copyAddress, DraftsView::wasSent),
        new Tool(
            "drafts.pull.reopen",
            row -> drafts.reopen(row.draft().id()),
            row -> row.draft().status() == DraftStatus.REJECTED),
        new Tool(
            "drafts.pull.branch",
            row -> drafts.deleteBranch(row.draft().id()),
            DraftsView::hasBranchLeft));
  }

  /**
   * What can be done with the selected draft.
   *
   * @param deed what a key of this page does as well; null for none
   */
  private record Tool(String text, @Nullable Deed deed, Consumer<Row> run, Predicate<Row> enabled) {
    Tool(String text, Consumer<Row> run, Predicate<Row> enabled) {
      this(text, null, run, enabled);
    }
  }

  private FlowPane toolbar() {
    FlowPane tools = new FlowPane();
    tools().forEach(tool -> tools.getChildren().add(button(tool)));
    tools.getStyleClass().add("drafts-tools");
    tools.visibleProperty().bind(shown.value().isNotEqualTo(Shown.DELETED));
    tools.managedProperty().bind(tools.visibleProperty());
    return tools;
  }

  /** The same as above the table; what cannot be done now is left out. */
  private ContextMenu menu() {
    ContextMenu menu = new ContextMenu(new MenuItem());
    menu.setOnShowing(event -> {
      @Nullable Row row = selected.getValue();
      menu.getItems()
          .setAll(
              tools().stream()
                  .filter(tool -> row != null && tool.enabled().test(row))
                  .map(tool -> item(tool, row))
                  .toList());
    });
    return menu;
  }

  private MenuItem item(Tool tool, Row row) {
    if (tool.deed() != null) {
      return new DeedMenu(texts, deed -> true, this::perform).item(table, tool.deed());
    }
    MenuItem item = new MenuItem(texts.get(tool.text()));
    item.setOnAction(event -> tool.run().accept(row));
    return item;
  }

  private static boolean wasSent(Row row) {
    return row.draft().pullRequestUrl() != null;
  }

  private static boolean hasBranchLeft(Row row) {
    @Nullable TrackedPullRequest pullRequest = row.pullRequest();
    return pullRequest != null && pullRequest.branchLeft();
  }

  private static void copyAddress(Row row) {
    ClipboardContent address = new ClipboardContent();
    address.putString(String.valueOf(row.draft().pullRequestUrl()));
    Clipboard.getSystemClipboard().setContent(address);
  }

  private Button button(Tool tool) {
    Button button = new Button(texts.get(tool.text()));
    button.getStyleClass().add("compact");
    button
        .disableProperty()
        .bind(
            new BooleanBinding() {
              {
                bind(selected, drafts.anyOpen());
              }

              @Override
              protected boolean computeValue() {
                @Nullable Row row = selected.getValue();
                return row == null || !tool.enabled().test(row);
              }
            });
    button.setOnAction(event -> {
      @Nullable Row row = selected.getValue();
      if (row != null) {
        tool.run().accept(row);
      }
    });
    return button;
  }

  private void makeTable() {
    table.setAccessibleText(texts.get("draft.list.title"));
    table.setAccessibleHelp(texts.get("draft.list.help"));
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    SortedList<DraftLine> sorted = new SortedList<>(listed);
    sorted.comparatorProperty().bind(table.comparatorProperty());
    table.setItems(sorted);
    table
        .getColumns()
        .setAll(
            List.of(
                column("drafts.column.title", 3, this::title),
                column("drafts.column.state", 1.8, this::state),
                column("drafts.column.base", 1.6, this::base),
                column(
                    "drafts.column.changes",
                    0.8,
                    row -> texts.get("rebase.number", row.draft().changeCount())),
                column("drafts.column.forecast", 2.2, this::forecast),
                column(
                    "drafts.column.changed", 1.4, row -> dates.moment(row.draft().modifiedAt()))));
    table.setRowFactory(view -> new DraftRow());
    table.setOnKeyPressed(this::pressed);
    table.setContextMenu(menu());
    Label empty = new Label(texts.get("draft.list.empty"));
    empty.getStyleClass().add("muted-text");
    table.setPlaceholder(empty);
  }

  private TableColumn<DraftLine, String> column(
      String name, double share, Function<Row, String> text) {
    TableColumn<DraftLine, String> column = new TableColumn<>(texts.get(name));
    column.setCellValueFactory(cell -> cell.getValue().row().map(text));
    column.setPrefWidth(120 * share);
    return column;
  }

  private String title(Row row) {
    return row.open() ? texts.get("drafts.open", row.draft().title()) : row.draft().title();
  }

  private String state(Row row) {
    @Nullable TrackedPullRequest pullRequest = row.pullRequest();
    @Nullable WaitingSubmit waiting = row.waiting();
    if (waiting != null) {
      return texts.get(waiting.stopped() == null ? "drafts.waiting" : "drafts.waiting.asks");
    }
    return pullRequest != null
        ? new PullRequestTexts(texts).chip(pullRequest)
        : texts.get("draft.status." + row.draft().status().name().toLowerCase(Locale.ROOT));
  }

  private String base(Row row) {
    return texts.get(
        "drafts.base",
        dates.day(row.draft().base().committedAt()),
        row.draft().base().shortCommit());
  }

  private String forecast(Row row) {
    @Nullable RebaseStanding standing = row.standing();
    if (standing == null || standing.status() == RebaseStanding.Status.PENDING) {
      return texts.get("drafts.forecast.unknown");
    }
    if (row.draft().base().commit().equals(standing.commit())) {
      return texts.get("drafts.forecast.newest");
    }
    return texts.get(
        standing.status() == RebaseStanding.Status.CLEAN
            ? "drafts.forecast.clean"
            : "drafts.forecast.conflict");
  }

  private void pressed(KeyEvent event) {
    Deed.of(Context.DRAFTS, table.getScene(), event)
        .filter(deed -> selected.getValue() != null)
        .ifPresent(deed -> {
          perform(deed);
          event.consume();
        });
  }

  /** Does to the selected draft what a key would do. */
  void perform(Deed deed) {
    @Nullable Row row = selected.getValue();
    if (row == null) {
      return;
    }
    switch (deed) {
      case DRAFTS_OPEN -> actions.open(row);
      case DRAFTS_RENAME -> actions.rename(row);
      case DRAFTS_EXPORT -> actions.export(row);
      case DRAFTS_DELETE -> actions.delete(row);
      default -> {}
    }
  }

  private void fill() {
    Shown now = shown.value().get();
    if (now == Shown.DELETED) {
      arriving.stop();
      body.getChildren()
          .setAll(new DeletedDrafts(texts, dates, actions::restore).node(shelf.deleted()));
      return;
    }
    list();
    // The table is as dear as all above it: it comes behind the pulse that shows that.
    arriving.make(0, List.of(() -> body.getChildren().setAll(table)));
    if (table.getSelectionModel().isEmpty()) {
      table.getSelectionModel().selectFirst();
    }
  }

  private void list() {
    boolean archived = shown.value().get() == Shown.ARCHIVED;
    listed.show(
        lines.show(
            drafts.rows().stream().filter(row -> row.draft().archived() == archived).toList()));
    if (table.getComparator() != null) {
      listed.changedInside();
    }
  }

  /** Puts the focus into the table. */
  void focusTable() {
    arriving.finish();
    table.requestFocus();
  }

  @Override
  public void close() {
    shelf.deleted().removeListener(deletedChanged);
    drafts.rows().removeListener(rowsChanged);
    following.unsubscribe();
    arriving.stop();
    table.setItems(FXCollections.observableArrayList());
  }

  private final class DraftRow extends TableRow<DraftLine> {
    DraftRow() {
      setOnMouseClicked(event -> {
        if (event.getClickCount() == 2 && !isEmpty() && !getItem().row().getValue().open()) {
          actions.open(getItem().row().getValue());
        }
      });
      accessibleTextProperty().bind(itemProperty().flatMap(DraftLine::row).map(this::words));
    }

    private String words(Row row) {
      return String.join(
          ", ",
          title(row),
          state(row),
          base(row),
          texts.get("drafts.changes", row.draft().changeCount()),
          forecast(row));
    }
  }
}
