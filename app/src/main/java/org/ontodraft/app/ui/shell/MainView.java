package org.ontodraft.app.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.MenuBar;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.ui.common.ActionRegistry;
import org.ontodraft.app.ui.common.Gradually;
import org.ontodraft.app.ui.common.Notice;
import org.ontodraft.app.ui.common.NoticeBoard;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.control.NoticePane;
import org.ontodraft.app.ui.welcome.WelcomeView;

/** The window's content: menu bar, notices, the first screen or what is open, status bar. */
public final class MainView {
  private final MainViewModel viewModel;
  private final WelcomeView welcome;
  private final Parent welcomeRoot;
  private final NoticeBoard board;
  private final Texts texts;
  private final ActionRegistry actions;
  private final Workbench.Tools tools;
  private final Program program;
  private final StatusBarView statusBar;
  private Workbench.@Nullable Beginning beginning;
  private @Nullable Workbench workbench;
  private final Overlay overlay = new Overlay();
  private final Palette palette;
  private final Gradually making = new Gradually(1);
  private Subscription statusLine = Subscription.EMPTY;

  @FXML private MenuBar menuBar;
  @FXML private VBox notices;
  @FXML private StackPane content;
  @FXML private StackPane statusArea;
  @FXML private StackPane overlayArea;

  /** What the first screen says of the program. */
  record Program(String dataFolder, String version) {}

  MainView(
      MainViewModel viewModel,
      WelcomeView welcome,
      Parent welcomeRoot,
      NoticeBoard board,
      ActionRegistry actions,
      Workbench.Tools tools,
      Program program) {
    this.viewModel = viewModel;
    this.welcome = welcome;
    this.welcomeRoot = welcomeRoot;
    this.board = board;
    this.texts = tools.texts();
    this.actions = actions;
    this.tools = tools;
    this.program = program;
    this.statusBar = new StatusBarView(texts);
    this.palette = new Palette(actions, texts, overlay, this::workbench, tools.fx());
  }

  @FXML
  private void initialize() {
    new MainMenu(actions, texts, viewModel, this::workbench).fill(menuBar);
    menuBar.setUseSystemMenuBar(true);
    statusArea.getChildren().setAll(statusBar);
    overlayArea.getChildren().setAll(overlay);
    overlayArea.visibleProperty().bind(overlay.visibleProperty());
    actions.bind(statusBar.jobs(), "view.activity");
    // Its own words say how many run, which the action's name does not.
    statusBar.jobs().accessibleTextProperty().unbind();
    tools.tasks().jobs().list().follow(jobs -> tools.fx().execute(() -> statusBar.showJobs(jobs)));
    board.notices().addListener((ListChangeListener<Notice>) change -> showNotices());
    showNotices();
    viewModel.workbench().subscribe(this::show);
  }

  private void show(@Nullable WorkbenchViewModel opened) {
    statusLine.unsubscribe();
    overlay.hide();
    making.stop();
    if (beginning != null) {
      beginning.close();
      beginning = null;
    }
    if (workbench != null) {
      workbench.close();
      workbench = null;
    }
    if (opened == null) {
      content.getChildren().setAll(welcomeRoot);
      statusBar.showWelcome(program.dataFolder(), program.version());
      welcome.focus();
      return;
    }
    making.make(0, List.of(() -> begin(opened)));
  }

  private void begin(WorkbenchViewModel opened) {
    Workbench.Beginning begun = Workbench.begin(opened, tools, viewModel::showWelcome);
    beginning = begun;
    making.make(0, List.of(() -> make(begun)));
  }

  private void make(Workbench.Beginning begun) {
    Workbench made = begun.make(actions);
    beginning = null;
    workbench = made;
    List<Runnable> parts = new ArrayList<>();
    parts.add(() -> content.getChildren().setAll(made.root()));
    parts.add(() -> {
      statusBar.onStore(begun.viewModel()::checkStore);
      statusLine = begun.viewModel().status().subscribe(statusBar::show);
    });
    parts.addAll(made.view().parts());
    making.make(0, parts);
  }

  private void showNotices() {
    List<Notice> newest = board.notices().subList(0, Math.min(2, board.notices().size()));
    notices.getChildren().setAll(newest.stream().map(this::pane).toList());
  }

  private NoticePane pane(Notice notice) {
    NoticePane pane = new NoticePane(texts, notice, () -> board.dismiss(notice));
    pane.getStyleClass().add("band");
    return pane;
  }

  /** Shows the palette with this text in it. */
  void showPalette(String text) {
    palette.show(text);
  }

  /** Shows where one has been. */
  void showRecent() {
    palette.showRecent();
  }

  /** What is open, made to its end: whoever asks wants to do something with it. */
  Optional<Workbench> workbench() {
    making.finish();
    return Optional.ofNullable(workbench);
  }

  /** The first screen. */
  WelcomeView welcome() {
    return welcome;
  }
}
