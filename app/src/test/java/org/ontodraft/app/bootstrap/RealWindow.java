package org.ontodraft.app.bootstrap;

import static org.ontodraft.app.ui.testing.FxTest.onFx;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.ontodraft.app.network.SystemProxies;
import org.ontodraft.app.secret.MemorySecretStore;
import org.ontodraft.app.service.settings.Settings;
import org.ontodraft.app.service.settings.Settings.ThemeChoice;
import org.ontodraft.app.service.workspace.DataDirectory;
import org.ontodraft.app.service.workspace.OpenRequest;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.task.Job;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.app.ui.common.Dialogs;
import org.ontodraft.app.ui.common.ErrorPresenter;
import org.ontodraft.app.ui.common.FxThread;
import org.ontodraft.app.ui.common.Navigator;
import org.ontodraft.app.ui.common.Notice;
import org.ontodraft.app.ui.common.NoticeBoard;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.common.Theme;
import org.ontodraft.app.ui.shell.MainWindow;
import org.ontodraft.app.ui.testing.FxTest;
import org.testfx.api.FxRobot;

/** The program in its window, every part real but the keychain, on data of its own. */
final class RealWindow implements AutoCloseable {
  private final FxRobot robot = new FxRobot();
  private final NoticeBoard board = new NoticeBoard();
  private final AtomicReference<Optional<Workspace>> open = new AtomicReference<>(Optional.empty());
  private final MemorySecretStore secrets = new MemorySecretStore();
  private final List<URI> pages = new CopyOnWriteArrayList<>();
  private final FixedChoosers choosers = new FixedChoosers();
  private final Services services;
  private final Theme theme;
  private final MainWindow window;
  private final Stage stage;

  /** Shows the first screen; everything is kept below this folder, the home directory as well. */
  RealWindow(Path folder) {
    this(folder, SystemProxies.ofProcess());
  }

  /** The same behind these proxies. */
  RealWindow(Path folder, SystemProxies proxies) {
    this(folder, proxies, Duration.ofMinutes(2));
  }

  /**
   * The same in a hurry.
   *
   * @param pace how often pull requests are asked about
   */
  RealWindow(Path folder, SystemProxies proxies, Duration pace) {
    Texts texts = Texts.load();
    ErrorPresenter faults = new ErrorPresenter(texts, board);
    services =
        new Services(
            new DataDirectory(folder.resolve("data")),
            new TaskRunner(FxThread::run, failure -> FxThread.run(() -> faults.show(failure))),
            secrets,
            folder,
            InstantSource.system(),
            pace,
            proxies);
    stage = onFx(() -> new Stage());
    theme = onFx(() -> new Theme(new SimpleObjectProperty<>(ColorScheme.LIGHT)));
    window = onFx(() -> show(texts));
  }

  private MainWindow show(Texts texts) {
    Dialogs dialogs = new Dialogs(texts, theme, () -> stage, choosers);
    MainWindow made =
        ProgramWindow.of(
                new ProgramWindow.Ground(
                    services,
                    stage,
                    theme,
                    texts,
                    dialogs,
                    board,
                    pages::add,
                    Clock.systemUTC(),
                    "test"),
                workspace -> open.set(Optional.of(workspace)),
                () -> {})
            .window();
    made.show();
    return made;
  }

  FxRobot robot() {
    return robot;
  }

  Services services() {
    return services;
  }

  /** What stands in for the system's choosers, which no robot reaches. */
  FixedChoosers choosers() {
    return choosers;
  }

  /** The pages that the browser was asked to show. */
  List<URI> pages() {
    return pages;
  }

  /** The keychain. */
  MemorySecretStore secrets() {
    return secrets;
  }

  /** Chooses theme and text size, as a person does in the settings. */
  void appear(ThemeChoice choice, int percent) throws InterruptedException {
    services
        .settings()
        .update(settings -> {
          Settings other = settings.withTheme(choice).withFontSteps(0);
          while (other.fontPercent() != percent) {
            other = other.withFontSteps(Integer.signum(percent - other.fontPercent()));
          }
          return other;
        });
    Waiting.until(
        "the look",
        () -> onFx(() -> theme.choice().get() == choice && theme.fontPercent().get() == percent));
    FxTest.settle();
  }

  /** What every window wears. */
  Theme theme() {
    return theme;
  }

  Stage stage() {
    return stage;
  }

  /** The workspace that is open. */
  Optional<Workspace> workspace() {
    return open.get();
  }

  Optional<Navigator> navigator() {
    return onFx(() -> window.navigator());
  }

  List<Notice> notices() {
    return onFx(() -> List.copyOf(board.notices()));
  }

  /** Opens a repository and waits until it is shown. */
  Workspace open(OpenRequest request) throws InterruptedException {
    onFx(() -> window.open(request));
    Waiting.until("the repository", () -> workspace().isPresent());
    Waiting.until("the window", () -> navigator().isPresent());
    return workspace().orElseThrow();
  }

  /** Whether the focus is on this. */
  boolean hasFocus(String selector) {
    return onFx(() -> robot.lookup(selector).tryQuery().filter(Node::isFocused).isPresent());
  }

  /** Chooses a command of the main menu, as a click on it does. */
  void command(String id) {
    onFx(() -> {
      MenuBar bar = (MenuBar) robot.lookup(".menu-bar").query();
      MenuItem command =
          bar.getMenus().stream()
              .flatMap(RealWindow::items)
              .filter(item -> id.equals(item.getId()) && !item.isDisable())
              .findFirst()
              .orElseThrow(() -> new AssertionError("no command " + id + " that can be chosen"));
      command.fire();
    });
    FxTest.settle();
  }

  private static Stream<MenuItem> items(MenuItem item) {
    return item instanceof Menu menu
        ? menu.getItems().stream().flatMap(RealWindow::items)
        : Stream.of(item);
  }

  void press(KeyCode... keys) {
    robot.push(keys);
    FxTest.settle();
  }

  /** Replaces what stands in a field of any window by typing. */
  void type(String selector, String text) throws InterruptedException {
    Waiting.until(selector, () -> onFx(() -> robot.lookup(selector).tryQuery().isPresent()));
    TextInputControl field = (TextInputControl) node(selector);
    // A dialog that has just opened gives the focus away once more.
    Waiting.until(
        "what is typed",
        () -> {
          onFx(() -> {
            field.requestFocus();
            field.selectAll();
          });
          FxTest.settle();
          robot.targetWindow(field.getScene().getWindow()).write(text);
          FxTest.settle();
          return text(selector).equals(text);
        });
  }

  /** Goes to a button of any window and presses it with the space bar. */
  void press(Node button) {
    onFx(button::requestFocus);
    robot.targetWindow(button.getScene().getWindow());
    press(KeyCode.SPACE);
  }

  /** The first that there is in any window. */
  Node node(String selector) {
    return onFx(() -> robot.lookup(selector).query());
  }

  /** The button of any window that says this. */
  Node button(String words) {
    return onFx(() ->
        robot
            .lookup(
                (Node one) -> one instanceof ButtonBase button && words.equals(button.getText()))
            .query());
  }

  /** What stands in a field or on a label. */
  String text(String selector) {
    return onFx(() ->
        switch (node(selector)) {
          case TextInputControl field -> field.getText();
          case Labeled label -> label.getText();
          case Node other -> throw new AssertionError(other);
        });
  }

  /** Returns when no job has run for two seconds: rows are written behind an opening. */
  void rest() throws InterruptedException {
    int quiet = 0;
    while (quiet < 20) {
      boolean busy =
          services.tasks().jobs().list().get().stream()
              .anyMatch(job -> job.state() == Job.State.RUNNING);
      quiet = busy ? 0 : quiet + 1;
      Thread.sleep(100);
    }
  }

  @Override
  public void close() {
    // Without a desktop a dialog outlives its owner, and the next test would find it.
    onFx(() ->
        Window.getWindows().stream()
            .filter(shown -> shown != stage())
            .toList()
            .forEach(Window::hide));
    onFx(window::close);
    services.close();
  }
}
