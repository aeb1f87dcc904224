package org.ontodraft.app.ui.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.Refusal;
import org.ontodraft.app.service.settings.Settings;
import org.ontodraft.app.service.settings.Settings.ThemeChoice;
import org.ontodraft.app.service.settings.Settings.WindowPlace;
import org.ontodraft.app.service.settings.SettingsService;
import org.ontodraft.app.service.workspace.OpenRequest;
import org.ontodraft.app.service.workspace.WorkspaceOpener;
import org.ontodraft.app.task.BackgroundTask;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.app.ui.common.ActionRegistry;
import org.ontodraft.app.ui.common.Dates;
import org.ontodraft.app.ui.common.Dialogs;
import org.ontodraft.app.ui.common.ErrorPresenter;
import org.ontodraft.app.ui.common.FxThread;
import org.ontodraft.app.ui.common.Fxml;
import org.ontodraft.app.ui.common.KeyMap;
import org.ontodraft.app.ui.common.Navigator;
import org.ontodraft.app.ui.common.NoticeBoard;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.common.Theme;
import org.ontodraft.app.ui.common.WebPages;
import org.ontodraft.app.ui.settings.KeysPane;
import org.ontodraft.app.ui.settings.SettingsDialogs;
import org.ontodraft.app.ui.welcome.WelcomeView;
import org.ontodraft.app.ui.welcome.WelcomeViewModel;

/** The main window. FX thread. */
public final class MainWindow implements AutoCloseable {
  private static final double USUAL_WIDTH = 1440;
  private static final double USUAL_HEIGHT = 900;
  private static final double LEAST_WIDTH = 900;
  private static final double LEAST_HEIGHT = 600;

  private final Stage stage;
  private final Parts parts;
  private final MainViewModel viewModel;
  private final WelcomeViewModel welcome;
  private final MainView view;
  private final ActionRegistry actions;
  private @Nullable Map<String, String> followed;

  /**
   * What the window is made of.
   *
   * @param fx hands work to the FX thread
   * @param dataFolder where everything is kept, as people read it
   * @param quit ends the program
   */
  public record Parts(
      Texts texts,
      Theme theme,
      Dates dates,
      Dialogs dialogs,
      NoticeBoard board,
      ErrorPresenter errors,
      TaskRunner tasks,
      SettingsService settings,
      SettingsDialogs settingsDialogs,
      WorkspaceOpener opener,
      FeaturesFactory features,
      WebPages pages,
      InstantSource clock,
      Executor fx,
      String dataFolder,
      String version,
      Runnable quit) {}

  /** The window in this stage, on the first screen. */
  public MainWindow(Stage stage, Parts parts) {
    this.stage = stage;
    this.parts = parts;
    Texts texts = parts.texts();
    Fxml fxml = new Fxml(texts);
    actions = new ActionRegistry(texts);
    viewModel =
        new MainViewModel(
            parts.settings(),
            parts.tasks(),
            texts,
            parts.dates(),
            parts.errors(),
            parts.board(),
            parts.clock(),
            parts.fx());
    welcome =
        new WelcomeViewModel(
            parts.opener(),
            parts.settings(),
            parts.tasks(),
            texts,
            parts.dates(),
            parts.errors(),
            Files::isDirectory,
            parts.fx(),
            viewModel::open);
    WelcomeView welcomeView =
        new WelcomeView(welcome, texts, parts.dialogs(), parts.settingsDialogs()::showSettings);
    Parent welcomeRoot = fxml.load(welcomeView);
    view =
        new MainView(
            viewModel,
            welcomeView,
            welcomeRoot,
            parts.board(),
            actions,
            new Workbench.Tools(
                texts, fxml, parts.tasks(), parts.fx(), parts.features(), parts.pages()),
            new MainView.Program(parts.dataFolder(), parts.version()));
    new WindowActions(actions, texts, viewModel.workbench(), view::workbench).register(new Own());
    Scene scene = new Scene(fxml.load(view), USUAL_WIDTH, USUAL_HEIGHT);
    parts.theme().attach(scene);
    actions.install(scene);
    stage.setScene(scene);
    viewModel.settings().subscribe(this::dress);
    viewModel
        .workbench()
        .subscribe(opened ->
            stage.setTitle(
                opened == null
                    ? texts.get("window.title")
                    : texts.get("window.title.open", opened.status().get().name())));
    stage.setMinWidth(LEAST_WIDTH);
    stage.setMinHeight(LEAST_HEIGHT);
    stage.setOnCloseRequest(event -> parts.quit().run());
  }

  private void write(Path file, String text) {
    parts
        .tasks()
        .start(
            BackgroundTask.of(
                "write keys",
                reporter -> {
                  Files.writeString(file, text);
                  return file;
                }));
  }

  private void dress(Settings settings) {
    followKeys(settings.keys());
    parts.theme().choice().set(settings.theme());
    parts.theme().fontPercent().set(settings.fontPercent());
  }

  /** What the file names and nobody can follow is told once, and stays in the file. */
  private void followKeys(Map<String, String> chosen) {
    if (chosen.equals(followed)) {
      return;
    }
    boolean first = followed == null;
    followed = chosen;
    List<KeyMap.Ignored> ignored = actions.keys().follow(chosen);
    if (first && !ignored.isEmpty()) {
      String named =
          ignored.stream()
              .map(entry -> entry.id() + " = " + entry.key())
              .sorted()
              .collect(Collectors.joining(", "));
      parts.errors().show(Refusal.of("KEYS-01", named));
    }
  }

  /** Shows the window where it was, if that is still on a screen. */
  public void show() {
    WindowPlace place = viewModel.settings().get().window();
    if (place != null && onScreen(place)) {
      stage.setX(place.x());
      stage.setY(place.y());
      stage.setWidth(place.width());
      stage.setHeight(place.height());
      stage.setMaximized(place.maximized());
    } else {
      Rectangle2D screen = Screen.getPrimary().getVisualBounds();
      stage.setWidth(Math.min(USUAL_WIDTH, screen.getWidth()));
      stage.setHeight(Math.min(USUAL_HEIGHT, screen.getHeight()));
    }
    stage.show();
    view.welcome().focus();
  }

  private static boolean onScreen(WindowPlace place) {
    return !Screen.getScreensForRectangle(
            place.x() + 40, place.y() + 10, Math.max(1, place.width() - 80), 40)
        .isEmpty();
  }

  /** Brings the window before all others. */
  public void toFront() {
    stage.setIconified(false);
    stage.toFront();
  }

  /** Opens what the command line or a second start asks for. */
  public void open(OpenRequest request) {
    viewModel.showWelcome();
    welcome.open(request);
  }

  /** The actions of the window. */
  public ActionRegistry actions() {
    return actions;
  }

  /** How to go about in what is open; empty on the first screen. */
  public Optional<Navigator> navigator() {
    return view.workbench().map(Workbench::navigator);
  }

  /** Keeps what was typed, remembers the window's place and closes what is open. */
  @Override
  public void close() {
    viewModel.placeWindow(
        new WindowPlace(
            stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), stage.isMaximized()));
    welcome.close();
    viewModel.close();
    stage.hide();
  }

  private final class Own implements WindowActions.Window {
    @Override
    public void openSample() {
      viewModel.showWelcome();
      welcome.openSample();
    }

    @Override
    public void openFolder() {
      parts
          .dialogs()
          .files()
          .folder(parts.texts().get("welcome.folder.choose"))
          .ifPresent(folder -> open(new OpenRequest.Folder(folder)));
    }

    @Override
    public void openAddress() {
      viewModel.showWelcome();
      FxThread.later(view.welcome()::focusAddress);
    }

    @Override
    public void closeRepository() {
      viewModel.showWelcome();
    }

    @Override
    public void showSettings() {
      parts.settingsDialogs().showSettings();
    }

    @Override
    public void changeFont(int steps) {
      viewModel.changeFont(steps);
    }

    @Override
    public void chooseTheme(ThemeChoice theme) {
      viewModel.chooseTheme(theme);
    }

    @Override
    public void showPalette(String text) {
      view.showPalette(text);
    }

    @Override
    public void showRecent() {
      view.showRecent();
    }

    @Override
    public void showKeys() {
      KeysDialog dialog =
          new KeysDialog(parts.texts(), parts.dialogs().files(), MainWindow.this::write);
      CheatSheet sheet = CheatSheet.of(actions, parts.texts());
      parts.dialogs().show(sheet.title(), dialog.content(sheet), () -> {});
    }

    @Override
    public void chooseKeys() {
      KeysPane pane =
          new KeysPane(
              actions, parts.texts(), viewModel.settings().get().keys(), viewModel::chooseKeys);
      parts.dialogs().open(parts.texts().get("keys.title"), pane, pane.search(), () -> {});
    }

    @Override
    public void showAbout() {
      Label text =
          new Label(parts.texts().get("help.about.text", parts.version(), parts.dataFolder()));
      text.setWrapText(true);
      parts.dialogs().show(parts.texts().get("help.about.title"), text);
    }

    @Override
    public void quit() {
      parts.quit().run();
    }
  }
}
