package org.ontodraft.app.ui.conflict;

import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.service.workspace.Forecast;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.state.Subscriptions;
import org.ontodraft.app.task.BackgroundTask;
import org.ontodraft.app.task.Progress;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.app.ui.common.ErrorPresenter;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.control.diff.PlanLayout;
import org.ontodraft.model.ontology.OntologyVersion;

/**
 * What moving the open draft would do, kept up to date, and doing it where nothing has to be
 * decided. Follows the workspace from any thread; the rest is used by the thread that the tasks
 * deliver to.
 */
public final class RebaseViewModel implements AutoCloseable {
  private final Workspace workspace;
  private final TaskRunner tasks;
  private final ErrorPresenter errors;
  private final Texts texts;
  private final String taskKey = "rebase " + UUID.randomUUID();
  private final Subscriptions subscriptions = new Subscriptions();
  private final ReadOnlyObjectWrapper<RebaseStanding> standing =
      new ReadOnlyObjectWrapper<>(new RebaseStanding.Looking());
  private final ReadOnlyBooleanWrapper moving = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper done = new ReadOnlyStringWrapper("");

  /** Follows the workspace until closed. */
  public RebaseViewModel(
      Workspace workspace, TaskRunner tasks, ErrorPresenter errors, Texts texts) {
    this.workspace = workspace;
    this.tasks = tasks;
    this.errors = errors;
    this.texts = texts;
    subscriptions.add(workspace.draft().follow(draft -> look()));
    subscriptions.add(workspace.effective().follow(overlay -> look()));
    subscriptions.add(workspace.canonical().follow(ontology -> look()));
    subscriptions.add(workspace.forecast().follow(forecast -> look()));
  }

  /** How the draft stands. */
  public ReadOnlyObjectProperty<RebaseStanding> standing() {
    return standing.getReadOnlyProperty();
  }

  /** Whether the draft is being moved. */
  public ReadOnlyBooleanProperty moving() {
    return moving.getReadOnlyProperty();
  }

  /** What was done last, for a person; empty before anything was. */
  public ReadOnlyStringProperty done() {
    return done.getReadOnlyProperty();
  }

  /** Moves the draft, if nothing has to be decided. */
  public void move() {
    if (moving.get()
        || !(standing.get() instanceof RebaseStanding.Moved moved && moved.plan().clean())) {
      return;
    }
    moving.set(true);
    tasks.inOrder(
        "edits",
        BackgroundTask.of("rebase", progress -> workspace.rebaseDraft())
            .onSuccess(outcome -> {
              switch (outcome) {
                case Outcome.Done<DraftSession> ok ->
                    done.set(texts.get("rebase.moved", moved.forecast().onto().shortCommit()));
                case Outcome.Refused<DraftSession> refused -> errors.show(refused.refusal());
              }
            })
            .onEnd(() -> moving.set(false)));
  }

  private void look() {
    tasks.latest(taskKey, BackgroundTask.of("rebase-view", this::read).onSuccess(standing::set));
  }

  private RebaseStanding read(Progress progress) {
    Optional<DraftSession> session = workspace.draft().get();
    if (session.isEmpty()) {
      return new RebaseStanding.NoDraft();
    }
    OntologyVersion base = session.get().effective().get().version();
    OntologyVersion newest = workspace.canonical().get().version();
    String title = session.get().draft().get().title();
    if (base.commit().equals(newest.commit())) {
      return new RebaseStanding.UpToDate(base, title);
    }
    Optional<Forecast> forecast =
        workspace.forecast().get().filter(f -> f.onto().commit().equals(newest.commit()));
    return forecast.isEmpty()
        ? new RebaseStanding.Looking()
        : new RebaseStanding.Moved(
            base, title, forecast.get(), PlanLayout.of(forecast.get().plan()));
  }

  @Override
  public void close() {
    subscriptions.close();
  }
}
