package org.ontodraft.app.service.workspace;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.task.BackgroundTask;
import org.ontodraft.app.task.Progress;
import org.ontodraft.app.task.RunningTask;
import org.ontodraft.app.task.TaskRunner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks upstream from time to time whether it has moved. What comes of it is seen in the workspace's
 * {@link SyncState}, offline among it; nobody is disturbed by a try that failed.
 */
final class UpstreamWatch implements AutoCloseable {
  /** How often. */
  static final Duration PACE = Duration.ofMinutes(5);

  private static final Logger LOG = LoggerFactory.getLogger(UpstreamWatch.class);

  private final TaskRunner tasks;
  private final String taskKey;
  private final Consumer<Progress> ask;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("upstream-watch").factory());
  private volatile @Nullable RunningTask asking;
  private volatile boolean closed;

  /**
   * Asks nothing yet.
   *
   * @param refresh fetches, see {@link Workspace#refresh}
   */
  UpstreamWatch(String workspaceId, TaskRunner tasks, Consumer<Progress> refresh) {
    this.tasks = tasks;
    this.taskKey = "watch upstream:" + workspaceId;
    this.ask = refresh;
  }

  /** Begins to ask, the first time when the pace has passed. */
  void start(Duration pace) {
    clock.scheduleWithFixedDelay(
        () -> {
          asking =
              tasks.inOrder(
                  taskKey,
                  BackgroundTask.of(
                      "watch upstream",
                      progress -> {
                        ask(progress);
                        return pace;
                      }));
        },
        pace.toMillis(),
        pace.toMillis(),
        TimeUnit.MILLISECONDS);
  }

  private void ask(Progress progress) {
    try {
      if (!closed) {
        ask.accept(progress);
      }
    } catch (RuntimeException late) {
      if (!closed) {
        throw late;
      }
      LOG.debug("upstream was asked while the workspace closed", late);
    }
  }

  /**
   * Asks no more; a question under way is asked to stop, or finds the workspace closed, and that is
   * no failure.
   */
  @Override
  public void close() {
    closed = true;
    clock.shutdownNow();
    @Nullable RunningTask present = asking;
    if (present != null) {
      present.cancel();
    }
  }
}
