package org.ontodraft.app.ui.submit;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.secret.Secret;
import org.ontodraft.app.secret.SecretStore;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.Refusal;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.service.submit.StepReport;
import org.ontodraft.app.service.submit.SubmitOutcome;
import org.ontodraft.app.service.submit.SubmitStep;
import org.ontodraft.app.service.submit.WaitingSubmit;
import org.ontodraft.app.service.submit.Wishes;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.state.Subscription;
import org.ontodraft.app.task.BackgroundTask;
import org.ontodraft.app.task.Job;
import org.ontodraft.app.task.JobNote;
import org.ontodraft.app.task.RunningTask;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.app.ui.common.Dates;
import org.ontodraft.app.ui.common.ErrorPresenter;
import org.ontodraft.app.ui.common.Navigator;
import org.ontodraft.app.ui.common.Notice;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.model.draft.DraftChange;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.draft.Submission;

/** The sending, step by step, and how it ended. FX thread. */
final class SendingModel implements AutoCloseable {
  private final Workspace workspace;
  private final TaskRunner tasks;
  private final Navigator navigator;
  private final Texts texts;
  private final ErrorPresenter errors;
  private final Executor fx;
  private final SubmitNotices notices;
  private final DescriptionModel words;
  private final WishesModel wishes;
  private final Consumer<SubmitOutcome> ended;
  private final ObservableList<StepRow> steps = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<@Nullable Notice> notice = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Submission> sent = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(false);
  private final Subscription waiting;
  private List<DraftChange> changesSent = List.of();
  private boolean oldBase;
  private boolean awaited;
  private @Nullable RunningTask running;

  /** What it is done with. */
  record Tools(
      TaskRunner tasks,
      Navigator navigator,
      Texts texts,
      Dates dates,
      ErrorPresenter errors,
      Executor fx) {}

  /**
   * For a workspace.
   *
   * @param ended told how it ended
   */
  SendingModel(
      Workspace workspace,
      Tools tools,
      DescriptionModel words,
      WishesModel wishes,
      Consumer<SubmitOutcome> ended) {
    this.workspace = workspace;
    this.tasks = tools.tasks();
    this.navigator = tools.navigator();
    this.texts = tools.texts();
    this.errors = tools.errors();
    this.fx = tools.fx();
    this.notices = new SubmitNotices(texts, tools.dates(), errors);
    this.words = words;
    this.wishes = wishes;
    this.ended = ended;
    for (SubmitStep step : SubmitStep.values()) {
      steps.add(new StepRow(step, name(step), null, ""));
    }
    this.waiting = workspace.outbox().waiting().follow(all -> fx.execute(() -> await(all)));
  }

  /** Says that the open draft waits, and no longer when it does not. */
  private void await(Map<UUID, WaitingSubmit> all) {
    Optional<UUID> draft = workspace.draft().get().map(DraftSession::id);
    @Nullable WaitingSubmit one = draft.map(all::get).orElse(null);
    if (one != null && !busy.get()) {
      notice.set(notices.waiting(one, () -> sendNow(one), this::never));
    } else if (awaited && !busy.get()) {
      notice.set(null);
    }
    awaited = one != null;
  }

  private void sendNow(WaitingSubmit one) {
    submit("", one.onOldBase());
  }

  /** Lets the draft wait, as it and the words are now, until its server can be reached. */
  private void later() {
    String title = words.title().get();
    String body = words.whole();
    Wishes wanted = wishes.wishes();
    inOutbox(session -> workspace.outbox().add(session, title, body, oldBase, wanted));
  }

  private void never() {
    inOutbox(session -> {
      workspace.outbox().remove(session.id());
      return Outcome.done(session);
    });
  }

  private <T> void inOutbox(Function<DraftSession, Outcome<T>> work) {
    workspace
        .draft()
        .get()
        .ifPresent(session ->
            tasks.inOrder(
                "outbox",
                BackgroundTask.of("outbox", progress -> work.apply(session))
                    .onSuccess(outcome -> {
                      if (outcome instanceof Outcome.Refused<T> refused) {
                        errors.show(refused.refusal());
                      }
                    })));
  }

  private String name(SubmitStep step) {
    return texts.get("submit.step." + step.name().toLowerCase(Locale.ROOT));
  }

  /**
   * Sends the draft; a second call while one is under way does nothing.
   *
   * @param token what was typed as a token; empty to use the one that is kept
   * @param onOldBase send although upstream moved
   */
  void submit(String token, boolean onOldBase) {
    Optional<DraftSession> session = workspace.draft().get();
    if (busy.get() || session.isEmpty()) {
      return;
    }
    busy.set(true);
    notice.set(null);
    changesSent = workspace.effective().get().changes();
    oldBase = onOldBase;
    Wishes wanted = wishes.wishes();
    steps.replaceAll(row -> new StepRow(row.step(), row.name(), null, ""));
    running =
        tasks.start(
            BackgroundTask.of(
                    "submit",
                    progress -> {
                      keep(token);
                      return workspace
                          .submits()
                          .submit(
                              session.get(),
                              words.title().get(),
                              words.whole(),
                              onOldBase,
                              wanted,
                              report -> fx.execute(() -> show(report)),
                              progress);
                    })
                .asJob(
                    JobNote.<SubmitOutcome>of("submit", words.title().get())
                        .stoppable()
                        .refusing(SendingModel::failure))
                .onSuccess(this::end)
                .onCancelled(() -> notice.set(notices.cancelled()))
                .onEnd(() -> busy.set(false)));
  }

  private void keep(String token) {
    if (!token.isBlank()) {
      try (Secret secret = Secret.of(token.strip())) {
        SecretStore.Kept kept = workspace.submits().keepToken(secret);
        fx.execute(() -> {
          if (kept == SecretStore.Kept.SESSION_ONLY) {
            errors.showLasting(Refusal.of("TOKEN-01"));
          }
        });
      }
    }
  }

  private void show(StepReport report) {
    steps.set(
        report.step().ordinal(),
        new StepRow(report.step(), name(report.step()), report.state(), report.detail()));
  }

  private static Optional<Job.Failure> failure(SubmitOutcome outcome) {
    return outcome instanceof SubmitOutcome.Failed failed
        ? Optional.of(Job.Failure.refused(failed.refusal().code(), failed.refusal().arguments()))
        : Optional.empty();
  }

  private void end(SubmitOutcome outcome) {
    switch (outcome) {
      case SubmitOutcome.Sent done -> {
        sent.set(done.submission());
        notice.set(null);
      }
      case SubmitOutcome.UpstreamMoved moved ->
          notice.set(notices.moved(moved, navigator::openRebase, () -> submit("", true)));
      case SubmitOutcome.Failed failed ->
          notice.set(notices.failed(failed, () -> submit("", oldBase), this::later));
    }
    ended.accept(outcome);
  }

  /** Forgets what was sent once the draft is another one: that can be sent, too. */
  void follow(DraftOverlay now) {
    if (sent.get() != null && !now.changes().equals(changesSent)) {
      sent.set(null);
      steps.replaceAll(row -> new StepRow(row.step(), row.name(), null, ""));
    }
  }

  /** Stops the sending at the next step. */
  void cancel() {
    RunningTask task = running;
    if (task != null) {
      task.cancel();
    }
  }

  @Override
  public void close() {
    waiting.close();
    cancel();
  }

  ObservableList<StepRow> steps() {
    return steps;
  }

  /** What went otherwise than hoped. */
  ReadOnlyObjectProperty<@Nullable Notice> notice() {
    return notice.getReadOnlyProperty();
  }

  /** What was sent. */
  ReadOnlyObjectProperty<@Nullable Submission> sent() {
    return sent.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }
}
