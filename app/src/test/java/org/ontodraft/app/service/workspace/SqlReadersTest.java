package org.ontodraft.app.service.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.ontodraft.app.task.Lull;
import org.ontodraft.app.task.TaskFailure;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.model.ontology.EffectiveRows;

/** Rows for those who read by SQL are worked out behind the syncs, and one time after the other. */
@Timeout(30)
class SqlReadersTest {
  private static final Duration QUIET = Duration.ofMillis(300);

  private final List<TaskFailure> failures = Collections.synchronizedList(new ArrayList<>());
  private final TaskRunner tasks = new TaskRunner(Runnable::run, failures::add);
  private final Lull lull = new Lull();
  private final SlowRows rows = new SlowRows();
  private final SqlReaders readers = new SqlReaders(rows, tasks, "herbs", lull, QUIET);

  @AfterEach
  void stop() {
    rows.mayEnd.release(100);
    readers.close();
    tasks.close();
    assertThat(failures).isEmpty();
  }

  private void sync() {
    lull.holdOff(() -> {
      rows.wanted.incrementAndGet();
      readers.freshen();
      return rows;
    });
  }

  @Test
  void several_syncs_in_a_row_cost_one_refresh_behind_the_last() throws InterruptedException {
    rows.mayEnd.release(100);
    for (int i = 0; i < 5; i++) {
      sync();
      Thread.sleep(QUIET.toMillis() / 6);
    }
    assertThat(rows.begun).hasValue(0);

    rows.untilFresh();

    assertThat(rows.begun).hasValue(1);
  }

  @Test
  void nothing_is_refreshed_while_a_sync_goes_on() throws Exception {
    rows.mayEnd.release(100);
    CountDownLatch mayEnd = new CountDownLatch(1);
    Thread sync =
        Thread.ofVirtual()
            .start(() ->
                lull.holdOff(() -> {
                  readers.freshen();
                  rows.wanted.incrementAndGet();
                  try {
                    mayEnd.await();
                  } catch (InterruptedException stopped) {
                    throw new IllegalStateException(stopped);
                  }
                  return rows;
                }));
    Thread.sleep(2 * QUIET.toMillis());
    assertThat(rows.begun).hasValue(0);

    mayEnd.countDown();
    sync.join();
    rows.untilFresh();
  }

  @Test
  void a_sync_during_a_refresh_has_its_own_behind_it() throws InterruptedException {
    sync();
    rows.untilBegun(1);
    sync();
    Thread.sleep(2 * QUIET.toMillis());
    assertThat(rows.begun).as("beside the one that runs").hasValue(1);

    rows.mayEnd.release(2);
    rows.untilFresh();

    assertThat(rows.begun).hasValue(2);
    assertThat(rows.most).hasValue(1);
  }

  @Test
  void who_closes_leaves_what_has_not_begun() {
    sync();
    readers.close();
    tasks.close();

    assertThat(rows.begun).hasValue(0);
  }

  /** Rows whose refresh ends when it may. */
  private static final class SlowRows implements EffectiveRows {
    private final AtomicInteger wanted = new AtomicInteger();
    private final AtomicInteger present = new AtomicInteger();
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final Semaphore mayEnd = new Semaphore(0);

    @Override
    public boolean isFresh() {
      return present.get() == wanted.get();
    }

    @Override
    public void refresh() {
      int seen = wanted.get();
      begun.incrementAndGet();
      most.accumulateAndGet(running.incrementAndGet(), Math::max);
      mayEnd.acquireUninterruptibly();
      running.decrementAndGet();
      present.set(seen);
    }

    void untilBegun(int count) throws InterruptedException {
      while (begun.get() < count) {
        Thread.sleep(10);
      }
    }

    void untilFresh() throws InterruptedException {
      while (!isFresh()) {
        Thread.sleep(10);
      }
    }
  }
}
