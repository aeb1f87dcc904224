package org.ontodraft.app.ui.submit;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.service.tracking.PlacedComment;
import org.ontodraft.app.service.tracking.TrackedPullRequest;
import org.ontodraft.app.service.workspace.SyncState;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.state.Subscription;
import org.ontodraft.app.state.Subscriptions;
import org.ontodraft.app.task.BackgroundTask;
import org.ontodraft.app.task.Progress;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.app.ui.common.ErrorPresenter;
import org.ontodraft.app.ui.common.PullRequestTexts;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.control.ShownRows;
import org.ontodraft.model.draft.DraftStatus;
import org.ontodraft.model.draft.Landing;

/** What became of the open draft's pull request, or of its branch alone. FX thread. */
final class TrackModel implements AutoCloseable {
  private final Workspace workspace;
  private final TaskRunner tasks;
  private final Texts texts;
  private final ErrorPresenter errors;
  private final ReadOnlyStringWrapper tracked = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper question = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<@Nullable URI> page = new ReadOnlyObjectWrapper<>();
  private final ShownRows<PlacedComment> comments = new ShownRows<>();
  private List<PlacedComment> said = List.of();
  private final ObservableList<Landing.Difference> differences =
      FXCollections.observableArrayList();
  private final Subscriptions subscriptions = new Subscriptions();
  private Optional<UUID> attended = Optional.empty();
  private Subscription attention = () -> {};
  private Subscription ofDraft = () -> {};
  private boolean closed;

  TrackModel(
      Workspace workspace, TaskRunner tasks, Texts texts, ErrorPresenter errors, Executor fx) {
    this.workspace = workspace;
    this.tasks = tasks;
    this.texts = texts;
    this.errors = errors;
    subscriptions.add(workspace.tracking().tracked().follow(all -> fx.execute(this::show)));
    subscriptions.add(workspace.draft().follow(open -> fx.execute(() -> followDraft(fx))));
    subscriptions.add(
        workspace.tracking().discussions().follow(all -> fx.execute(this::showComments)));
  }

  private void followDraft(Executor fx) {
    if (closed) {
      return;
    }
    ofDraft.close();
    ofDraft =
        workspace
            .draft()
            .get()
            .map(session -> session.draft().follow(draft -> fx.execute(this::show)))
            .orElse(() -> {});
    show();
  }

  private void show() {
    Optional<TrackedPullRequest> one = present();
    tracked.set(one.map(new PullRequestTexts(texts)::sentence).orElseGet(this::unasked));
    question.set(texts.get(isBranchAlone() ? "submit.track.fetch" : "submit.track.ask"));
    page.set(one.map(TrackedPullRequest::url).flatMap(TrackModel::address).orElse(null));
    differences.setAll(one.map(TrackedPullRequest::differences).orElse(List.of()));
  }

  /** What is said while no forge has told of a pull request. */
  private String unasked() {
    if (!isBranchAlone()) {
      return texts.get("submit.track.none");
    }
    boolean merged =
        workspace
            .draft()
            .get()
            .filter(session -> session.draft().get().status() == DraftStatus.MERGED)
            .isPresent();
    return texts.get(merged ? "submit.track.branch.merged" : "submit.track.branch");
  }

  /** Whether the draft was sent without a pull request, so that upstream alone tells. */
  private boolean isBranchAlone() {
    return present().isEmpty()
        && workspace
            .draft()
            .get()
            .map(session -> session.draft().get())
            .filter(draft -> draft.pullRequestUrl() == null)
            .filter(draft ->
                draft.status() == DraftStatus.SUBMITTED || draft.status() == DraftStatus.MERGED)
            .isPresent();
  }

  /** What {@link #askNow} would do. */
  ReadOnlyStringProperty question() {
    return question.getReadOnlyProperty();
  }

  /** A forge's word for where it is; only what a browser can show counts. */
  private static Optional<URI> address(String url) {
    try {
      URI address = new URI(url);
      return "https".equals(address.getScheme()) || "http".equals(address.getScheme())
          ? Optional.of(address)
          : Optional.empty();
    } catch (URISyntaxException notAnAddress) {
      return Optional.empty();
    }
  }

  /** Where it is in the browser; null where nobody has said that. */
  ReadOnlyObjectProperty<@Nullable URI> page() {
    return page.getReadOnlyProperty();
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

  /** Whether its pull request is known to be merged or closed. */
  boolean ended() {
    return present().filter(one -> one.phase().ended()).isPresent();
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
    Optional<UUID> draft = sentDraft();
    if (draft.isPresent()) {
      tasks.latest(
          "read-comments",
          BackgroundTask.of("read comments", progress -> workspace.tracking().comments(draft.get()))
              .onSuccess(outcome -> {
                if (outcome instanceof Outcome.Refused<List<PlacedComment>> refused) {
                  errors.show(refused.refusal());
                }
              }));
    }
  }

  /** While somebody looks, what is said arrives by itself, as often as drafts are asked about. */
  void attend(boolean looking) {
    Optional<UUID> wanted = looking ? sentDraft() : Optional.empty();
    if (!wanted.equals(attended)) {
      attention.close();
      attended = wanted;
      attention = wanted.map(workspace.tracking()::attend).orElse(() -> {});
      showComments();
    }
  }

  private Optional<UUID> sentDraft() {
    return workspace
        .draft()
        .get()
        .filter(session -> session.draft().get().pullRequestUrl() != null)
        .map(DraftSession::id);
  }

  /** Shows what was read last, here or elsewhere. */
  private void showComments() {
    List<PlacedComment> told =
        workspace
            .draft()
            .get()
            .map(session -> workspace.tracking().discussions().get().get(session.id()))
            .orElse(List.of());
    List<PlacedComment> before = said;
    tasks.latest(
        "show-comments",
        BackgroundTask.of("show comments", progress -> ShownRows.keeping(before, told))
            .onSuccess(rows -> {
              said = rows;
              comments.show(rows);
            }));
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

  /** Asks the forge, or where there is none fetches what upstream has. */
  void askNow() {
    if (isBranchAlone()) {
      ask(progress ->
          switch (workspace.refresh(progress)) {
            case Outcome.Refused<SyncState> refused -> new Outcome.Refused<>(refused.refusal());
            case Outcome.Done<SyncState> fetched -> workspace.tracking().ask(progress);
          });
    } else {
      askForge();
    }
  }

  /** Asks the forge now. */
  void askForge() {
    readComments();
    ask(progress -> workspace.tracking().ask(progress));
  }

  private void ask(Function<Progress, Outcome<Integer>> asking) {
    tasks.latest(
        "ask-forge",
        BackgroundTask.of("ask forge", asking::apply)
            .onSuccess(outcome -> {
              if (outcome instanceof Outcome.Refused<Integer> refused) {
                errors.show(refused.refusal());
              }
            }));
  }

  @Override
  public void close() {
    closed = true;
    subscriptions.close();
    ofDraft.close();
    attention.close();
  }
}
