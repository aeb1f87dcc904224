package org.ontodraft.app.ui.submit;

import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.state.Subscription;
import org.ontodraft.app.task.BackgroundTask;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.app.ui.common.ErrorPresenter;
import org.ontodraft.app.ui.common.PullRequestTexts;
import org.ontodraft.app.ui.common.Texts;

/** What became of the open draft's pull request. FX thread. */
final class TrackModel implements AutoCloseable {
  private final Workspace workspace;
  private final TaskRunner tasks;
  private final Texts texts;
  private final ErrorPresenter errors;
  private final ReadOnlyStringWrapper tracked = new ReadOnlyStringWrapper("");
  private final Subscription subscription;

  TrackModel(
      Workspace workspace, TaskRunner tasks, Texts texts, ErrorPresenter errors, Executor fx) {
    this.workspace = workspace;
    this.tasks = tasks;
    this.texts = texts;
    this.errors = errors;
    this.subscription = workspace.tracking().tracked().follow(all -> fx.execute(this::show));
  }

  private void show() {
    tracked.set(
        workspace
            .draft()
            .get()
            .map(session -> workspace.tracking().tracked().get().get(session.id()))
            .map(new PullRequestTexts(texts)::sentence)
            .orElseGet(() -> texts.get("submit.track.none")));
  }

  /** In sentences. */
  ReadOnlyStringProperty tracked() {
    return tracked.getReadOnlyProperty();
  }

  /** Asks the forge now. */
  void askForge() {
    tasks.latest(
        "ask-forge",
        BackgroundTask.of("ask forge", progress -> workspace.tracking().ask(progress))
            .onSuccess(outcome -> {
              if (outcome instanceof Outcome.Refused<Integer> refused) {
                errors.show(refused.refusal());
              }
            }));
  }

  @Override
  public void close() {
    subscription.close();
  }
}
