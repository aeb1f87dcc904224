package org.ontodraft.app.testing;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Stands for the FX thread in tests without a toolkit: the test's own thread runs what was handed
 * over, when it waits for something. Like the real door, it runs at once on its own thread.
 */
public final class FxQueue implements Executor {
  private static final long PATIENCE_SECONDS = 20;

  private final Thread owner = Thread.currentThread();
  private final BlockingQueue<Runnable> waiting = new LinkedBlockingQueue<>();

  @Override
  public void execute(Runnable action) {
    if (Thread.currentThread() == owner) {
      action.run();
    } else {
      waiting.add(action);
    }
  }

  /** Runs what comes until this holds; fails when it does not hold for long. */
  public void until(String what, BooleanSupplier holds) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!holds.getAsBoolean()) {
      long left = end - System.nanoTime();
      if (left <= 0) {
        throw new AssertionError("still not: " + what);
      }
      runNext(Math.min(left, TimeUnit.MILLISECONDS.toNanos(50)));
    }
  }

  private void runNext(long nanos) {
    try {
      Runnable next = waiting.poll(nanos, TimeUnit.NANOSECONDS);
      if (next != null) {
        next.run();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }
}
