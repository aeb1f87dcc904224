package org.ontodraft.app.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JobsTest {
  private final TaskRunner tasks = new TaskRunner(Runnable::run, failure -> {});

  @AfterEach
  void close() {
    tasks.close();
  }

  private List<Job> jobs() {
    return tasks.jobs().list().get();
  }

  private Job only() {
    assertThat(jobs()).hasSize(1);
    return jobs().getFirst();
  }

  @Test
  void onlyWhatIsMarkedIsListed() throws Exception {
    tasks.start(BackgroundTask.of("quiet", progress -> 1)).await();
    tasks
        .inOrder(
            "queue", BackgroundTask.of("loud", progress -> 2).asJob(JobNote.of("backup", "a.zip")))
        .await();
    assertThat(only().name()).isEqualTo("backup");
    assertThat(only().subject()).isEqualTo("a.zip");
    assertThat(only().state()).isEqualTo(Job.State.DONE);
    assertThat(only().ended()).isAfterOrEqualTo(only().began());
  }

  @Test
  void progressIsTold() throws Exception {
    CountDownLatch reported = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    RunningTask running =
        tasks.start(
            BackgroundTask.of(
                    "task",
                    progress -> {
                      progress.stage("read", 10);
                      progress.done(4);
                      reported.countDown();
                      go.await();
                      return 0;
                    })
                .asJob(JobNote.of("import", "")));
    reported.await();
    assertThat(only().progress()).isEqualTo(new ProgressReport("read", 4, 10));
    assertThat(only().state()).isEqualTo(Job.State.RUNNING);
    assertThat(tasks.jobs().canCancel(only())).isFalse();
    go.countDown();
    running.await();
  }

  @Test
  void aJobThatCanBeStoppedIs() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    RunningTask running =
        tasks.start(
            BackgroundTask.of(
                    "task",
                    progress -> {
                      begun.countDown();
                      while (true) {
                        progress.checkCancelled();
                        Thread.onSpinWait();
                      }
                    })
                .asJob(JobNote.of("fetch", "").stoppable()));
    begun.await();
    tasks.jobs().clear();
    assertThat(tasks.jobs().canCancel(only())).isTrue();
    tasks.jobs().cancel(only());
    running.await();
    assertThat(only().state()).isEqualTo(Job.State.CANCELLED);
    assertThat(tasks.jobs().canRepeat(only())).isFalse();
  }

  @Test
  void whatFailedOrWasRefusedCanBeBegunAgain() throws Exception {
    AtomicInteger again = new AtomicInteger();
    tasks
        .start(
            BackgroundTask.of(
                    "task",
                    progress -> {
                      throw new IllegalStateException("broken");
                    })
                .onFailure(failure -> {})
                .asJob(JobNote.of("backup", "").repeatable(again::incrementAndGet)))
        .await();
    assertThat(only().state()).isEqualTo(Job.State.FAILED);
    assertThat(only().failure().orElseThrow().fault()).hasMessage("broken");
    assertThat(tasks.jobs().canRepeat(only())).isTrue();
    tasks.jobs().repeat(only());
    assertThat(again).hasValue(1);
    assertThat(jobs()).isEmpty();

    tasks
        .start(
            BackgroundTask.of("task", progress -> "no")
                .asJob(
                    JobNote.<String>of("export", "")
                        .refusing(
                            answer -> Optional.of(Job.Failure.refused("X", List.of(answer))))))
        .await();
    assertThat(only().state()).isEqualTo(Job.State.FAILED);
    assertThat(only().failure().orElseThrow().arguments()).containsExactly("no");
    assertThat(tasks.jobs().canRepeat(only())).isFalse();
    tasks.jobs().clear();
    assertThat(jobs()).isEmpty();
  }

  @Test
  void theLastHundredAreRemembered() throws Exception {
    for (int i = 0; i < 130; i++) {
      tasks.start(BackgroundTask.of("task", progress -> 1).asJob(JobNote.of("job", ""))).await();
    }
    assertThat(jobs()).hasSizeBetween(100, 101);
    assertThat(jobs().getFirst().id()).isGreaterThan(jobs().get(1).id());
  }
}
