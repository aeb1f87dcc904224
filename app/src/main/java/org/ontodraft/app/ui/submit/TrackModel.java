package org.ontodraft.app.ui.submit;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.service.tracking.PlacedComment;
import org.ontodraft.app.service.tracking.TrackedPullRequest;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.state.Subscription;
import org.ontodraft.app.task.BackgroundTask;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.app.ui.common.ErrorPresenter;
import org.ontodraft.app.ui.common.PullRequestTexts;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.control.ShownRows;
import org.ontodraft.model.draft.Landing;

/** What became of the open draft's pull request. FX thread. */
final class TrackModel implements AutoCloseable {
  private final Workspace workspace;
  private final TaskRunner tasks;
  private final Texts texts;
  private final ErrorPresenter errors;
  private final ReadOnlyStringWrapper tracked = new ReadOnlyStringWrapper("");
  private final ShownRows<PlacedComment> comments = new ShownRows<>();
  private List<PlacedComment> said = List.of();
  private final ObservableList<Landing.Difference> differences =
      FXCollections.observableArrayList();
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
    Optional<TrackedPullRequest> one = present();
    tracked.set(
        one.map(new PullRequestTexts(texts)::sentence)
            .orElseGet(() -> texts.get("submit.track.none")));
    differences.setAll(one.map(TrackedPullRequest::differences).orElse(List.of()));
  }

  private Optional<TrackedPullRequest> present() {
    return workspace
        .draft()
        .get()
        .map(session -> workspace.tracking().tracked().get().get(session.id()));
  }

  /** Whether the open draft has a pull request, asked about already or not. */
  boolean known() {
    return present().isPresent()
        || workspace
            .draft()
            .get()
            .map(session -> session.draft().get().pullRequestUrl() != null)
            .orElse(false);
  }

  /** Where what was merged is not what was sent. */
  ObservableList<Landing.Difference> differences() {
    return differences;
  }

  /** In sentences. */
  ReadOnlyStringProperty tracked() {
    return tracked.getReadOnlyProperty();
  }

  /** What was said, the oldest first. */
  ObservableList<PlacedComment> comments() {
    return comments;
  }

  /** Reads what was said. */
  void readComments() {
    Optional<DraftSession> session = workspace.draft().get();
    if (session.isEmpty() || session.get().draft().get().pullRequestUrl() == null) {
      return;
    }
    List<PlacedComment> before = said;
    tasks.latest(
        "read-comments",
        BackgroundTask.of(
                "read comments",
                progress -> keeping(before, workspace.tracking().comments(session.get().id())))
            .onSuccess(outcome -> {
              switch (outcome) {
                case Outcome.Done<List<PlacedComment>> done -> {
                  said = done.value();
                  comments.show(said);
                }
                case Outcome.Refused<List<PlacedComment>> refused -> errors.show(refused.refusal());
              }
            }));
  }

  private static Outcome<List<PlacedComment>> keeping(
      List<PlacedComment> before, Outcome<List<PlacedComment>> told) {
    return told instanceof Outcome.Done<List<PlacedComment>> done
        ? Outcome.done(ShownRows.keeping(before, done.value()))
        : told;
  }

  /** Answers a comment; nothing is sent for blank words. */
  void answer(PlacedComment comment, String words, Runnable answered) {
    Optional<DraftSession> session = workspace.draft().get();
    if (session.isEmpty() || words.isBlank()) {
      return;
    }
    tasks.inOrder(
        "answer-comment",
        BackgroundTask.of(
                "answer",
                progress -> workspace.tracking().answer(session.get().id(), comment, words.strip()))
            .onSuccess(outcome -> {
              switch (outcome) {
                case Outcome.Done<PlacedComment> done -> {
                  answered.run();
                  readComments();
                }
                case Outcome.Refused<PlacedComment> refused -> errors.show(refused.refusal());
              }
            }));
  }

  /** Reads what was said, and asks how it stands where nobody did yet. */
  void come() {
    if (present().isPresent()) {
      readComments();
    } else {
      askForge();
    }
  }

  /** Asks the forge now. */
  void askForge() {
    readComments();
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
