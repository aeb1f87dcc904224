package org.ontodraft.app.bench;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicLong;
import org.ontodraft.app.ui.common.FxThread;

/** Asks the FX thread for a sign of life every two milliseconds and keeps the longest wait. */
public final class FxWatch implements AutoCloseable {
  private final AtomicLong longest = new AtomicLong();
  private volatile boolean closed;

  /** Begins to ask. */
  public FxWatch() {
    Thread.ofPlatform()
        .daemon()
        .start(() -> {
          while (!closed) {
            long asked = System.nanoTime();
            onFx(() -> true);
            longest.accumulateAndGet(System.nanoTime() - asked, Math::max);
            try {
              Thread.sleep(2);
            } catch (InterruptedException stopped) {
              return;
            }
          }
        });
  }

  /** In milliseconds. */
  public double longest() {
    return longest.get() / 1e6;
  }

  /** Runs on the FX thread and waits for what it gives. */
  public <T> T onFx(Callable<T> action) {
    FutureTask<T> task = new FutureTask<>(action);
    FxThread.later(task);
    try {
      return task.get();
    } catch (InterruptedException | ExecutionException failed) {
      throw new IllegalStateException(failed);
    }
  }

  @Override
  public void close() {
    closed = true;
  }
}
