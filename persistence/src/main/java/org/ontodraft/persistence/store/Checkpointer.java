package org.ontodraft.persistence.store;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Forces the database to disk soon after an edit: H2 writes a commit at once but leaves it in the
 * system's cache, where a power loss takes it. Until then the journal has the edit. Thread-safe.
 */
final class Checkpointer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Checkpointer.class);

  private final Checkpoint checkpoint;
  private final Duration delay;
  private final ScheduledExecutorService executor =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("store-checkpoint").factory());
  private final AtomicBoolean waiting = new AtomicBoolean();

  /** Forces everything committed to disk. */
  @FunctionalInterface
  interface Checkpoint {
    void run() throws SQLException;
  }

  /** With the longest time from an edit to its checkpoint. */
  Checkpointer(Checkpoint checkpoint, Duration delay) {
    this.checkpoint = checkpoint;
    this.delay = delay;
  }

  /** Something was committed that must be on disk soon. */
  void committed() {
    if (waiting.compareAndSet(false, true)) {
      executor.schedule(this::force, delay.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void force() {
    waiting.set(false);
    try {
      checkpoint.run();
    } catch (SQLException e) {
      // The journal still holds the edits; the next commit and the close try again.
      LOG.error("checkpoint failed, error code {}", e.getErrorCode());
    }
  }

  /** Forgets the waiting checkpoint; the owner makes a last one itself. */
  @Override
  public void close() {
    executor.shutdownNow();
  }
}
