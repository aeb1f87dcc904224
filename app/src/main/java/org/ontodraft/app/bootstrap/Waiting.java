package org.ontodraft.app.bootstrap;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what happens elsewhere, with an end. */
final class Waiting {
  private static final Duration LONGEST = Duration.ofMinutes(2);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

  private Waiting() {}

  /** Returns when the condition holds. */
  static void until(String what, BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + LONGEST.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new TourFailedException("Gave up waiting for " + what + ".");
      }
      Thread.sleep(LOOK_AGAIN);
    }
  }
}
