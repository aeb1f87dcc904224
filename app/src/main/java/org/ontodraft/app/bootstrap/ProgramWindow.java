package org.ontodraft.app.bootstrap;

import java.time.Clock;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.graph.GraphNotes;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.ui.common.Dates;
import org.ontodraft.app.ui.common.Dialogs;
import org.ontodraft.app.ui.common.ErrorPresenter;
import org.ontodraft.app.ui.common.FxThread;
import org.ontodraft.app.ui.common.NoticeBoard;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.common.Theme;
import org.ontodraft.app.ui.common.WebPages;
import org.ontodraft.app.ui.settings.BackupDialog;
import org.ontodraft.app.ui.settings.DatabaseDialog;
import org.ontodraft.app.ui.settings.SettingsDialogs;
import org.ontodraft.app.ui.shell.MainWindow;

/**
 * The main window over the services, with the presenter of what goes wrong outside of it. Made and
 * used on the FX thread.
 */
record ProgramWindow(MainWindow window, ErrorPresenter errors) {
  /**
   * What the window stands on.
   *
   * @param dialogs over the same stage and theme
   * @param pages shows pages in the browser
   * @param clock what "today" is to a reader
   * @param version as the about box tells it
   */
  record Ground(
      Services services,
      Stage stage,
      Theme theme,
      Texts texts,
      Dialogs dialogs,
      NoticeBoard board,
      WebPages pages,
      Clock clock,
      String version) {}

  /**
   * Makes the window; it is not shown yet.
   *
   * @param opened told of each workspace that is opened
   * @param quit ends the program
   */
  static ProgramWindow of(Ground ground, Consumer<Workspace> opened, Runnable quit) {
    Services services = ground.services();
    Texts texts = ground.texts();
    Dialogs dialogs = ground.dialogs();
    NoticeBoard board = ground.board();
    SettingsDialogs settings =
        new SettingsDialogs(
            services.servers(),
            services.signIns(),
            services.proxyAccounts(),
            services.settings(),
            services.tasks(),
            dialogs,
            texts,
            ground.pages(),
            board,
            FxThread::run);
    ErrorPresenter errors = new ErrorPresenter(texts, board, settings);
    Dates dates = new Dates(texts, ground.clock());
    DatabaseDialog database =
        new DatabaseDialog(
            services.databases(),
            services.places(),
            services.passwords(),
            services.settings(),
            services.tasks(),
            dialogs,
            texts,
            errors);
    BackupDialog backups =
        new BackupDialog(services.settings(), services.tasks(), dialogs, texts, errors, board);
    MainWindow[] made = new MainWindow[1];
    AtomicReference<@Nullable Workspace> last = new AtomicReference<>();
    settings.offerDatabase(
        database,
        () -> made[0].navigator().flatMap(open -> Optional.ofNullable(last.get())),
        shown -> made[0].open(shown.info().source()));
    made[0] =
        new MainWindow(
            ground.stage(),
            new MainWindow.Parts(
                texts,
                ground.theme(),
                dates,
                dialogs,
                board,
                errors,
                services.tasks(),
                services.settings(),
                settings,
                services.opener(),
                (workspace, navigator) -> {
                  opened.accept(workspace);
                  last.set(workspace);
                  return new Features(
                      workspace,
                      navigator,
                      services.tasks(),
                      texts,
                      dates,
                      dialogs,
                      board,
                      errors,
                      shown -> database.show(shown, () -> made[0].open(shown.info().source())),
                      services.draftTokens(),
                      backups,
                      new GraphNotes(
                          services.data().graphs().resolve(workspace.info().id() + ".json")));
                },
                ground.pages(),
                InstantSource.system(),
                FxThread::run,
                services.data().root().toString(),
                ground.version(),
                quit));
    return new ProgramWindow(made[0], errors);
  }
}
