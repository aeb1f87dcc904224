package org.ontodraft.app.ui.history;

import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.ontodraft.app.service.history.HistoryEntry;
import org.ontodraft.app.service.review.ComparedSide;
import org.ontodraft.app.ui.common.Context;
import org.ontodraft.app.ui.common.Dates;
import org.ontodraft.app.ui.common.Deed;
import org.ontodraft.app.ui.common.DeedMenu;
import org.ontodraft.app.ui.common.GradualList;
import org.ontodraft.app.ui.common.Navigator;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.control.EmptyState;
import org.ontodraft.app.ui.control.Glyph;
import org.ontodraft.app.ui.control.HiddenCharacters;
import org.ontodraft.app.ui.control.Icon;
import org.ontodraft.app.ui.control.KeyHints;

/** Shows the commits that changed an entity, and turns keys into what can be done with them. */
public final class HistoryView {
  /** Rows that a large screen shows. */
  private static final int SCREENFUL = 40;

  /** Rows for one pulse. */
  private static final int AT_ONCE = 2;

  private final HistoryViewModel model;
  private final Texts texts;
  private final Navigator navigator;
  private final BorderPane root = new BorderPane();
  private final ListView<HistoryRow> rows = new ListView<>();
  private final ObservableList<HistoryRow> lines = FXCollections.observableArrayList();
  private final EmptyState none;

  /** Builds the view; the view model is its owner's to close. */
  public HistoryView(HistoryViewModel model, Texts texts, Dates dates, Navigator navigator) {
    this.model = model;
    this.texts = texts;
    this.navigator = navigator;
    this.none =
        new EmptyState(
            Glyph.HISTORY, texts.get("history.empty.title"), texts.get("history.empty.text"));
    root.getStyleClass().addAll("review", "history");
    rows.getStyleClass().add("review-rows");
    rows.setAccessibleText(texts.get("history.rows", model.key().key()));
    rows.setCellFactory(list -> new HistoryCell(texts, dates, new Buttons()));
    rows.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    DeedMenu menu =
        new DeedMenu(
            texts, deed -> rows.getSelectionModel().getSelectedItem() != null, this::perform);
    rows.setContextMenu(menu.menu(rows, List.of(Deed.HISTORY_OPEN, Deed.HISTORY_THEN)));
    root.setTop(head());
    root.setCenter(new StackPane(rows, none));
    root.setBottom(hints());
    new GradualList<>(rows, lines, SCREENFUL, AT_ONCE);
    model.rows().subscribe(this::show);
    model.reading().subscribe(reading -> showNone());
  }

  private HBox head() {
    Label name = new Label(HiddenCharacters.shown(model.key().key()));
    name.getStyleClass().add("heading-text");
    Label type = new Label(texts.get("history.of", texts.type(model.key().type())));
    type.getStyleClass().add("muted-text");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    ProgressIndicator turning = new ProgressIndicator();
    turning.getStyleClass().add("small-progress");
    turning.setAccessibleText(texts.get("history.reading"));
    Button stop = new Button(texts.get("history.stop"));
    stop.getStyleClass().add("compact");
    stop.setOnAction(event -> model.stop());
    turning.visibleProperty().bind(model.reading());
    stop.visibleProperty().bind(model.reading());
    Button open = new Button(texts.get("review.open"));
    open.getStyleClass().add("compact");
    open.setOnAction(event -> navigator.openEntity(model.key()));
    HBox head =
        new HBox(new Icon(Glyph.of(model.key().type())), name, type, space, turning, stop, open);
    head.getStyleClass().add("review-bar");
    return head;
  }

  private KeyHints hints() {
    KeyHints hints = new KeyHints();
    hints.add(Deed.HISTORY_OPEN.cap(rows), texts.get("history.hint.commit"));
    hints.add(Deed.HISTORY_THEN.cap(rows), texts.get("history.hint.then"));
    return hints;
  }

  private void show(List<HistoryRow> shown) {
    int selected = rows.getSelectionModel().getSelectedIndex();
    lines.setAll(shown);
    if (!shown.isEmpty()) {
      rows.getSelectionModel().select(Math.clamp(selected, 0, shown.size() - 1));
    }
  }

  private void showNone() {
    boolean nothing = model.rows().get().isEmpty() && !model.reading().get();
    none.setVisible(nothing);
    rows.setVisible(!nothing);
  }

  private void onKey(KeyEvent event) {
    Deed.of(Context.HISTORY, rows.getScene(), event)
        .filter(deed -> rows.getSelectionModel().getSelectedItem() != null)
        .ifPresent(deed -> {
          perform(deed);
          event.consume();
        });
  }

  /** Does to the selected row what a key would do. */
  void perform(Deed deed) {
    HistoryRow row = rows.getSelectionModel().getSelectedItem();
    if (row != null && deed == Deed.HISTORY_OPEN) {
      new Buttons().open(row);
    } else if (row != null && deed == Deed.HISTORY_THEN) {
      new Buttons().compareWithThen(row);
    }
  }

  /** The view's root. */
  public Parent root() {
    return root;
  }

  /** Puts the focus on the commits. */
  public void focus() {
    rows.requestFocus();
  }

  /** What can be done with a row. */
  final class Buttons {
    private Buttons() {}

    /** Reads on, or shows all that the row's commit changed. */
    boolean open(HistoryRow row) {
      return switch (row) {
        case HistoryRow.Older older -> {
          model.readOlder();
          yield true;
        }
        case HistoryRow.Commit commit -> showCommit(commit.entry());
        case HistoryRow.Field field -> showCommit(field.entry());
        case HistoryRow.Foot foot -> showCommit(foot.entry());
        case HistoryRow.Unreadable unreadable -> showCommit(unreadable.entry());
        case HistoryRow.OnlyWritten written -> showCommit(written.entry());
      };
    }

    private boolean showCommit(HistoryEntry entry) {
      String parent = entry.commit().parent();
      if (parent == null) {
        return compareWithThen(entry);
      }
      navigator.openCompare(
          new ComparedSide.Commit(parent),
          new ComparedSide.Commit(entry.commit().version().commit()),
          entry.key());
      return true;
    }

    /** Shows what is different now from what was after the row's commit. */
    boolean compareWithThen(HistoryRow row) {
      return switch (row) {
        case HistoryRow.Older older -> false;
        case HistoryRow.Commit commit -> compareWithThen(commit.entry());
        case HistoryRow.Field field -> compareWithThen(field.entry());
        case HistoryRow.Foot foot -> compareWithThen(foot.entry());
        case HistoryRow.Unreadable unreadable -> compareWithThen(unreadable.entry());
        case HistoryRow.OnlyWritten written -> compareWithThen(written.entry());
      };
    }

    private boolean compareWithThen(HistoryEntry entry) {
      navigator.openCompare(
          new ComparedSide.Commit(entry.commit().version().commit()), model.shown(), model.key());
      return true;
    }
  }
}
