package org.ontodraft.app.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What nobody waits for lets go first what somebody waits for. */
@Timeout(30)
class LullTest {
  private static final Duration LONG = Duration.ofMinutes(10);

  private final Lull lull = new Lull();
  private final CountDownLatch mayEnd = new CountDownLatch(1);

  /** On a thread of its own: the common pool may have but one. */
  private static <T> CompletableFuture<T> beside(Supplier<T> work) {
    return CompletableFuture.supplyAsync(work, Thread::startVirtualThread);
  }

  private CompletableFuture<Boolean> someWork() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CompletableFuture<Boolean> work =
        beside(() ->
            lull.holdOff(() -> {
              begun.countDown();
              try {
                return mayEnd.await(20, TimeUnit.SECONDS);
              } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
              }
            }));
    begun.await();
    return work;
  }

  @Test
  void who_needs_no_quiet_goes_on_at_once_where_nobody_waits() {
    assertThat(lull.await(Duration.ZERO, () -> false)).isTrue();
  }

  @Test
  void the_quiet_counts_from_the_end_of_the_work() throws Exception {
    CompletableFuture<Boolean> work = someWork();
    Duration quiet = Duration.ofMillis(200);
    CompletableFuture<Long> rested =
        beside(() -> {
          lull.await(quiet, () -> false);
          return System.nanoTime();
        });
    Thread.sleep(300);
    assertThat(rested).isNotDone();

    long ended = System.nanoTime();
    mayEnd.countDown();

    assertThat(work.get()).isTrue();
    assertThat(rested.get() - ended).isGreaterThanOrEqualTo(quiet.toNanos());
  }

  @Test
  void a_wait_can_be_given_up() throws Exception {
    someWork();
    AtomicBoolean givenUp = new AtomicBoolean();
    CompletableFuture<Boolean> rested = beside(() -> lull.await(LONG, givenUp::get));
    Thread.sleep(150);
    assertThat(rested).isNotDone();
    givenUp.set(true);

    assertThat(rested.get()).isFalse();
    mayEnd.countDown();
  }

  @Test
  void work_that_fails_ends_too() {
    try {
      lull.holdOff(() -> {
        throw new IllegalStateException("failed");
      });
    } catch (IllegalStateException expected) {
      assertThat(expected).hasMessage("failed");
    }
    assertThat(lull.await(Duration.ZERO, () -> false)).isTrue();
  }
}
