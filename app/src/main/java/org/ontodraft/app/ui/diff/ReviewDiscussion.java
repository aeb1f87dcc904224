package org.ontodraft.app.ui.diff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.ontodraft.app.forge.ReviewComment;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.service.tracking.PlacedComment;
import org.ontodraft.app.service.tracking.SuggestedLines;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.state.Subscription;
import org.ontodraft.app.task.BackgroundTask;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.app.ui.common.ErrorPresenter;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityKey;

/** What was said about the open draft's pull request, by entity. FX thread. */
final class ReviewDiscussion {
  private final Workspace workspace;
  private final TaskRunner tasks;
  private final ErrorPresenter errors;
  private final Texts texts;
  private final Consumer<String> done;

  /**
   * For a workspace.
   *
   * @param done told what was done, for a person
   */
  ReviewDiscussion(
      Workspace workspace,
      TaskRunner tasks,
      ErrorPresenter errors,
      Texts texts,
      Consumer<String> done) {
    this.workspace = workspace;
    this.tasks = tasks;
    this.errors = errors;
    this.texts = texts;
    this.done = done;
  }

  /** Tells, on any thread, that more was said; asks the forge once, if there is one to ask. */
  Subscription follow(Runnable changed) {
    read();
    return workspace.tracking().discussions().follow(all -> changed.run());
  }

  private void read() {
    Optional<DraftSession> session = workspace.draft().get();
    if (session.isEmpty() || session.get().draft().get().pullRequestUrl() == null) {
      return;
    }
    tasks.latest(
        "read-comments",
        BackgroundTask.of(
                "read comments", progress -> workspace.tracking().comments(session.get().id()))
            .onSuccess(outcome -> {
              if (outcome instanceof Outcome.Refused<List<PlacedComment>> refused) {
                errors.show(refused.refusal());
              }
            }));
  }

  /**
   * What was said about a draft's entities, thread by thread in the order they began. Any thread.
   */
  static Map<EntityKey, List<PlacedComment>> byEntity(List<PlacedComment> all) {
    Map<String, List<PlacedComment>> threads = new LinkedHashMap<>();
    all.stream()
        .filter(one -> one.entity().isPresent())
        .sorted(Comparator.comparing(one -> one.comment().at()))
        .forEach(one ->
            threads.computeIfAbsent(one.comment().thread(), thread -> new ArrayList<>()).add(one));
    Map<EntityKey, List<PlacedComment>> byEntity = new HashMap<>();
    threads
        .values()
        .forEach(thread ->
            thread
                .getFirst()
                .entity()
                .ifPresent(key ->
                    byEntity.computeIfAbsent(key, same -> new ArrayList<>()).addAll(thread)));
    return byEntity;
  }

  /** Answers in the thread of a comment; nothing is sent for blank words. */
  void answer(PlacedComment comment, String words) {
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
                case Outcome.Done<PlacedComment> ok ->
                    done.accept(texts.get("review.answered", comment.comment().author()));
                case Outcome.Refused<PlacedComment> refused -> errors.show(refused.refusal());
              }
            }));
  }

  /** Makes suggested lines an edit of the draft. */
  void take(PlacedComment comment, SuggestedLines lines) {
    Optional<DraftSession> session = workspace.draft().get();
    if (session.isEmpty()) {
      return;
    }
    ReviewComment said = comment.comment();
    tasks.inOrder(
        "edits",
        BackgroundTask.of(
                "take suggestion",
                progress -> workspace.tracking().take(session.get(), comment, lines))
            .onSuccess(outcome -> {
              switch (outcome) {
                case Outcome.Done<DraftOverlay> ok ->
                    done.accept(texts.get("review.suggestion.taken", said.author(), said.path()));
                case Outcome.Refused<DraftOverlay> refused -> errors.show(refused.refusal());
              }
            }));
  }
}
