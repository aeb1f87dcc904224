package org.ontodraft.app.git;

import java.util.Locale;
import java.util.concurrent.CancellationException;
import org.eclipse.jgit.lib.ProgressMonitor;
import org.ontodraft.app.task.Progress;

/**
 * Tells JGit's progress as stages: {@code fetch} or {@code push}, and below it {@code .prepare},
 * {@code .receive}, {@code .resolve}, {@code .write}.
 */
final class TransferProgress implements ProgressMonitor {
  private final Progress progress;
  private final String operation;
  private volatile boolean cancelled;
  private long done;

  TransferProgress(Progress progress, String operation) {
    this.progress = progress;
    this.operation = operation;
  }

  /** Tells the first stage. */
  void begin() {
    tell(() -> progress.stage(operation, 0));
  }

  @Override
  public void start(int totalTasks) {
    // JGit does not know how many tasks there will be.
  }

  @Override
  public synchronized void beginTask(String title, int totalWork) {
    done = 0;
    tell(() -> progress.stage(operation + part(title), Math.max(totalWork, 0)));
  }

  @Override
  public synchronized void update(int completed) {
    done += completed;
    tell(() -> progress.done(done));
  }

  @Override
  public void endTask() {
    // The next stage says so.
  }

  @Override
  public boolean isCancelled() {
    return cancelled || progress.cancelled();
  }

  @Override
  public void showDuration(boolean enabled) {
    // Durations are not shown.
  }

  /** A cancelled task throws from its progress; JGit wants to be told by the flag. */
  private void tell(Runnable report) {
    try {
      report.run();
    } catch (CancellationException stop) {
      cancelled = true;
    }
  }

  private static String part(String title) {
    String word = title.toLowerCase(Locale.ROOT);
    if (word.contains("receiving")) {
      return ".receive";
    }
    if (word.contains("resolving")) {
      return ".resolve";
    }
    return word.contains("writing") ? ".write" : ".prepare";
  }
}
