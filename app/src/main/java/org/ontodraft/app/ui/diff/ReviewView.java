package org.ontodraft.app.ui.diff;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.ontodraft.app.service.review.EntityReview;
import org.ontodraft.app.ui.common.Dates;
import org.ontodraft.app.ui.common.Fxml;
import org.ontodraft.app.ui.common.Navigator;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.control.EmptyState;
import org.ontodraft.app.ui.control.Glyph;
import org.ontodraft.app.ui.control.KeyCap;
import org.ontodraft.app.ui.control.SegmentedControl;
import org.ontodraft.app.ui.control.StatusMark;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityStatus;

/** Shows what the draft changes, and turns keys into what the view model does. */
public final class ReviewView {
  private static final List<EntityStatus> FILTERED =
      List.of(
          EntityStatus.ADDED,
          EntityStatus.MODIFIED,
          EntityStatus.RENAMED,
          EntityStatus.DELETED,
          EntityStatus.CONFLICTED,
          EntityStatus.BROKEN);

  private final ReviewViewModel model;
  private final Texts texts;
  private final Dates dates;
  private final Navigator navigator;
  private final Parent root;
  private final Map<EntityStatus, ToggleButton> statusButtons = new EnumMap<>(EntityStatus.class);
  private final SegmentedControl<ReviewMode> mode;
  private final Label position = new Label();
  private final Label done = new Label();
  private boolean selecting;

  @FXML private BorderPane changes;
  @FXML private Label baseSide;
  @FXML private Label mineSide;
  @FXML private HBox modes;
  @FXML private CheckBox changedOnly;
  @FXML private Label totals;
  @FXML private Button copyMarkdown;
  @FXML private TextField filter;
  @FXML private HBox statuses;
  @FXML private ListView<IndexRow> index;
  @FXML private ListView<ReviewRow> rows;
  @FXML private VBox nothingShown;
  @FXML private Button showAll;
  @FXML private HBox hints;
  @FXML private StackPane empty;

  /** Builds the view; the view model is its owner's to close. */
  public ReviewView(
      ReviewViewModel model, Texts texts, Dates dates, Navigator navigator, Fxml fxml) {
    this.model = model;
    this.texts = texts;
    this.dates = dates;
    this.navigator = navigator;
    this.mode =
        new SegmentedControl<>(
            texts.get("review.mode"), List.of(ReviewMode.values()), this::nameOf);
    this.root = fxml.load(this);
    keys();
  }

  /** The view's root. */
  public Parent root() {
    return root;
  }

  /** Puts the focus on the changes. */
  public void focus() {
    rows.requestFocus();
  }

  @FXML
  void initialize() {
    rows.setCellFactory(list -> new ReviewRowCell(texts, new Buttons()));
    index.setCellFactory(list -> new IndexCell(texts));
    modes.getChildren().add(mode);
    FILTERED.forEach(this::addStatusButton);
    addHints();
    bind();
  }

  private String nameOf(ReviewMode shown) {
    return switch (shown) {
      case SPLIT -> texts.get("review.mode.split");
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
    hint("key.f7", "review.hint.change");
    hint("key.alt.down", "review.hint.entity");
    hint("key.enter", "review.hint.open");
    hint("key.s", "review.hint.split");
    hint("key.j", "review.hint.json");
    hint("key.p", "review.hint.patch");
    hint("key.delete", "review.hint.revert");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    done.getStyleClass().add("small-text");
    done.setMinWidth(0);
    position.getStyleClass().addAll("small-text", "muted-text");
    position.setMinWidth(Region.USE_PREF_SIZE);
    hints.getChildren().addAll(space, done, position);
  }

  private void hint(String key, String what) {
    Label label = new Label(texts.get(what));
    label.getStyleClass().addAll("small-text", "muted-text");
    label.setMinWidth(Region.USE_PREF_SIZE);
    HBox pair = new HBox(new KeyCap(texts.get(key)), label);
    pair.getStyleClass().add("key-hint");
    hints.getChildren().add(pair);
  }

  private void bind() {
    mode.value().subscribe((before, now) -> model.show(now));
    changedOnly.setSelected(model.choices().get().changedOnly());
    changedOnly.setOnAction(event -> model.changedOnly(changedOnly.isSelected()));
    filter.textProperty().subscribe((before, now) -> model.filter(now));
    copyMarkdown.setOnAction(event -> model.writeMarkdown(ReviewView::copy));
    showAll.setOnAction(event -> {
      filter.clear();
      model.showAll();
    });
    done.textProperty().bind(model.done());
    model.layout().subscribe(this::show);
    model.choices().subscribe(this::show);
    model.phase().subscribe(this::show);
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
            model.reveal(entry.review().key());
          }
        });
  }

  private void show(ReviewLayout layout) {
    selecting = true;
    rows.getItems().setAll(layout.rows());
    index.getItems().setAll(layout.index());
    selecting = false;
    ReviewLayout.Totals sums = layout.totals();
    totals.setText(
        texts.get(
            "review.totals",
            sums.entities(),
            sums.fields(),
            sums.addedLines(),
            sums.removedLines()));
    List<Node> buttons =
        FILTERED.stream()
            .filter(status -> sums.byStatus().containsKey(status))
            .<Node>map(status -> labelled(status, sums.byStatus().getOrDefault(status, 0)))
            .toList();
    statuses.getChildren().setAll(buttons);
    nothingShown.setVisible(layout.rows().isEmpty() && sums.entities() > 0);
  }

  private ToggleButton labelled(EntityStatus status, int count) {
    ToggleButton button = statusButtons.computeIfAbsent(status, s -> new ToggleButton());
    button.setText(String.valueOf(count));
    button.setAccessibleText(texts.get("review.filter.status", texts.status(status), count));
    return button;
  }

  private void show(ReviewChoices choices) {
    mode.value().set(choices.mode());
    changedOnly.setVisible(choices.mode() == ReviewMode.SPLIT);
    changedOnly.setSelected(choices.changedOnly());
    statusButtons.forEach(
        (status, button) -> button.setSelected(choices.statuses().contains(status)));
    if (!filter.getText().equals(choices.filter())) {
      filter.setText(choices.filter());
    }
  }

  private void show(ReviewViewModel.Phase phase) {
    changes.setVisible(phase == ReviewViewModel.Phase.CHANGES);
    empty.setVisible(!changes.isVisible());
    empty.getChildren().setAll(emptyState(phase).stream().toList());
    ReviewViewModel.Sides sides = model.sides().get();
    if (sides != null) {
      baseSide.setText(
          texts.get(
              "review.side.base",
              sides.base().branch(),
              dates.day(sides.base().committedAt()),
              sides.base().shortCommit()));
      mineSide.setText(texts.get("review.side.mine", sides.draftTitle()));
    }
  }

  private Optional<Node> emptyState(ReviewViewModel.Phase phase) {
    return switch (phase) {
      case CHANGES -> Optional.empty();
      case LOADING -> Optional.of(new Label(texts.get("review.loading")));
      case NO_CHANGES ->
          Optional.of(
              new EmptyState(
                  Glyph.CHANGES, texts.get("review.empty.title"), texts.get("review.empty.text")));
      case NO_DRAFT -> {
        Button start = new Button(texts.get("review.nodraft.start"));
        start.getStyleClass().add("accent");
        start.setOnAction(event -> navigator.newDraft());
        yield Optional.of(
            new EmptyState(
                Glyph.CHANGES,
                texts.get("review.nodraft.title"),
                texts.get("review.nodraft.text"),
                start));
      }
    };
  }

  private void select(int row) {
    selecting = true;
    rows.getSelectionModel().clearAndSelect(row);
    rows.getFocusModel().focus(row);
    selecting = false;
    if (row >= 0 && !onScreen(row)) {
      rows.scrollTo(Math.max(0, row - 2));
    }
    Optional<ReviewRow> current = model.currentRow();
    position.setText(
        current
            .filter(shown -> shown.change() > 0)
            .map(shown ->
                texts.get("review.position", shown.change(), model.layout().get().changes()))
            .orElse(""));
    current.ifPresent(shown -> selectIndex(shown.key()));
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
    for (int i = 0; i < index.getItems().size(); i++) {
      if (index.getItems().get(i) instanceof IndexRow.Entry entry
          && entry.review().key().equals(key)) {
        selecting = true;
        index.getSelectionModel().clearAndSelect(i);
        selecting = false;
        index.scrollTo(Math.max(0, i - 3));
        return;
      }
    }
  }

  private void keys() {
    root.addEventFilter(KeyEvent.KEY_PRESSED, event -> consume(event, onPage(event)));
    index.addEventFilter(KeyEvent.KEY_PRESSED, event -> consume(event, onLists(event)));
    rows.addEventFilter(
        KeyEvent.KEY_PRESSED, event -> consume(event, onLists(event) || onRows(event)));
  }

  private static void consume(KeyEvent event, boolean handled) {
    if (handled) {
      event.consume();
    }
  }

  private boolean onPage(KeyEvent event) {
    if (event.getCode() == KeyCode.F7) {
      model.nextChange(!event.isShiftDown());
      return true;
    }
    if (event.isAltDown() && event.getCode() == KeyCode.DOWN) {
      model.nextEntity(true);
      return true;
    }
    if (event.isAltDown() && event.getCode() == KeyCode.UP) {
      model.nextEntity(false);
      return true;
    }
    return false;
  }

  private boolean onLists(KeyEvent event) {
    if (event.isAltDown() || event.isShortcutDown() || event.isShiftDown()) {
      return false;
    }
    switch (event.getCode()) {
      case S -> model.show(ReviewMode.SPLIT);
      case J -> model.show(ReviewMode.JSON);
      case P -> model.show(ReviewMode.PATCH);
      case SLASH -> filter.requestFocus();
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean onRows(KeyEvent event) {
    if (event.isShortcutDown()) {
      return false;
    }
    switch (event.getCode()) {
      case ENTER -> model.toggle();
      case DELETE -> model.revert();
      default -> {
        return false;
      }
    }
    return true;
  }

  private static void copy(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }

  /** What the buttons in the rows do. */
  private final class Buttons implements RowActions {
    @Override
    public void toggle(ReviewRow row) {
      model.toggle(row);
    }

    @Override
    public void revert(ReviewRow row) {
      model.revert(row);
    }

    @Override
    public void open(EntityKey key) {
      navigator.openEntity(key);
    }

    @Override
    public void copyFile(EntityReview review) {
      copy(review.fileText());
      model.copied(review);
    }

    @Override
    public void copyPatch(EntityReview review) {
      copy(review.patchText());
      model.copied(review);
    }
  }
}
