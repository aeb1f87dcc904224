package org.ontodraft.app.ui.shell;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.task.BackgroundTask;
import org.ontodraft.app.task.JobNote;
import org.ontodraft.app.task.ProgressReport;
import org.ontodraft.app.task.RunningTask;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.app.ui.common.ErrorPresenter;
import org.ontodraft.app.ui.common.NoticeBoard;

/** Asks upstream for what is new, one time at a time, and says how far that is. FX thread. */
public final class Fetching {
  private final Workspace workspace;
  private final TaskRunner tasks;
  private final ErrorPresenter errors;
  private final NoticeBoard board;
  private final RewrittenHistory history;
  private final ObjectProperty<@Nullable ProgressReport> progress = new SimpleObjectProperty<>();
  private @Nullable RunningTask running;

  Fetching(
      Workspace workspace,
      TaskRunner tasks,
      ErrorPresenter errors,
      NoticeBoard board,
      RewrittenHistory history) {
    this.workspace = workspace;
    this.tasks = tasks;
    this.errors = errors;
    this.board = board;
    this.history = history;
  }

  /** How far it is; null while none runs. */
  ObjectProperty<@Nullable ProgressReport> progress() {
    return progress;
  }

  /** Fetches upstream, unless that is under way. */
  public void fetch() {
    if (running != null) {
      return;
    }
    progress.set(new ProgressReport("fetch", 0, 0));
    history.askAgain();
    running =
        tasks.start(
            BackgroundTask.of("fetch", workspace::refresh)
                .asJob(
                    JobNote.<Outcome<?>>of("fetch", workspace.info().name())
                        .stoppable()
                        .repeatable(this::fetch)
                        .refusing(Outcome::failure))
                .onProgress(progress::set)
                .onSuccess(this::showRefusal)
                .onEnd(() -> {
                  progress.set(null);
                  running = null;
                }));
  }

  private void showRefusal(Outcome<?> outcome) {
    if (outcome instanceof Outcome.Refused<?> refused) {
      errors.show(
          refused.refusal(),
          () -> {
            board.clear();
            fetch();
          });
    }
  }

  /** Stops it. */
  void cancel() {
    if (running != null) {
      running.cancel();
    }
  }
}
