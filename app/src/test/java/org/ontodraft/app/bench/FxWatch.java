package org.ontodraft.app.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicLong;
import org.ontodraft.app.ui.common.FxThread;

/**
 * Asks the FX thread for a sign of life every two milliseconds and keeps the longest wait, and the
 * most that the thread computed between two signs.
 */
public final class FxWatch implements AutoCloseable {
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final AtomicLong longest = new AtomicLong();
  private final AtomicLong busiest = new AtomicLong();
  private long spent;
  private volatile boolean closed;

  /** Begins to ask. */
  public FxWatch() {
    Thread.ofPlatform()
        .daemon()
        .start(() -> {
          while (!closed) {
            long asked = System.nanoTime();
            onFx(this::note);
            longest.accumulateAndGet(System.nanoTime() - asked, Math::max);
            try {
              Thread.sleep(2);
            } catch (InterruptedException stopped) {
              return;
            }
          }
        });
  }

  private boolean note() {
    long now = threads.getCurrentThreadCpuTime();
    if (spent > 0) {
      busiest.accumulateAndGet(now - spent, Math::max);
    }
    spent = now;
    return true;
  }

  /** In milliseconds. */
  public double longest() {
    return longest.get() / 1e6;
  }

  /** In milliseconds of the processor: what others on the machine do does not count. */
  public double busiest() {
    return busiest.get() / 1e6;
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
