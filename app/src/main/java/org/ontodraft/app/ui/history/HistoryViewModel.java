package org.ontodraft.app.ui.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.history.EntityHistory;
import org.ontodraft.app.service.history.HistoryEntry;
import org.ontodraft.app.service.history.HistoryPosition;
import org.ontodraft.app.service.review.ComparedSide;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.task.BackgroundTask;
import org.ontodraft.app.task.RunningTask;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.model.diff.FieldChange;
import org.ontodraft.model.entity.EntityKey;

/**
 * The commits that changed an entity, read from the newest on, so many at a time. Used by the
 * thread that the tasks deliver to.
 */
public final class HistoryViewModel implements AutoCloseable {
  private static final int AT_A_TIME = 20;

  private final EntityKey key;
  private final Workspace workspace;
  private final TaskRunner tasks;
  private final List<HistoryEntry> entries = new ArrayList<>();
  private final ReadOnlyObjectWrapper<List<HistoryRow>> rows =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyBooleanWrapper reading = new ReadOnlyBooleanWrapper(false);
  private Optional<HistoryPosition> next;
  private @Nullable RunningTask running;

  /** Reads the first of them at once. */
  public HistoryViewModel(EntityKey key, Workspace workspace, TaskRunner tasks) {
    this.key = key;
    this.workspace = workspace;
    this.tasks = tasks;
    this.next =
        Optional.of(new HistoryPosition(key, workspace.effective().get().version().commit()));
    readOlder();
  }

  /** The entity. */
  public EntityKey key() {
    return key;
  }

  /** What was read, the newest first. */
  public ReadOnlyObjectProperty<List<HistoryRow>> rows() {
    return rows.getReadOnlyProperty();
  }

  /** Whether commits are being read. */
  public ReadOnlyBooleanProperty reading() {
    return reading.getReadOnlyProperty();
  }

  /** Reads more, unless that is under way or there is none. */
  public void readOlder() {
    if (running != null || next.isEmpty()) {
      return;
    }
    HistoryPosition from = next.get();
    EntityHistory history = workspace.history();
    reading.set(true);
    running =
        tasks.start(
            BackgroundTask.of("history", progress -> history.read(from, AT_A_TIME, progress))
                .onSuccess(page -> {
                  entries.addAll(page.entries());
                  next = page.next();
                })
                .onEnd(() -> {
                  running = null;
                  arrange();
                  reading.set(false);
                }));
  }

  /** Stops reading; what was read stays. */
  public void stop() {
    RunningTask task = running;
    if (task != null) {
      task.cancel();
    }
  }

  /** What a person sees now: the open draft, or upstream. */
  public ComparedSide shown() {
    return workspace
        .draft()
        .get()
        .<ComparedSide>map(session -> new ComparedSide.OfDraft(session.id()))
        .orElseGet(ComparedSide.Upstream::new);
  }

  private void arrange() {
    List<HistoryRow> all = new ArrayList<>();
    for (HistoryEntry entry : entries) {
      all.add(new HistoryRow.Commit(entry));
      for (FieldChange change : entry.changes()) {
        all.add(new HistoryRow.Field(entry, change));
      }
      entry.problems().forEach(problem -> all.add(new HistoryRow.Unreadable(entry, problem)));
      if (entry.changes().isEmpty() && entry.problems().isEmpty()) {
        all.add(new HistoryRow.OnlyWritten(entry));
      }
      all.add(new HistoryRow.Foot(entry));
    }
    if (next.isPresent()) {
      all.add(new HistoryRow.Older());
    }
    rows.set(List.copyOf(all));
  }

  @Override
  public void close() {
    stop();
  }
}
