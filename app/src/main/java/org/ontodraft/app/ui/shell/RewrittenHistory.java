package org.ontodraft.app.ui.shell;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.workspace.SyncState;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.task.BackgroundTask;
import org.ontodraft.app.task.JobNote;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.app.ui.common.ErrorPresenter;
import org.ontodraft.app.ui.common.Notice;
import org.ontodraft.app.ui.common.NoticeBoard;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.model.ontology.OntologyVersion;

/**
 * Asks whether a history that was rewritten upstream is to be followed. Nothing waits for the
 * answer but the move itself; each new place of upstream is asked about once, and again at each
 * fetch by hand. FX thread.
 */
final class RewrittenHistory {
  private final Workspace workspace;
  private final TaskRunner tasks;
  private final Texts texts;
  private final StandingTexts words;
  private final ErrorPresenter errors;
  private final NoticeBoard board;
  private @Nullable String asked;
  private @Nullable Notice shown;

  RewrittenHistory(
      Workspace workspace,
      TaskRunner tasks,
      Texts texts,
      StandingTexts words,
      ErrorPresenter errors,
      NoticeBoard board) {
    this.workspace = workspace;
    this.tasks = tasks;
    this.texts = texts;
    this.words = words;
    this.errors = errors;
    this.board = board;
  }

  /** Asks again about what was asked before. */
  void askAgain() {
    asked = null;
    ask();
  }

  /** Asks about where upstream is, unless that was done. */
  void ask() {
    @Nullable OntologyVersion upstream = workspace.sync().get().awaiting();
    if (upstream == null) {
      takeAway();
      asked = null;
    } else if (!upstream.commit().equals(asked)) {
      takeAway();
      asked = upstream.commit();
      Notice notice =
          words.rewritten(
              workspace.canonical().get().version(),
              upstream,
              List.of(
                  new Notice.Choice(texts.get("workbench.rewritten.stay"), this::takeAway),
                  new Notice.Choice(
                      texts.get("workbench.rewritten.follow"), () -> follow(upstream))));
      shown = notice;
      board.show(notice);
    }
  }

  private void takeAway() {
    if (shown != null) {
      board.dismiss(shown);
      shown = null;
    }
  }

  private void follow(OntologyVersion upstream) {
    takeAway();
    tasks.inOrder(
        "edits",
        BackgroundTask.of("follow upstream", progress -> workspace.follow(upstream, progress))
            .asJob(
                JobNote.<Outcome<?>>of("follow", upstream.shortCommit()).refusing(Outcome::failure))
            .onSuccess(outcome -> {
              if (outcome instanceof Outcome.Refused<SyncState> refused) {
                errors.show(refused.refusal());
                asked = null;
              }
            }));
  }
}
