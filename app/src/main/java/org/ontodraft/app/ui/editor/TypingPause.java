package org.ontodraft.app.ui.editor;

import java.time.Duration;
import org.ontodraft.app.state.Subscription;
import org.ontodraft.app.task.BackgroundTask;
import org.ontodraft.app.task.RunningTask;
import org.ontodraft.app.task.TaskRunner;

/** Waits 300 ms in the background, then calls back. */
public final class TypingPause implements Pause {
  private static final Duration LENGTH = Duration.ofMillis(300);

  private final TaskRunner tasks;

  /** Waits on this runner. */
  public TypingPause(TaskRunner tasks) {
    this.tasks = tasks;
  }

  @Override
  public Subscription then(Runnable action) {
    RunningTask waiting =
        tasks.start(
            BackgroundTask.of(
                    "typing pause",
                    progress -> {
                      Thread.sleep(LENGTH);
                      return LENGTH;
                    })
                .onSuccess(length -> action.run()));
    return waiting::cancel;
  }
}
