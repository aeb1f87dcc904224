package org.ontodraft.app.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TaskRunnerTest {
  private final List<TaskFailure> reported = Collections.synchronizedList(new ArrayList<>());
  private final List<String> heard = Collections.synchronizedList(new ArrayList<>());
  private final TaskRunner tasks = new TaskRunner(Runnable::run, reported::add);

  @AfterEach
  void stop() {
    tasks.close();
  }

  @Test
  void a_result_is_delivered_and_then_the_end() throws InterruptedException {
    tasks
        .start(
            BackgroundTask.of("answer", progress -> 42)
                .onSuccess(value -> heard.add("value " + value))
                .onEnd(() -> heard.add("end")))
        .await();

    assertThat(heard).containsExactly("value 42", "end");
  }

  @Test
  void a_failure_without_a_handler_is_reported() throws InterruptedException {
    tasks
        .start(
            BackgroundTask.of(
                "broken",
                progress -> {
                  throw new IOException("gone");
                }))
        .await();

    assertThat(reported).singleElement().extracting(TaskFailure::task).isEqualTo("broken");
  }

  @Test
  void a_failure_with_a_handler_is_not_reported_twice() throws InterruptedException {
    tasks
        .start(
            BackgroundTask.<String>of(
                    "broken",
                    progress -> {
                      throw new IOException("gone");
                    })
                .onFailure(failure -> heard.add(String.valueOf(failure.getMessage()))))
        .await();

    assertThat(heard).containsExactly("gone");
    assertThat(reported).isEmpty();
  }

  @Test
  void the_newest_answer_wins_although_the_older_one_is_slower() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    RunningTask slow =
        tasks.latest(
            "validate",
            BackgroundTask.of(
                    "old",
                    progress -> {
                      begun.countDown();
                      release.await();
                      return "old";
                    })
                .onSuccess(heard::add)
                .onCancelled(() -> heard.add("overtaken")));
    begun.await();
    RunningTask fast =
        tasks.latest("validate", BackgroundTask.of("new", p -> "new").onSuccess(heard::add));
    fast.await();
    release.countDown();
    slow.await();

    assertThat(heard).containsExactly("new", "overtaken");
  }

  @Test
  void queued_tasks_run_in_order_and_none_is_skipped() throws InterruptedException {
    RunningTask last = new RunningTask();
    for (int i = 0; i < 200; i++) {
      int number = i;
      last =
          tasks.inOrder(
              "edits", BackgroundTask.of("edit", p -> number).onSuccess(n -> heard.add("" + n)));
    }
    last.await();

    assertThat(heard).isEqualTo(IntStream.range(0, 200).mapToObj(i -> "" + i).toList());
  }

  @Test
  void cancel_stops_at_the_next_report_and_never_interrupts() throws InterruptedException {
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch cancelled = new CountDownLatch(1);
    RunningTask task =
        tasks.start(
            BackgroundTask.of(
                    "import",
                    progress -> {
                      started.countDown();
                      cancelled.await();
                      heard.add("interrupted " + Thread.currentThread().isInterrupted());
                      progress.stage("read", 10);
                      return "finished";
                    })
                .onSuccess(heard::add)
                .onCancelled(() -> heard.add("cancelled")));
    started.await();
    task.cancel();
    cancelled.countDown();
    task.await();

    assertThat(heard).containsExactly("interrupted false", "cancelled");
  }

  @Test
  void progress_is_delivered_with_its_stage() throws InterruptedException {
    List<ProgressReport> reports = new ArrayList<>();
    tasks
        .start(
            BackgroundTask.of(
                    "import",
                    progress -> {
                      progress.stage("read", 2);
                      progress.done(1);
                      progress.done(2);
                      return "";
                    })
                .onProgress(reports::add))
        .await();

    assertThat(reports)
        .containsExactly(
            new ProgressReport("read", 0, 2),
            new ProgressReport("read", 1, 2),
            new ProgressReport("read", 2, 2));
  }

  @Test
  void a_task_asked_for_after_the_end_is_cancelled() throws InterruptedException {
    List<String> told = new ArrayList<>();
    TaskRunner ended = new TaskRunner(Runnable::run, failure -> told.add("failure"));
    ended.close();
    BackgroundTask<String> task =
        BackgroundTask.of("late", progress -> "never")
            .onSuccess(told::add)
            .onCancelled(() -> told.add("cancelled"));

    ended.latest("key", task).await();
    ended.start(task).await();

    assertThat(told).containsExactly("cancelled", "cancelled");
  }

  @Test
  void parts_are_done_together_and_answer_in_their_order() {
    CountDownLatch both = new CountDownLatch(2);

    List<String> results =
        tasks.all(
            List.of(
                () -> {
                  both.countDown();
                  both.await();
                  return "one";
                },
                () -> {
                  both.countDown();
                  both.await();
                  return "two";
                }));

    assertThat(results).containsExactly("one", "two");
  }

  @Test
  void the_first_failure_of_the_parts_is_thrown_as_it_was() {
    IllegalArgumentException first = new IllegalArgumentException("first");

    assertThatThrownBy(() ->
            tasks.all(
                List.of(
                    () -> {
                      throw first;
                    },
                    () -> {
                      heard.add("the other ended");
                      return 2;
                    })))
        .isSameAs(first);
    assertThat(heard).containsExactly("the other ended");
  }
}
