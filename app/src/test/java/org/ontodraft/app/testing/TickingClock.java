package org.ontodraft.app.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock of which each look is one second later than the one before. */
final class TickingClock implements InstantSource {
  private Instant now = Instant.parse("2026-11-03T14:06:00Z");

  @Override
  public synchronized Instant instant() {
    now = now.plus(Duration.ofSeconds(1));
    return now;
  }
}
