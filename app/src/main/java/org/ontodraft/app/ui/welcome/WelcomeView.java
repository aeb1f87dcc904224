package org.ontodraft.app.ui.welcome;

import java.io.File;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.MouseButton;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.task.ProgressReport;
import org.ontodraft.app.ui.common.Dialogs;
import org.ontodraft.app.ui.common.Narrow;
import org.ontodraft.app.ui.common.Notice;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.control.Badge;
import org.ontodraft.app.ui.control.EmptyState;
import org.ontodraft.app.ui.control.Glyph;
import org.ontodraft.app.ui.control.Icon;
import org.ontodraft.app.ui.control.KeyCap;
import org.ontodraft.app.ui.control.NoticePane;
import org.ontodraft.app.ui.control.ProgressStrip;

/** The first screen. */
public final class WelcomeView {
  /** What two columns need; with less, one stands below the other. */
  private static final double ROOM = 67;

  private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

  private final WelcomeViewModel viewModel;
  private final Texts texts;
  private final Dialogs dialogs;
  private final Runnable settings;

  @FXML private StackPane root;
  @FXML private GridPane card;
  @FXML private VBox start;
  @FXML private Region line;
  @FXML private VBox recent;
  @FXML private StackPane logo;
  @FXML private Button sample;
  @FXML private Button folder;
  @FXML private VBox cloneCard;
  @FXML private StackPane cloneIcon;
  @FXML private HBox cloneHead;
  @FXML private TextField address;
  @FXML private Button cloneButton;
  @FXML private Hyperlink settingsLink;
  @FXML private VBox status;
  @FXML private HBox recentHead;
  @FXML private TextField filter;
  @FXML private ListView<RecentItem> recents;

  /**
   * Shows this view model.
   *
   * @param settings shows the settings
   */
  public WelcomeView(WelcomeViewModel viewModel, Texts texts, Dialogs dialogs, Runnable settings) {
    this.viewModel = viewModel;
    this.texts = texts;
    this.dialogs = dialogs;
    this.settings = settings;
  }

  @FXML
  private void initialize() {
    logo.getChildren().add(new Icon(Glyph.APPLICATION));
    card(sample, Glyph.BOOK, "welcome.sample", "Shortcut+1");
    card(folder, Glyph.FOLDER, "welcome.folder", "Shortcut+O");
    cloneIcon.getChildren().add(new Icon(Glyph.LINK, "strong-icon"));
    cloneHead.getChildren().add(cap("Shortcut+L"));
    settingsLink.setOnAction(event -> {
      settingsLink.setVisited(false);
      settings.run();
    });
    sample.setOnAction(event -> viewModel.openSample());
    folder.setOnAction(event -> chooseFolder());
    address.textProperty().bindBidirectional(viewModel.address());
    address.setOnAction(event -> viewModel.cloneAddress());
    cloneButton.setOnAction(event -> viewModel.cloneAddress());
    cloneButton.disableProperty().bind(viewModel.busy().or(address.textProperty().isEmpty()));
    sample.disableProperty().bind(viewModel.busy());
    folder.disableProperty().bind(viewModel.busy());
    address.disableProperty().bind(viewModel.busy());
    viewModel.progress().subscribe(report -> showStatus());
    viewModel.failure().subscribe(notice -> showStatus());
    initializeRecents();
    Narrow.of(root, settingsLink, ROOM).subscribe(this::arrange);
    root.setOnDragOver(this::dragOver);
    root.setOnDragDropped(this::dropped);
  }

  private void arrange(boolean narrow) {
    card.pseudoClassStateChanged(NARROW, narrow);
    line.setVisible(!narrow);
    line.setManaged(!narrow);
    GridPane.setConstraints(recent, narrow ? 0 : 2, narrow ? 1 : 0, 1, narrow ? 1 : 2);
    GridPane.setRowSpan(start, narrow ? 1 : 2);
    GridPane.setHgrow(start, narrow ? Priority.ALWAYS : Priority.NEVER);
    recent.setMinHeight(narrow ? Region.USE_PREF_SIZE : Region.USE_COMPUTED_SIZE);
  }

  private void initializeRecents() {
    Badge count = new Badge();
    count.textProperty().bind(Bindings.size(viewModel.recents()).asString());
    count.visibleProperty().bind(viewModel.listEmpty().not());
    recentHead.getChildren().add(1, count);
    filter.textProperty().bindBidirectional(viewModel.filter());
    filter.visibleProperty().bind(viewModel.listEmpty().not());
    recents.setItems(viewModel.recents());
    recents
        .prefHeightProperty()
        .bind(
            Bindings.createDoubleBinding(
                () -> Math.max(3, viewModel.recents().size()) * recents.getFixedCellSize() + 2,
                viewModel.recents(),
                recents.fixedCellSizeProperty()));
    recents.setPlaceholder(
        new EmptyState(
            Glyph.FOLDER,
            texts.get("welcome.recent.empty.title"),
            texts.get("welcome.recent.empty.text")));
    recents.setCellFactory(view -> {
      RecentCell cell = new RecentCell(texts, this::locate, viewModel::remove);
      cell.setOnMouseClicked(event -> {
        if (event.getButton() == MouseButton.PRIMARY && cell.getItem() != null) {
          open(cell.getItem());
        }
      });
      return cell;
    });
    recents.setOnKeyPressed(event -> {
      RecentItem item = recents.getSelectionModel().getSelectedItem();
      if (item != null && event.getCode() == KeyCode.ENTER) {
        open(item);
        event.consume();
      } else if (item != null && event.getCode() == KeyCode.DELETE) {
        viewModel.remove(item);
        event.consume();
      }
    });
  }

  /** Puts the focus on the first thing to do. */
  public void focus() {
    sample.requestFocus();
  }

  /** Puts the focus where an address is typed. */
  public void focusAddress() {
    address.requestFocus();
    address.selectAll();
  }

  /** Asks for a folder and opens it. */
  public void chooseFolder() {
    dialogs.files().folder(texts.get("welcome.folder.choose")).ifPresent(viewModel::openFolder);
  }

  private void open(RecentItem item) {
    if (!item.missing()) {
      viewModel.open(item.recent().request());
    }
  }

  private void locate(RecentItem item) {
    dialogs
        .files()
        .folder(texts.get("welcome.folder.choose"))
        .ifPresent(found -> viewModel.locate(item, found));
  }

  private void showStatus() {
    ProgressReport report = viewModel.progress().get();
    @Nullable Notice notice = viewModel.failure().get();
    if (report != null) {
      ProgressStrip strip =
          !status.getChildren().isEmpty()
                  && status.getChildren().getFirst() instanceof ProgressStrip shown
              ? shown
              : new ProgressStrip(texts, viewModel::cancel);
      strip.show(report);
      status.getChildren().setAll(strip);
    } else if (notice != null) {
      status.getChildren().setAll(new NoticePane(texts, notice, viewModel::dismissFailure));
    } else {
      status.getChildren().clear();
    }
  }

  private void card(Button button, Glyph glyph, String key, String shortcut) {
    StackPane tile = new StackPane(new Icon(glyph, "strong-icon"));
    tile.getStyleClass().add("tile");
    Label title = new Label(texts.get(key));
    title.getStyleClass().add("strong-text");
    Label text = new Label(texts.get(key + ".text"));
    text.getStyleClass().addAll("small-text", "muted-text");
    text.setWrapText(true);
    text.setMinHeight(Region.USE_PREF_SIZE);
    VBox lines = new VBox(title, text);
    lines.getStyleClass().add("card-lines");
    HBox.setHgrow(lines, Priority.ALWAYS);
    HBox content = new HBox(tile, lines, cap(shortcut));
    content.getStyleClass().add("card-content");
    button.setGraphic(content);
    // A button asks its graphic how high it is without saying how wide it will be.
    button
        .minHeightProperty()
        .bind(
            Bindings.createDoubleBinding(
                () -> heightOf(button, content),
                button.widthProperty(),
                button.insetsProperty(),
                text.fontProperty(),
                title.fontProperty()));
    button.setAccessibleText(title.getText() + ". " + text.getText());
  }

  private static double heightOf(Button button, HBox content) {
    Insets insets = button.getInsets();
    double width = button.getWidth() - insets.getLeft() - insets.getRight();
    return width <= 0
        ? Region.USE_COMPUTED_SIZE
        : Math.ceil(content.prefHeight(width)) + insets.getTop() + insets.getBottom();
  }

  private static Node cap(String shortcut) {
    return KeyCap.of(KeyCombination.valueOf(shortcut));
  }

  private void dragOver(DragEvent event) {
    if (event.getDragboard().hasFiles() && !viewModel.busy().get()) {
      event.acceptTransferModes(TransferMode.LINK, TransferMode.COPY);
    }
    event.consume();
  }

  private void dropped(DragEvent event) {
    List<File> files = event.getDragboard().getFiles();
    if (files != null && files.size() == 1) {
      viewModel.openFolder(files.getFirst().toPath());
    }
    event.setDropCompleted(files != null && files.size() == 1);
    event.consume();
  }
}
