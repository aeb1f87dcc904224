package org.ontodraft.app.service.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.ontodraft.app.state.Observed;
import org.ontodraft.app.state.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches the databases of an open workspace: a short question often, so that a loss is told within
 * five seconds, and the whole one from time to time. Thread-safe.
 */
public final class StoreWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(StoreWatch.class);

  /** How often. */
  public record Pace(Duration pulse, Duration whole) {
    /** Every two seconds whether it answers, every thirty how it is. */
    public static final Pace USUAL = new Pace(Duration.ofSeconds(2), Duration.ofSeconds(30));
  }

  /** What can be asked. Blocking. */
  public interface Patient {
    /** How the databases are; asks them all. */
    StoreHealth health();

    /** Whether the server answers at all; quick, and at most two seconds. */
    boolean answers();
  }

  private final Patient patient;
  private final Pace pace;
  private final InstantSource clock;
  private final BooleanSupplier behind;
  private final Runnable back;
  private final State<StoreHealth> health;
  private final ScheduledExecutorService executor =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("store-watch").factory());
  private Instant asked = Instant.MIN;

  /**
   * Watches nothing yet.
   *
   * @param behind whether anything still waits for the server, which may be away for a moment only
   * @param back told when a server answers again that was away, and at each pulse while something
   *     waits for it, off the FX thread
   */
  public StoreWatch(
      Patient patient,
      StoreHealth first,
      Pace pace,
      InstantSource clock,
      BooleanSupplier behind,
      Runnable back) {
    this.patient = patient;
    this.health = new State<>(first);
    this.pace = pace;
    this.clock = clock;
    this.behind = behind;
    this.back = back;
  }

  /** Begins to watch. */
  public void start() {
    long pulse = pace.pulse().toMillis();
    executor.scheduleWithFixedDelay(this::pulse, 0, pulse, TimeUnit.MILLISECONDS);
  }

  /** How the databases were when they were asked last. */
  public Observed<StoreHealth> health() {
    return health;
  }

  /** Asks everything now. Blocking. */
  public StoreHealth check() {
    return ask();
  }

  private void pulse() {
    try {
      Instant now = clock.instant();
      boolean due = !asked.plus(pace.whole()).isAfter(now);
      if (due || health.get() instanceof StoreHealth.Lost || !patient.answers()) {
        ask();
      } else if (behind.getAsBoolean()) {
        back.run();
      }
    } catch (RuntimeException e) {
      // The next pulse asks again; a watch that ends in silence would be worse.
      LOG.error("STORE-11 the store could not be watched", e);
    }
  }

  private synchronized StoreHealth ask() {
    StoreHealth before = health.get();
    StoreHealth found = patient.health();
    asked = clock.instant();
    health.set(
        found instanceof StoreHealth.Lost lost && before instanceof StoreHealth.Lost already
            ? new StoreHealth.Lost(lost.server(), lost.reason(), already.since())
            : found);
    if (before instanceof StoreHealth.Lost && !(found instanceof StoreHealth.Lost)) {
      back.run();
    }
    return found;
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
