package org.ontodraft.app.task;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;

/** A task that was started. */
public final class RunningTask {
  private final CountDownLatch finished = new CountDownLatch(1);
  private volatile boolean cancelled;

  RunningTask() {}

  /** Asks the task to stop; its success handler will not be called. */
  public void cancel() {
    cancelled = true;
  }

  /** Whether {@link #cancel} was called. */
  public boolean cancelled() {
    return cancelled;
  }

  /** Waits until the work has ended; its handlers may still be waiting for delivery. */
  public void await() throws InterruptedException {
    finished.await();
  }

  void checkCancelled() {
    if (cancelled) {
      throw new CancellationException();
    }
  }

  void finish() {
    finished.countDown();
  }
}
