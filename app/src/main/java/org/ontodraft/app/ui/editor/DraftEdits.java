package org.ontodraft.app.ui.editor;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.Refusal;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.task.BackgroundTask;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.model.draft.DraftOverlay;

/** Sends edits to the open draft, one after another. One for a window. FX thread. */
public final class DraftEdits {
  private static final String QUEUE = "edits";

  private final Workspace workspace;
  private final TaskRunner tasks;
  private final InstantSource clock;
  private final UnfinishedTexts unfinished = new UnfinishedTexts();
  private final ReadOnlyIntegerWrapper underWay = new ReadOnlyIntegerWrapper();
  private final ReadOnlyObjectWrapper<@Nullable Instant> savedAt = new ReadOnlyObjectWrapper<>();

  /** Edits of this workspace's drafts. */
  public DraftEdits(Workspace workspace, TaskRunner tasks, InstantSource clock) {
    this.workspace = workspace;
    this.tasks = tasks;
    this.clock = clock;
  }

  /** What closed panels left. */
  UnfinishedTexts unfinished() {
    return unfinished;
  }

  /** How many edits are not acknowledged yet. */
  public ReadOnlyIntegerProperty underWay() {
    return underWay.getReadOnlyProperty();
  }

  /** When the last edit was acknowledged, or null when there was none. */
  public ReadOnlyObjectProperty<@Nullable Instant> savedAt() {
    return savedAt.getReadOnlyProperty();
  }

  /** The draft that is open. */
  Optional<DraftSession> openDraft() {
    return workspace.draft().get();
  }

  /** Makes an edit in a draft; without one it is refused as {@code DRAFT-06}. */
  void send(
      Optional<DraftSession> session,
      Function<DraftSession, Outcome<DraftOverlay>> edit,
      Reply reply) {
    if (session.isEmpty()) {
      reply.refused(Refusal.of("DRAFT-06"));
      return;
    }
    underWay.set(underWay.get() + 1);
    AtomicBoolean answered = new AtomicBoolean();
    tasks.inOrder(
        QUEUE,
        BackgroundTask.of("edit", progress -> edit.apply(session.get()))
            .onSuccess(outcome -> {
              answered.set(true);
              answer(outcome, reply);
            })
            .onEnd(() -> {
              underWay.set(underWay.get() - 1);
              if (!answered.get()) {
                reply.failed();
              }
            }));
  }

  private void answer(Outcome<DraftOverlay> outcome, Reply reply) {
    switch (outcome) {
      case Outcome.Done<DraftOverlay> done -> {
        savedAt.set(clock.instant());
        reply.kept();
      }
      case Outcome.Refused<DraftOverlay>(Refusal refusal) -> reply.refused(refusal);
    }
  }
}
