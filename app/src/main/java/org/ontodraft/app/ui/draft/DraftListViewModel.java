package org.ontodraft.app.ui.draft;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.Refusal;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.service.submit.WaitingSubmit;
import org.ontodraft.app.service.tracking.TrackedPullRequest;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.state.Subscriptions;
import org.ontodraft.app.task.BackgroundTask;
import org.ontodraft.app.task.Progress;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.app.ui.control.ShownRows;
import org.ontodraft.model.draft.Draft;
import org.ontodraft.model.draft.RebaseStanding;

/** The drafts of a workspace, and what can be done with them. FX thread. */
public final class DraftListViewModel implements AutoCloseable {
  /** Drafts are switched after the edits that were made before. */
  static final String QUEUE = "edits";

  private final Workspace workspace;
  private final TaskRunner tasks;
  private final Subscriptions subscriptions = new Subscriptions();
  private final ShownRows<Row> rows = new ShownRows<>();
  private final ReadOnlyBooleanWrapper anyOpen = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<@Nullable Refusal> refusal = new ReadOnlyObjectWrapper<>();

  /**
   * A draft.
   *
   * @param open whether it is the one that is open
   * @param standing how it stands to the newest version; null when that is not known
   * @param pullRequest how its pull request stands; null when there is none or nobody was asked
   * @param waiting what waits to be sent of it; null for nothing
   */
  public record Row(
      Draft draft,
      boolean open,
      @Nullable RebaseStanding standing,
      @Nullable TrackedPullRequest pullRequest,
      @Nullable WaitingSubmit waiting) {}

  /**
   * Begins to follow the workspace.
   *
   * @param fx runs on the FX thread
   */
  public DraftListViewModel(Workspace workspace, TaskRunner tasks, Executor fx) {
    this.workspace = workspace;
    this.tasks = tasks;
    subscriptions.add(workspace.drafts().follow(drafts -> fx.execute(this::refresh)));
    subscriptions.add(workspace.draft().follow(draft -> fx.execute(this::refresh)));
    subscriptions.add(workspace.standings().follow(standings -> fx.execute(this::refresh)));
    subscriptions.add(workspace.tracking().tracked().follow(all -> fx.execute(this::refresh)));
    subscriptions.add(workspace.outbox().waiting().follow(all -> fx.execute(this::refresh)));
  }

  /** Asks the forge now how what was sent stands. */
  public void askForge() {
    answered("ask about pull requests", () -> workspace.tracking().ask(Progress.none()));
  }

  /** Lets what waits of a draft be sent no more. */
  public void unqueue(UUID draft) {
    answered(
        "wait no more",
        () -> {
          workspace.outbox().remove(draft);
          return Outcome.done(draft);
        });
  }

  /** Opens a closed pull request again. */
  public void reopen(UUID draft) {
    answered("reopen", () -> workspace.tracking().reopen(draft));
  }

  /** Deletes the branch of a pull request that ended. */
  public void deleteBranch(UUID draft) {
    answered("delete branch", () -> workspace.tracking().deleteBranch(draft));
  }

  /** The drafts, the one changed last first. */
  public ObservableList<Row> rows() {
    return rows;
  }

  /** Whether a draft is open. */
  public ReadOnlyBooleanProperty anyOpen() {
    return anyOpen.getReadOnlyProperty();
  }

  /** Why the last wish was not done, or null. */
  public ReadOnlyObjectProperty<@Nullable Refusal> refusal() {
    return refusal.getReadOnlyProperty();
  }

  /** Opens a draft in place of the open one. */
  public void open(UUID draft) {
    answered("open draft", () -> workspace.openDraft(draft));
  }

  /** Gives a draft another title; a blank one is left out. */
  public void rename(UUID draft, String title) {
    if (!title.isBlank()) {
      answered("rename draft", () -> workspace.renameDraft(draft, title.strip()));
    }
  }

  /** Goes back to reading. */
  public void closeDraft() {
    tasks.inOrder(
        QUEUE,
        BackgroundTask.of(
            "close draft",
            progress -> {
              workspace.closeDraft();
              return true;
            }));
  }

  @Override
  public void close() {
    subscriptions.close();
  }

  private <T> void answered(String name, Supplier<Outcome<T>> work) {
    refusal.set(null);
    tasks.inOrder(
        QUEUE,
        BackgroundTask.of(name, progress -> work.get())
            .onSuccess(outcome -> {
              if (outcome instanceof Outcome.Refused<T>(Refusal reason)) {
                refusal.set(reason);
              }
            }));
  }

  private void refresh() {
    Optional<UUID> open = workspace.draft().get().map(DraftSession::id);
    List<Row> next =
        workspace.drafts().get().stream()
            .map(draft ->
                new Row(
                    draft,
                    open.filter(draft.id()::equals).isPresent(),
                    workspace.standings().get().get(draft.id()),
                    workspace.tracking().tracked().get().get(draft.id()),
                    workspace.outbox().waiting().get().get(draft.id())))
            .toList();
    rows.show(ShownRows.keeping(rows, next));
    anyOpen.set(open.isPresent());
  }
}
