package org.ontodraft.app.ui.shell;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.settings.OpenTabs;
import org.ontodraft.app.service.settings.Settings;
import org.ontodraft.app.service.settings.Settings.Recent;
import org.ontodraft.app.service.settings.Settings.ThemeChoice;
import org.ontodraft.app.service.settings.Settings.WindowPlace;
import org.ontodraft.app.service.settings.SettingsService;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.state.Subscriptions;
import org.ontodraft.app.task.BackgroundTask;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.app.ui.common.Dates;
import org.ontodraft.app.ui.common.ErrorPresenter;
import org.ontodraft.app.ui.common.NoticeBoard;
import org.ontodraft.app.ui.common.Texts;

/** What is open in the window, and what the window remembers. FX thread. */
public final class MainViewModel implements AutoCloseable {
  private static final int RECENT = 20;

  private final SettingsService settings;
  private final TaskRunner tasks;
  private final Texts texts;
  private final Dates dates;
  private final ErrorPresenter errors;
  private final NoticeBoard board;
  private final InstantSource clock;
  private final Executor fx;
  private final Subscriptions subscriptions = new Subscriptions();
  private final Map<String, OpenTabs> unwritten = new ConcurrentHashMap<>();
  private final ReadOnlyObjectWrapper<@Nullable WorkbenchViewModel> workbench =
      new ReadOnlyObjectWrapper<>();
  private final ObjectProperty<Settings> shown;
  private @Nullable LeftOpen leftOpen;

  /**
   * Nothing open.
   *
   * @param fx where state that changed elsewhere is taken up: the FX thread
   */
  public MainViewModel(
      SettingsService settings,
      TaskRunner tasks,
      Texts texts,
      Dates dates,
      ErrorPresenter errors,
      NoticeBoard board,
      InstantSource clock,
      Executor fx) {
    this.settings = settings;
    this.tasks = tasks;
    this.texts = texts;
    this.dates = dates;
    this.errors = errors;
    this.board = board;
    this.clock = clock;
    this.fx = fx;
    this.shown = new SimpleObjectProperty<>(settings.settings().get());
    subscriptions.add(settings.settings().follow(now -> fx.execute(() -> shown.set(now))));
  }

  /** What is open; null on the first screen. */
  public ReadOnlyObjectProperty<@Nullable WorkbenchViewModel> workbench() {
    return workbench.getReadOnlyProperty();
  }

  /** The settings as they are now. */
  ObjectProperty<Settings> settings() {
    return shown;
  }

  /** Shows a workspace, which becomes the window's to close, in place of the one that is open. */
  public void open(Workspace workspace) {
    closeWorkbench();
    board.clear();
    WorkbenchViewModel opened =
        new WorkbenchViewModel(workspace, tasks, texts, dates, errors, board, fx);
    workbench.set(opened);
    String id = workspace.info().id();
    OpenTabs before = settings.settings().get().tabs().getOrDefault(id, OpenTabs.none());
    leftOpen = new LeftOpen(opened, before, now -> rememberTabs(id, now), fx);
    remember(opened);
  }

  /** Closes what is open and goes back to the first screen. */
  public void showWelcome() {
    closeWorkbench();
    board.clear();
  }

  /** Of many changes in a row the last is written. */
  private void rememberTabs(String workspace, OpenTabs open) {
    if (unwritten.put(workspace, open) == null) {
      change(now -> {
        OpenTabs newest = unwritten.remove(workspace);
        return newest == null ? now : now.withTabs(workspace, newest);
      });
    }
  }

  private void closeWorkbench() {
    WorkbenchViewModel open = workbench.get();
    if (open != null) {
      if (leftOpen != null) {
        leftOpen.close();
      }
      remember(open);
      workbench.set(null);
      open.close();
    }
  }

  private void remember(WorkbenchViewModel opened) {
    Recent entry = opened.recent(clock.instant());
    change(now -> {
      List<Recent> recent = new ArrayList<>(now.recent());
      recent.removeIf(other -> other.request().equals(entry.request()));
      recent.addFirst(entry);
      return now.withRecent(recent.subList(0, Math.min(RECENT, recent.size())));
    });
  }

  /** Chooses light, dark or as the desktop has it. */
  void chooseTheme(ThemeChoice theme) {
    change(now -> now.withTheme(theme));
  }

  /** Makes everything larger or smaller by so many steps; 0 for the usual size. */
  void changeFont(int steps) {
    change(now -> now.withFontSteps(steps));
  }

  /** Takes keys in place of the usual ones, by action. */
  void chooseKeys(Map<String, String> keys) {
    change(now -> now.withKeys(keys));
  }

  /** Remembers where the window is. */
  void placeWindow(WindowPlace window) {
    change(now -> now.withWindow(window));
  }

  private void change(UnaryOperator<Settings> edit) {
    tasks.inOrder(
        "settings",
        BackgroundTask.of(
            "settings",
            reporter -> {
              settings.update(edit);
              return true;
            }));
  }

  /** Closes what is open; the window is going. */
  @Override
  public void close() {
    closeWorkbench();
    subscriptions.close();
  }
}
