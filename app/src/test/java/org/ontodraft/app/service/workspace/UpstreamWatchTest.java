package org.ontodraft.app.service.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ontodraft.app.task.TaskFailure;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.app.testing.GitHistory;
import org.ontodraft.app.testing.RealServices;

/** Upstream is asked without anybody asking for it. */
class UpstreamWatchTest {
  @TempDir Path folder;

  @Test
  void aMoveOfUpstreamIsSeenByItself() throws InterruptedException {
    List<TaskFailure> failures = new CopyOnWriteArrayList<>();
    try (GitHistory upstream = GitHistory.bare(folder.resolve("up.git"));
        RealServices services = new RealServices(folder.resolve("home"))) {
      upstream.file("categories/A.json", "{\"id\": \"A\", \"label\": \"A\"}\n").commit("one");
      try (Workspace workspace = services.open(new OpenRequest.Folder(upstream.folder()));
          TaskRunner tasks = new TaskRunner(Runnable::run, failures::add);
          UpstreamWatch watch =
              new UpstreamWatch(workspace.info().id(), tasks, workspace::refresh)) {
        String next =
            upstream.file("categories/B.json", "{\"id\": \"B\", \"label\": \"B\"}\n").commit("two");
        watch.start(Duration.ofMillis(50));
        until(() -> workspace.canonical().get().version().commit().equals(next));
        assertThat(workspace.sync().get().failure()).isNull();
      }
    }
    assertThat(failures).isEmpty();
  }

  @Test
  void aQuestionThatTheEndOvertakesIsNoFailure() throws InterruptedException {
    List<TaskFailure> failures = new CopyOnWriteArrayList<>();
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch closed = new CountDownLatch(1);
    try (TaskRunner tasks = new TaskRunner(Runnable::run, failures::add)) {
      UpstreamWatch watch =
          new UpstreamWatch(
              "w",
              tasks,
              progress -> {
                asked.countDown();
                try {
                  closed.await();
                } catch (InterruptedException e) {
                  throw new AssertionError(e);
                }
                throw new IllegalStateException("the store is closed");
              });
      watch.start(Duration.ofMillis(1));
      asked.await();
      watch.close();
      closed.countDown();
    }
    assertThat(failures).isEmpty();
  }

  private static void until(BooleanSupplier holds) throws InterruptedException {
    Instant late = Instant.now().plusSeconds(30);
    while (!holds.getAsBoolean()) {
      assertThat(Instant.now()).isBefore(late);
      Thread.sleep(20);
    }
  }
}
