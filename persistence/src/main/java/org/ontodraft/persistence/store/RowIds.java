package org.ontodraft.persistence.store;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes the ids of rows: UUID version 7 (RFC 9562 section 5.7), each greater than the one before,
 * so that rows written together lie together in an index. When the clock stands still or jumps
 * back, the ids count on. Thread-safe.
 */
public final class RowIds {
  private static final int COUNTER_BITS = 12;

  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  /** Milliseconds and, in the lowest twelve bits, the counter within the millisecond. */
  private final AtomicLong last = new AtomicLong();

  /** With the clock the ids tell. */
  public RowIds(InstantSource clock) {
    this.clock = clock;
  }

  /** A new id. */
  public UUID next() {
    long now = clock.millis() << COUNTER_BITS;
    long tick = last.updateAndGet(before -> Math.max(before + 1, now));
    long time = tick >>> COUNTER_BITS;
    long counter = tick & ((1L << COUNTER_BITS) - 1);
    long high = time << 16 | 0x7000L | counter;
    long low = random.nextLong() >>> 2 | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }
}
