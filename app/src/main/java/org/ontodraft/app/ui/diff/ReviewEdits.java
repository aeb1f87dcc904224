package org.ontodraft.app.ui.diff;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.Refusal;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.service.review.EntityReview;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.task.BackgroundTask;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.app.ui.common.ErrorPresenter;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.control.diff.FieldNames;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.ontology.StoreAwayException;

/** What a reviewer does to the open draft: takes changes back, and marks what was looked at. */
final class ReviewEdits {
  private final Workspace workspace;
  private final TaskRunner tasks;
  private final ErrorPresenter errors;
  private final Texts texts;
  private final Consumer<String> done;

  /**
   * Edits of the open draft.
   *
   * @param done told what was done, for a person
   */
  ReviewEdits(
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

  /** Gives a row's field, or on an entity's head all of it, back what the base has. */
  void revert(ReviewRow row) {
    switch (row) {
      case ReviewRow.Head head when head.facts().editable() -> revert(head.review());
      case ReviewRow.Field field when field.revertible() ->
          edit(
              session -> session.revertField(field.key(), field.place()),
              texts.get(
                  "review.reverted.field", FieldNames.of(texts, field.place()), field.key().key()));
      default -> {}
    }
  }

  /** Of a rename both halves go back, each as a step of its own. */
  private void revert(EntityReview review) {
    String said = texts.get("review.reverted.entity", review.label());
    EntityReview.Renaming renaming = review.renaming();
    if (renaming == null) {
      edit(session -> session.revert(review.key()), said);
      return;
    }
    edit(
        session ->
            session.revert(renaming.deleted().key()) instanceof Outcome.Refused<DraftOverlay> no
                ? no
                : session.revert(review.key()),
        said);
  }

  private void edit(Function<DraftSession, Outcome<DraftOverlay>> change, String success) {
    Optional<DraftSession> session = workspace.draft().get();
    if (session.isEmpty()) {
      return;
    }
    tasks.inOrder(
        "edits",
        BackgroundTask.of("revert", progress -> change.apply(session.get()))
            .onSuccess(outcome -> {
              switch (outcome) {
                case Outcome.Done<DraftOverlay> ok -> done.accept(success);
                case Outcome.Refused<DraftOverlay> refused -> errors.show(refused.refusal());
              }
            }));
  }

  /**
   * Keeps that an entity was looked at.
   *
   * @param sha256 of what was looked at; null to take the mark away
   */
  void mark(UUID draft, EntityKey key, @Nullable String sha256) {
    tasks.inOrder(
        "review marks",
        BackgroundTask.of(
                "review-mark",
                progress -> {
                  try {
                    if (sha256 == null) {
                      workspace.reviewMarks().unmark(draft, key);
                      return true;
                    }
                    return workspace.reviewMarks().mark(draft, key, sha256);
                  } catch (StoreAwayException away) {
                    return false;
                  }
                })
            .onSuccess(kept -> {
              if (!kept) {
                errors.show(Refusal.of("REVIEW-01", key.key()));
              }
            }));
  }
}
