package org.ontodraft.app.ui.draft;

import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.Refusal;
import org.ontodraft.app.ui.common.Context;
import org.ontodraft.app.ui.common.Dates;
import org.ontodraft.app.ui.common.Deed;
import org.ontodraft.app.ui.common.ErrorPresenter;
import org.ontodraft.app.ui.common.FxThread;
import org.ontodraft.app.ui.common.Notice;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.draft.DraftListViewModel.Row;

/**
 * What the draft switcher drops down. Enter opens the chosen draft, F2 renames it, Ctrl+E writes it
 * to a file, Delete asks whether to remove it.
 */
public final class DraftList extends VBox {
  private static final int MOST_ROWS = 7;

  private final DraftListViewModel viewModel;
  private final Actions actions;
  private final Texts texts;
  private final ErrorPresenter errors;
  private final ListView<Row> list = new ListView<>();
  private final Label refusal = new Label();

  /** What leads out of the list. */
  interface Actions {
    void newDraft();

    /** Shows the page of all drafts. */
    void allDrafts();

    void rename(Row row);

    void delete(Row row);

    void export(Row row);

    /** Takes the list away. */
    void hide();
  }

  DraftList(
      DraftListViewModel viewModel,
      Actions actions,
      Texts texts,
      Dates dates,
      ErrorPresenter errors) {
    this.viewModel = viewModel;
    this.actions = actions;
    this.texts = texts;
    this.errors = errors;
    getStyleClass().add("draft-list");
    list.setItems(viewModel.rows());
    list.setAccessibleText(texts.get("draft.list.title"));
    list.setAccessibleHelp(texts.get("draft.list.help"));
    list.setCellFactory(view -> new DraftCell(texts, dates, actions));
    list.setOnKeyPressed(this::pressed);
    list.setOnMouseClicked(event -> {
      if (event.getClickCount() == 2) {
        open();
      }
    });
    Label empty = new Label(texts.get("draft.list.empty"));
    empty.getStyleClass().add("muted-text");
    list.setPlaceholder(empty);
    refusal.setWrapText(true);
    refusal.getStyleClass().add("medium-text");
    getChildren().addAll(head(), list, refusal, foot());
    ListChangeListener<Row> rows = change -> resize();
    viewModel.rows().addListener(rows);
    Subscription refusals = viewModel.refusal().subscribe(this::showRefusal);
    // The drafts outlive the list, which is made anew each time it drops down.
    sceneProperty()
        .subscribe((before, now) -> {
          if (now == null) {
            viewModel.rows().removeListener(rows);
            refusals.unsubscribe();
            list.setItems(FXCollections.observableArrayList());
          } else if (!viewModel.rows().isEmpty()) {
            FxThread.later(list::requestFocus);
          }
        });
    resize();
    selectOpen();
  }

  private Node head() {
    Label title = new Label(texts.get("draft.list.title"));
    title.getStyleClass().add("section-text");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Button make = new Button(texts.get("draft.list.new"));
    make.getStyleClass().add("compact");
    make.setOnAction(event -> {
      actions.hide();
      actions.newDraft();
    });
    HBox head = new HBox(title, space, make);
    head.getStyleClass().add("draft-list-head");
    return head;
  }

  private Node foot() {
    Button open = new Button(texts.get("draft.list.open"));
    open.getStyleClass().addAll("compact", "accent");
    open.setOnAction(event -> open());
    open.disableProperty().bind(list.getSelectionModel().selectedItemProperty().isNull());
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Button leave = new Button(texts.get("draft.list.close"));
    leave.getStyleClass().add("compact");
    leave.visibleProperty().bind(viewModel.anyOpen());
    leave.setOnAction(event -> {
      viewModel.closeDraft();
      actions.hide();
    });
    Button all = new Button(texts.get("draft.list.all"));
    all.getStyleClass().add("compact");
    all.setOnAction(event -> actions.allDrafts());
    HBox foot = new HBox(leave, space, all, open);
    foot.getStyleClass().add("draft-list-head");
    return foot;
  }

  private void selectOpen() {
    viewModel.rows().stream()
        .filter(Row::open)
        .findFirst()
        .or(() -> viewModel.rows().stream().findFirst())
        .ifPresent(list.getSelectionModel()::select);
  }

  /** In em, as everything is. */
  private void resize() {
    double rows = Math.clamp((long) viewModel.rows().size(), 1, MOST_ROWS);
    list.setStyle("-fx-fixed-cell-size: 3.692em; -fx-pref-height: " + (rows * 3.692 + 0.2) + "em;");
  }

  private void open() {
    Row row = list.getSelectionModel().getSelectedItem();
    if (row != null) {
      if (!row.open()) {
        viewModel.open(row.draft().id());
      }
      actions.hide();
    }
  }

  private void pressed(KeyEvent event) {
    Row row = list.getSelectionModel().getSelectedItem();
    if (row == null) {
      return;
    }
    Deed.of(Context.DRAFTS, list.getScene(), event)
        .ifPresent(deed -> {
          switch (deed) {
            case DRAFTS_OPEN -> open();
            case DRAFTS_RENAME -> actions.rename(row);
            case DRAFTS_EXPORT -> actions.export(row);
            case DRAFTS_DELETE -> actions.delete(row);
            default -> {}
          }
          event.consume();
        });
  }

  private void showRefusal(@Nullable Refusal reason) {
    refusal.setVisible(reason != null);
    refusal.setManaged(reason != null);
    if (reason != null) {
      Notice notice = errors.notice(reason);
      refusal.setText(
          texts.get("draft.list.refused", notice.title(), notice.next(), notice.code()));
    }
  }
}
