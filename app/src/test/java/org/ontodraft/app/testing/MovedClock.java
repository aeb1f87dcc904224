package org.ontodraft.app.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that a test moves. Thread-safe. */
public final class MovedClock implements InstantSource {
  private Instant now = Instant.parse("2026-11-22T10:00:00Z");

  @Override
  public synchronized Instant instant() {
    return now;
  }

  /** Lets time pass. */
  public synchronized void pass(Duration time) {
    now = now.plus(time);
  }
}
