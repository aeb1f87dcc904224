package org.ontodraft.app.ui.settings;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.Refusal;
import org.ontodraft.app.service.settings.SettingsService;
import org.ontodraft.app.service.store.BackupFile;
import org.ontodraft.app.service.store.SharedDatabase;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.task.BackgroundTask;
import org.ontodraft.app.task.JobNote;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.app.ui.common.Dialogs;
import org.ontodraft.app.ui.common.ErrorPresenter;
import org.ontodraft.app.ui.common.Notice;
import org.ontodraft.app.ui.common.NoticeBoard;
import org.ontodraft.app.ui.common.Texts;

/** Backs the open ontology up to a file, or says how a server is backed up. FX thread. */
public final class BackupDialog {
  private final SettingsService settings;
  private final TaskRunner tasks;
  private final Dialogs dialogs;
  private final Texts texts;
  private final ErrorPresenter errors;
  private final NoticeBoard board;

  /** Dialogs of a window. */
  public BackupDialog(
      SettingsService settings,
      TaskRunner tasks,
      Dialogs dialogs,
      Texts texts,
      ErrorPresenter errors,
      NoticeBoard board) {
    this.settings = settings;
    this.tasks = tasks;
    this.dialogs = dialogs;
    this.texts = texts;
    this.errors = errors;
    this.board = board;
  }

  /** Asks where to and writes the backup; for a server it shows the line to copy. */
  public void show(Workspace workspace) {
    @Nullable SharedDatabase database =
        settings.settings().get().databases().get(workspace.info().id());
    if (database != null) {
      dialogs.show(texts.get("backup.server.title"), ofServer(database));
      return;
    }
    Optional<Path> file =
        dialogs
            .files()
            .newFile(
                texts.get("backup.title"),
                workspace.info().name() + "-" + LocalDate.now() + ".zip",
                texts.get("backup.kind"),
                List.of("*.zip"));
    file.ifPresent(chosen -> write(workspace, chosen));
  }

  /** Writes a backup to this file in the background, and says what came of it. */
  void write(Workspace workspace, Path file) {
    tasks.start(
        BackgroundTask.of(
                "back up", progress -> BackupFile.write(file, progress, workspace::backUp))
            .asJob(
                JobNote.<Outcome<?>>of("backup", file.toString())
                    .stoppable()
                    .repeatable(() -> write(workspace, file))
                    .refusing(Outcome::failure))
            .onSuccess(outcome -> {
              switch (outcome) {
                case Outcome.Done<Path>(Path written) -> board.show(done(workspace, written));
                case Outcome.Refused<Path>(Refusal refusal) -> errors.show(refusal);
              }
            }));
  }

  private Notice done(Workspace workspace, Path file) {
    return new Notice(
        Notice.Kind.DONE,
        texts.get("backup.done.title"),
        texts.get("backup.done.text", file),
        "",
        texts.get("backup.done.next", workspace.info().id(), file),
        "",
        List.of());
  }

  /**
   * The sentence and the line for a server; its fields are of an allow-list, so nothing is quoted.
   */
  VBox ofServer(SharedDatabase database) {
    Label about = new Label(texts.get("backup.server.about", database.name()));
    about.setWrapText(true);
    TextField line =
        new TextField(
            "pg_dump --host="
                + database.host()
                + " --port="
                + database.port()
                + " --username=postgres --format=custom --file="
                + database.database()
                + ".dump "
                + database.database());
    line.setId("backup-line");
    line.setEditable(false);
    line.setAccessibleText(texts.get("backup.server.line"));
    HBox.setHgrow(line, Priority.ALWAYS);
    Button copy = new Button(texts.get("backup.server.copy"));
    copy.setOnAction(event -> {
      ClipboardContent content = new ClipboardContent();
      content.putString(line.getText());
      Clipboard.getSystemClipboard().setContent(content);
    });
    HBox row = new HBox(line, copy);
    row.getStyleClass().add("notice-actions");
    Label journal = new Label(texts.get("backup.server.journal"));
    journal.getStyleClass().add("muted-text");
    journal.setWrapText(true);
    VBox content = new VBox(about, row, journal);
    content.getStyleClass().add("dialog-body");
    return content;
  }
}
