package org.ontodraft.app.ui.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.Refusal;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.state.Subscription;
import org.ontodraft.app.state.Subscriptions;
import org.ontodraft.app.task.BackgroundTask;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.app.ui.common.Dates;
import org.ontodraft.app.ui.common.ErrorPresenter;
import org.ontodraft.app.ui.common.StepTexts;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.model.draft.DraftStep;
import org.ontodraft.model.draft.EditHistory;
import org.ontodraft.model.refactor.StepRemoval;

/** The steps of the open draft, the newest first, those of earlier starts among them. FX thread. */
final class StepsViewModel implements AutoCloseable {
  private final Workspace workspace;
  private final TaskRunner tasks;
  private final Texts texts;
  private final Dates dates;
  private final ErrorPresenter errors;
  private final Executor fx;
  private final ObservableList<StepRow> rows = FXCollections.observableArrayList();
  private final Subscriptions subscriptions = new Subscriptions();
  private Subscription ofDraft = () -> {};

  /**
   * Follows the open draft.
   *
   * @param fx runs on the FX thread
   */
  StepsViewModel(
      Workspace workspace,
      TaskRunner tasks,
      Texts texts,
      Dates dates,
      ErrorPresenter errors,
      Executor fx) {
    this.workspace = workspace;
    this.tasks = tasks;
    this.texts = texts;
    this.dates = dates;
    this.errors = errors;
    this.fx = fx;
    subscriptions.add(workspace.draft().follow(open -> fx.execute(this::followDraft)));
  }

  private void followDraft() {
    ofDraft.close();
    Optional<DraftSession> open = workspace.draft().get();
    ofDraft =
        open.map(session -> session.history().follow(now -> fx.execute(() -> show(now))))
            .orElse(() -> {});
    if (open.isEmpty()) {
      rows.clear();
    }
  }

  private void show(EditHistory history) {
    List<StepRow> shown = new ArrayList<>();
    history.undone().reversed().forEach(step -> shown.add(row(step, true)));
    history.done().reversed().forEach(step -> shown.add(row(step, false)));
    rows.setAll(shown);
  }

  private StepRow row(DraftStep step, boolean undone) {
    return new StepRow(
        step.id(), label(step), step.edits().getFirst().key(), dates.moment(step.at()), undone);
  }

  /** What a step did. */
  String label(DraftStep step) {
    return new StepTexts(texts).of(step);
  }

  /** The steps, the newest first; those that were undone above them. */
  ObservableList<StepRow> rows() {
    return rows;
  }

  /** Works out what taking a step back would do and hands it on, or says why it cannot be done. */
  void ask(StepRow row, BiConsumer<StepRow, StepRemoval.Possible> show) {
    workspace
        .draft()
        .get()
        .ifPresent(session ->
            tasks.latest(
                "step removal",
                BackgroundTask.of("step removal", reporter -> session.removal(row.step()))
                    .onSuccess(found -> {
                      switch (found) {
                        case StepRemoval.Possible possible -> show.accept(row, possible);
                        case StepRemoval.Overtaken(var key) ->
                            errors.show(Refusal.of("DRAFT-04", key));
                        case StepRemoval.Taken(var key) -> errors.show(Refusal.of("DRAFT-15", key));
                        case StepRemoval.NotThere gone -> errors.show(Refusal.of("DRAFT-16"));
                      }
                    })));
  }

  /** Takes a step back as it was shown. */
  void takeBack(UUID step, StepRemoval.Possible shown) {
    workspace
        .draft()
        .get()
        .ifPresent(session ->
            tasks.inOrder(
                "edits",
                BackgroundTask.of("take back", reporter -> session.takeBack(step, shown))
                    .onSuccess(outcome -> {
                      if (outcome instanceof Outcome.Refused<?> refused) {
                        errors.show(refused.refusal());
                      }
                    })));
  }

  @Override
  public void close() {
    ofDraft.close();
    subscriptions.close();
  }
}
