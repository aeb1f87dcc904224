package org.ontodraft.app.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.ontodraft.app.testing.SomeWork;

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

  @Test
  void who_needs_no_quiet_goes_on_at_once_where_nobody_waits() {
    assertThat(lull.await(Duration.ZERO, () -> false)).isTrue();
  }

  @Test
  void the_quiet_counts_from_the_end_of_the_work() throws Exception {
    CompletableFuture<Boolean> work = SomeWork.begin(lull, mayEnd);
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
    SomeWork.begin(lull, mayEnd);
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
    assertThatThrownBy(() ->
            lull.holdOff(() -> {
              throw new IllegalStateException("failed");
            }))
        .hasMessage("failed");
    assertThat(lull.await(Duration.ZERO, () -> false)).isTrue();
  }
}
