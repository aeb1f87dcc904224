package org.ontodraft.app.task;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Tells work that nobody waits for when to go on: not while people wait for other work, nor for a
 * while behind it, when screens follow. Thread-safe.
 */
public final class Lull {
  /** How often a wait looks whether it is given up. */
  private static final Duration LOOK = Duration.ofMillis(100);

  private int running;
  private long since = System.nanoTime();

  /** Does what people wait for, on the calling thread; what can wait is held off meanwhile. */
  public <T> T holdOff(Supplier<T> work) {
    synchronized (this) {
      running++;
    }
    try {
      return work.get();
    } finally {
      synchronized (this) {
        running--;
        since = System.nanoTime();
        notifyAll();
      }
    }
  }

  /**
   * Waits until nobody has waited for anything for so long.
   *
   * @param quiet counted from the making of this where nobody has waited yet
   * @param givenUp asked from time to time
   * @return false when the wait was given up, or its thread interrupted
   */
  public synchronized boolean await(Duration quiet, BooleanSupplier givenUp) {
    while (!givenUp.getAsBoolean()) {
      long left = quiet.toNanos() - (System.nanoTime() - since);
      if (running == 0 && left <= 0) {
        return true;
      }
      long pause = running > 0 ? LOOK.toNanos() : Math.min(left, LOOK.toNanos());
      try {
        TimeUnit.NANOSECONDS.timedWait(this, Math.max(pause, TimeUnit.MILLISECONDS.toNanos(1)));
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return false;
  }
}
