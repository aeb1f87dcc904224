package org.ontodraft.app.bootstrap;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.workspace.DataDirectory;
import org.ontodraft.app.service.workspace.OpenRequest;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.task.TaskFailure;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.app.ui.common.Dialogs;
import org.ontodraft.app.ui.common.ErrorPresenter;
import org.ontodraft.app.ui.common.FxThread;
import org.ontodraft.app.ui.common.Navigator;
import org.ontodraft.app.ui.common.NoticeBoard;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.common.Theme;
import org.ontodraft.app.ui.common.ThemePreferences;
import org.ontodraft.app.ui.shell.MainWindow;

/** The running program: toolkit, services and window, from the first moment to the last. */
final class DesktopApplication {
  /** Long enough for a scene to be laid out and drawn. */
  private static final Duration DRAWN = Duration.ofMillis(400);

  /** What a person waits for comes before tidying up. */
  private static final Duration CLEAN_UP = Duration.ofMinutes(1);

  private final Services services;
  private final AtomicReference<@Nullable Workspace> open = new AtomicReference<>();
  private final AtomicBoolean quitting = new AtomicBoolean();
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Texts texts = Texts.load();
  private final NoticeBoard board = new NoticeBoard();

  @SuppressWarnings("NullAway.Init")
  private ErrorPresenter errors;

  @SuppressWarnings("NullAway.Init") // made on the FX thread before start returns
  private MainWindow window;

  @SuppressWarnings("NullAway.Init")
  private Stage stage;

  @SuppressWarnings("NullAway.Init")
  private Theme theme;

  private DesktopApplication(DataDirectory data) {
    TaskRunner tasks =
        new TaskRunner(FxThread::run, failure -> FxThread.run(() -> errors.show(failure)));
    services = Services.ofUser(data, tasks);
  }

  /** Starts the toolkit and shows the window. */
  static DesktopApplication start(DataDirectory data) {
    DesktopApplication application = new DesktopApplication(data);
    CountDownLatch toolkit = new CountDownLatch(1);
    Platform.setImplicitExit(false);
    Platform.startup(toolkit::countDown);
    application.onFx(() -> {
      application.showWindow();
      return application;
    });
    application
        .services
        .prepare()
        .thenRunAsync(
            application.services::removeUnusedImages,
            CompletableFuture.delayedExecutor(CLEAN_UP.toSeconds(), TimeUnit.SECONDS));
    return application;
  }

  private void showWindow() {
    Thread.setDefaultUncaughtExceptionHandler((thread, fault) ->
        FxThread.run(() ->
            errors.show(
                new TaskFailure(
                    thread.getName(),
                    fault instanceof Exception exception
                        ? exception
                        : new ExecutionException(fault)))));
    stage = new Stage();
    theme = new Theme(new ThemePreferences().colorScheme());
    Dialogs dialogs = new Dialogs(texts, theme, () -> stage);
    ProgramWindow program =
        ProgramWindow.of(
            new ProgramWindow.Ground(
                services,
                stage,
                theme,
                texts,
                dialogs,
                board,
                new SystemBrowser(services.tasks()),
                Clock.systemDefaultZone(),
                ProgramVersion.text()),
            open::set,
            this::quit);
    errors = program.errors();
    window = program.window();
    window.show();
  }

  /** What everything is made of. */
  Services services() {
    return services;
  }

  /** Brings the window to the front. Any thread. */
  void toFront() {
    FxThread.run(window::toFront);
  }

  /** Opens a repository as a person would. Any thread. */
  void open(OpenRequest request) {
    FxThread.run(() -> window.open(request));
  }

  /** The workspace that was opened last. Any thread. */
  Optional<Workspace> workspace() {
    return Optional.ofNullable(open.get());
  }

  /** How to go about in the window. FX thread. */
  Optional<Navigator> navigator() {
    return window.navigator();
  }

  /**
   * Saves a picture of the window's content at this size, whatever the size of the screen: the
   * headless one ends at 1000 by 1000. Not for the FX thread.
   */
  void savePicture(Path file, double width, double height)
      throws IOException, InterruptedException {
    Scene shown = stage.getScene();
    Scene easel =
        onFx(() -> {
          Parent root = shown.getRoot();
          shown.setRoot(new Region());
          Scene made = new Scene(root, width, height);
          theme.attach(made);
          return made;
        });
    Thread.sleep(DRAWN);
    Image picture =
        onFx(() -> {
          Image taken = easel.snapshot(null);
          Parent root = easel.getRoot();
          easel.setRoot(new Region());
          shown.setRoot(root);
          return taken;
        });
    PngWriter.write(picture, file);
  }

  /** Runs on the FX thread and waits for the answer. */
  <T> T onFx(Callable<T> action) {
    FutureTask<T> task = new FutureTask<>(action);
    FxThread.run(task);
    try {
      return task.get();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    } catch (ExecutionException failed) {
      throw new IllegalStateException(failed.getCause());
    }
  }

  /** Closes the window, then everything below it, off the FX thread. Any thread. */
  void quit() {
    if (!quitting.compareAndSet(false, true)) {
      return;
    }
    FxThread.run(() -> {
      window.close();
      Thread.ofPlatform()
          .name("quit")
          .start(() -> {
            services.close();
            Platform.exit();
            ended.countDown();
          });
    });
  }

  /** Waits until everything is closed. */
  void awaitQuit() throws InterruptedException {
    ended.await();
  }
}
