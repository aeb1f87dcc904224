package org.ontodraft.app.ui.diff;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.fxml.FXML;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.ui.common.Dates;
import org.ontodraft.app.ui.common.Deed;
import org.ontodraft.app.ui.common.Dialogs;
import org.ontodraft.app.ui.common.FxThread;
import org.ontodraft.app.ui.common.Fxml;
import org.ontodraft.app.ui.common.Narrow;
import org.ontodraft.app.ui.common.Navigator;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.control.Glyph;
import org.ontodraft.app.ui.control.IconButton;
import org.ontodraft.app.ui.control.KeyHints;
import org.ontodraft.app.ui.control.RowList;
import org.ontodraft.app.ui.control.SegmentedControl;
import org.ontodraft.app.ui.control.StatusMark;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityStatus;
import org.ontodraft.model.impact.SemverLevel;

/** Shows what differs, and turns keys into what the view model does. */
public final class ReviewView {
  private static final List<EntityStatus> FILTERED =
      List.of(
          EntityStatus.ADDED,
          EntityStatus.MODIFIED,
          EntityStatus.RENAMED,
          EntityStatus.DELETED,
          EntityStatus.AFFECTED,
          EntityStatus.CONFLICTED,
          EntityStatus.BROKEN);

  /** The width that leaves each side fourteen letters, in heights of a letter. */
  private static final double TWO_SIDES = 36;

  /** The width that leaves room for the list of entities beside them, in heights of a letter. */
  private static final double LIST_BESIDE = 40;

  /** What a review is made with. */
  public record Tools(Texts texts, Dates dates, Navigator navigator, Dialogs dialogs) {}

  private final ReviewViewModel model;
  private final Tools tools;
  private final ReviewButtons buttons;
  private final Texts texts;
  private final Navigator navigator;
  private final Dialogs dialogs;
  private final ReviewSides names;
  private final ReviewExport exports;
  private final ReviewKeys keys;
  private final Parent root;
  private final Map<EntityStatus, ToggleButton> statusButtons = new EnumMap<>(EntityStatus.class);
  private final SegmentedControl<ReviewMode> mode;
  private final IconButton swap;
  private final Label position = new Label();
  private final Label done = new Label();
  private final List<Node> ofDraft = new ArrayList<>();
  private boolean selecting;
  private @Nullable SemverLevel shownLevel;

  @FXML private BorderPane changes;
  @FXML private MenuButton baseSide;
  @FXML private HBox swapPlace;
  @FXML private MenuButton mineSide;
  @FXML private HBox modes;
  @FXML private CheckBox changedOnly;
  @FXML private CheckBox byCharacter;
  @FXML private Label totals;
  @FXML private HBox level;
  @FXML private ProgressBar reviewedBar;
  @FXML private Label reviewed;
  @FXML private MenuItem copyMarkdown;
  @FXML private MenuItem exportHtml;
  @FXML private SplitPane split;
  @FXML private TextField filter;
  @FXML private FlowPane statuses;
  @FXML private CheckBox toReview;
  @FXML private RowList<IndexRow> index;
  @FXML private RowList<ReviewRow> rows;
  @FXML private VBox nothingShown;
  @FXML private Button showAll;
  @FXML private KeyHints hints;
  @FXML private StackPane empty;

  /** Builds the view; the view model is its owner's to close. */
  public ReviewView(ReviewViewModel model, SideChoosing choosing, Tools tools, Fxml fxml) {
    this.model = model;
    this.tools = tools;
    this.buttons = new ReviewButtons(model, tools);
    this.texts = tools.texts();
    this.navigator = tools.navigator();
    this.dialogs = tools.dialogs();
    this.names = new ReviewSides(texts, tools.dates(), choosing);
    this.exports = new ReviewExport(model, dialogs, texts);
    this.mode =
        new SegmentedControl<>(
            texts.get("review.mode"), List.of(ReviewMode.values()), this::nameOf);
    this.swap = new IconButton(Glyph.SWAP, texts.get("review.swap"));
    this.root = fxml.load(this);
    this.keys = new ReviewKeys(model, buttons, () -> filter.requestFocus());
    keys.listen(root, index, rows);
    keys.offer(texts, index, rows);
  }

  /** The view's root. */
  public Parent root() {
    return root;
  }

  /** Puts the focus on the changes. */
  public void focus() {
    rows.requestFocus();
  }

  /** Does what a key would do. */
  void perform(Deed deed) {
    keys.perform(deed);
  }

  @FXML
  void initialize() {
    rows.setCellFactory(list -> new ReviewRowCell(texts, tools.dates(), buttons));
    index.setCellFactory(list -> new IndexCell(texts));
    modes.getChildren().add(mode);
    modes.setMinWidth(Region.USE_PREF_SIZE);
    mode.setMinWidth(Region.USE_PREF_SIZE);
    swapPlace.getChildren().add(swap);
    FILTERED.forEach(this::addStatusButton);
    ofDraft.addAll(List.of(reviewedBar, reviewed, toReview));
    addHints();
    bind();
  }

  private String nameOf(ReviewMode shown) {
    return switch (shown) {
      case SPLIT -> texts.get("review.mode.split");
      case UNIFIED -> texts.get("review.mode.unified");
      case JSON -> texts.get("review.mode.json");
      case PATCH -> texts.get("review.mode.patch");
    };
  }

  private void addStatusButton(EntityStatus status) {
    ToggleButton button = new ToggleButton();
    button.setGraphic(StatusMark.of(texts, status));
    button.getStyleClass().addAll("pill", "status-filter");
    button.setOnAction(event -> model.filter(status, button.isSelected()));
    statusButtons.put(status, button);
  }

  private void addHints() {
    hint(Deed.REVIEW_NEXT, "review.hint.change");
    hint(Deed.REVIEW_NEXT_ENTITY, "review.hint.entity");
    ofDraft.add(hint(Deed.REVIEW_TICK, "review.hint.reviewed"));
    hint(Deed.REVIEW_OPEN, "review.hint.open");
    hint(Deed.REVIEW_WHY, "review.hint.why");
    hint(Deed.REVIEW_SPLIT, "review.hint.split");
    hint(Deed.REVIEW_JSON, "review.hint.json");
    ofDraft.add(hint(Deed.REVIEW_ANSWER, "review.hint.answer"));
    ofDraft.add(hint(Deed.REVIEW_REVERT, "review.hint.revert"));
    done.getStyleClass().add("small-text");
    done.setMinWidth(0);
    position.getStyleClass().addAll("small-text", "muted-text");
    position.setMinWidth(Region.USE_PREF_SIZE);
    hints.getChildren().addAll(done, position);
  }

  private Node hint(Deed deed, String what) {
    return hints.add(deed.cap(hints), texts.get(what));
  }

  private void bind() {
    mode.value().subscribe((before, now) -> model.show(now));
    changedOnly.setSelected(model.choices().get().changedOnly());
    changedOnly.setOnAction(event -> model.changedOnly(changedOnly.isSelected()));
    byCharacter.setOnAction(event -> model.byCharacter(byCharacter.isSelected()));
    toReview.setOnAction(event -> model.toReview(toReview.isSelected()));
    filter.textProperty().subscribe((before, now) -> model.filter(now));
    swap.setOnAction(event -> model.swap());
    copyMarkdown.setOnAction(event -> exports.copyMarkdown());
    exportHtml.setOnAction(event -> exports.saveHtml(names.title(model.sides().get())));
    showAll.setOnAction(event -> {
      filter.clear();
      model.showAll();
    });
    done.textProperty().bind(model.done());
    Narrow.of(rows, totals, TWO_SIDES).subscribe(model::stack);
    // In the middle of a layout nothing may be turned.
    Narrow.of(changes, totals, LIST_BESIDE)
        .subscribe(narrow -> FxThread.later(() -> arrange(narrow)));
    model.layout().subscribe(this::show);
    model.choices().subscribe(this::show);
    model.phase().subscribe(this::show);
    model.sides().subscribe(sides -> names.show(sides, baseSide, mineSide));
    model.current().subscribe((before, now) -> select(now.intValue()));
    rows.getSelectionModel()
        .selectedIndexProperty()
        .subscribe((before, now) -> {
          if (!selecting) {
            model.select(now.intValue());
            if (model.current().get() != now.intValue()) {
              select(model.current().get());
            }
          }
        });
    index
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe((before, now) -> {
          if (!selecting && now instanceof IndexRow.Entry entry) {
            model.reveal(entry.key());
          }
        });
  }

  /** The list of entities stands above the changes where there is no room beside them. */
  private void arrange(boolean narrow) {
    Orientation wanted = narrow ? Orientation.VERTICAL : Orientation.HORIZONTAL;
    if (split.getOrientation() != wanted) {
      split.setOrientation(wanted);
      split.setDividerPositions(narrow ? 0.35 : 0.22);
    }
  }

  private void show(ReviewLayout layout) {
    selecting = true;
    rows.show(layout.rows());
    index.show(layout.index());
    selecting = false;
    if (rows.getSelectionModel().getSelectedIndex() != model.current().get()) {
      select(model.current().get());
    } else {
      showPosition();
      model.currentRow().ifPresent(shown -> selectIndex(shown.key()));
    }
    ReviewLayout.Totals sums = layout.totals();
    totals.setText(
        texts.get(
            "review.totals",
            sums.entities(),
            sums.fields(),
            sums.addedLines(),
            sums.removedLines()));
    showLevel(sums.level());
    showReviewed(sums);
    List<Node> buttons =
        FILTERED.stream()
            .filter(status -> sums.byStatus().containsKey(status))
            .<Node>map(status -> labelled(status, sums.byStatus().getOrDefault(status, 0)))
            .toList();
    if (!statuses.getChildren().equals(buttons)) {
      statuses.getChildren().setAll(buttons);
    }
    nothingShown.setVisible(layout.rows().isEmpty() && sums.entities() > 0);
  }

  private void showLevel(@Nullable SemverLevel all) {
    if (all == shownLevel) {
      return;
    }
    shownLevel = all;
    level.getChildren().clear();
    if (all != null && all != SemverLevel.NONE) {
      level.getChildren().add(new LevelButton(all, model::owners, texts, dialogs));
    }
  }

  private void showReviewed(ReviewLayout.Totals sums) {
    Integer count = sums.reviewed();
    for (Node part : ofDraft) {
      part.setVisible(count != null);
      part.setManaged(count != null);
    }
    if (count != null) {
      reviewedBar.setProgress(sums.entities() == 0 ? 0 : (double) count / sums.entities());
      reviewed.setText(texts.get("review.progress.of", count, sums.entities()));
    }
  }

  private ToggleButton labelled(EntityStatus status, int count) {
    ToggleButton button = statusButtons.computeIfAbsent(status, s -> new ToggleButton());
    button.setText(String.valueOf(count));
    button.setAccessibleText(texts.get("review.filter.status", texts.status(status), count));
    return button;
  }

  private void show(ReviewChoices choices) {
    mode.value().set(choices.mode());
    changedOnly.setVisible(choices.mode().byField());
    changedOnly.setSelected(choices.changedOnly());
    byCharacter.setVisible(choices.mode().byField());
    byCharacter.setSelected(choices.byCharacter());
    toReview.setSelected(choices.toReview());
    statusButtons.forEach(
        (status, button) -> button.setSelected(choices.statuses().contains(status)));
    if (!filter.getText().equals(choices.filter())) {
      filter.setText(choices.filter());
    }
  }

  private void show(ReviewViewModel.Phase phase) {
    boolean compared =
        phase == ReviewViewModel.Phase.CHANGES
            || phase == ReviewViewModel.Phase.REFUSED
            || model.sides().get() != null;
    boolean some = phase == ReviewViewModel.Phase.CHANGES;
    changes.setVisible(compared);
    changes.getCenter().setVisible(some);
    changes.getBottom().setVisible(some);
    empty.setVisible(!some);
    empty.setPickOnBounds(false);
    empty
        .getChildren()
        .setAll(
            new ReviewEmptyState(texts, navigator, model.refused()).of(phase).stream().toList());
  }

  private void select(int row) {
    selecting = true;
    rows.getSelectionModel().clearAndSelect(row);
    rows.getFocusModel().focus(row);
    selecting = false;
    if (row >= 0 && !onScreen(row)) {
      rows.scrollTo(Math.max(0, row - 2));
    }
    showPosition();
    model.currentRow().ifPresent(shown -> selectIndex(shown.key()));
  }

  private void showPosition() {
    position.setText(
        model
            .currentRow()
            .filter(shown -> shown.change() > 0)
            .map(shown ->
                texts.get("review.position", shown.change(), model.layout().get().changes()))
            .orElse(""));
  }

  /** Whether a row can be seen whole; the first and last rows on screen may be cut. */
  private boolean onScreen(int row) {
    return rows.lookup(".virtual-flow") instanceof VirtualFlow<?> flow
        && flow.getFirstVisibleCell() != null
        && flow.getLastVisibleCell() != null
        && flow.getFirstVisibleCell().getIndex() < row
        && row < flow.getLastVisibleCell().getIndex();
  }

  private void selectIndex(EntityKey key) {
    if (index.getSelectionModel().getSelectedItem() instanceof IndexRow.Entry shown
        && shown.key().equals(key)) {
      return;
    }
    for (int i = 0; i < index.getItems().size(); i++) {
      if (index.getItems().get(i) instanceof IndexRow.Entry entry && entry.key().equals(key)) {
        selecting = true;
        index.getSelectionModel().clearAndSelect(i);
        selecting = false;
        index.scrollTo(Math.max(0, i - 3));
        return;
      }
    }
  }
}
