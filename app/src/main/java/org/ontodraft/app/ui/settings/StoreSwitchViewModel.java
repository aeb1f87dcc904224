package org.ontodraft.app.ui.settings;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.Refusal;
import org.ontodraft.app.service.exchange.DraftsMoved;
import org.ontodraft.app.service.exchange.MovableDraft;
import org.ontodraft.app.service.store.SharedDatabase;
import org.ontodraft.app.service.workspace.StorePlaces;
import org.ontodraft.app.service.workspace.StoreSwitch;
import org.ontodraft.app.task.BackgroundTask;
import org.ontodraft.app.task.JobNote;
import org.ontodraft.app.task.Progress;
import org.ontodraft.app.task.ProgressReport;
import org.ontodraft.app.task.TaskRunner;

/** Takes drafts along to another store, with progress and a way to stop. FX thread. */
final class StoreSwitchViewModel {
  /** Edits that were typed come first. */
  private static final String QUEUE = "edits";

  private final StoreSwitch stores;
  private final StorePlaces places;
  private final String workspace;
  private final TaskRunner tasks;
  private final ReadOnlyBooleanWrapper moving = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyObjectWrapper<ProgressReport> progress =
      new ReadOnlyObjectWrapper<>(new ProgressReport("", 0, 0));
  private AtomicBoolean stop = new AtomicBoolean();

  StoreSwitchViewModel(StoreSwitch stores, StorePlaces places, String workspace, TaskRunner tasks) {
    this.stores = stores;
    this.places = places;
    this.workspace = workspace;
    this.tasks = tasks;
  }

  /** What came of a move. */
  sealed interface Result {
    /** The other store is the one from now on. */
    record Moved(DraftsMoved drafts) implements Result {}

    /** Nothing has changed, and why. */
    record Refused(Refusal why) implements Result {}

    /** Nothing has changed, since it was stopped. */
    record Stopped() implements Result {}
  }

  /** Whether drafts are under way. */
  ReadOnlyBooleanProperty moving() {
    return moving.getReadOnlyProperty();
  }

  /** How far they are. */
  ReadOnlyObjectProperty<ProgressReport> progress() {
    return progress.getReadOnlyProperty();
  }

  /** Asks for the drafts that can go along. */
  void offer(Consumer<Outcome<List<MovableDraft>>> then) {
    tasks.inOrder(
        QUEUE, BackgroundTask.of("list drafts", progress -> stores.drafts()).onSuccess(then));
  }

  /**
   * Moves these drafts.
   *
   * @param place where to; null for this computer
   * @param settled off the FX thread, when the other store is the one from now on
   */
  void move(
      @Nullable SharedDatabase place,
      List<MovableDraft> drafts,
      Runnable settled,
      Consumer<Result> then) {
    AtomicBoolean mine = new AtomicBoolean();
    stop = mine;
    moving.set(true);
    tasks.inOrder(
        QUEUE,
        BackgroundTask.of(
                "move drafts",
                reported -> move(place, drafts, settled, new Stoppable(reported, mine)))
            .asJob(JobNote.of("move-drafts", place == null ? "" : place.name()))
            .onProgress(progress::set)
            .onSuccess(then)
            .onEnd(() -> moving.set(false)));
  }

  private Result move(
      @Nullable SharedDatabase place,
      List<MovableDraft> drafts,
      Runnable settled,
      Progress reported) {
    try {
      return switch (stores.move(() -> places.open(workspace, place), drafts, settled, reported)) {
        case Outcome.Done<DraftsMoved>(DraftsMoved moved) -> new Result.Moved(moved);
        case Outcome.Refused<DraftsMoved>(Refusal why) -> new Result.Refused(why);
      };
    } catch (CancellationException stopped) {
      return new Result.Stopped();
    }
  }

  /**
   * Asks to stop; when all drafts are copied already it is too late, and the move ends as usual.
   */
  void cancel() {
    stop.set(true);
  }

  /** The task's own cancelling would keep a result back that came all the same. */
  private record Stoppable(Progress reported, AtomicBoolean stop) implements Progress {
    @Override
    public void stage(String stage, long total) {
      reported.stage(stage, total);
    }

    @Override
    public void done(long units) {
      reported.done(units);
    }

    @Override
    public boolean cancelled() {
      return stop.get() || reported.cancelled();
    }
  }
}
