package org.ontodraft.app.ui.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.app.ui.testing.FxTest.onFx;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.ontodraft.app.task.BackgroundTask;
import org.ontodraft.app.task.Job;
import org.ontodraft.app.task.JobNote;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.app.ui.common.Dates;
import org.ontodraft.app.ui.common.ErrorPresenter;
import org.ontodraft.app.ui.common.FxThread;
import org.ontodraft.app.ui.common.NoticeBoard;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.testing.Accessibility;
import org.ontodraft.app.ui.testing.FxTest;
import org.ontodraft.app.ui.testing.Screenshots;
import org.ontodraft.app.ui.testing.Until;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

@ExtendWith(FxTest.class)
class ActivityViewTest {
  private final Texts texts = Texts.load();
  private final TaskRunner tasks = new TaskRunner(FxThread::run, failure -> {});
  private final FxRobot robot = new FxRobot();
  private final CountDownLatch end = new CountDownLatch(1);

  @AfterEach
  void close() {
    end.countDown();
    tasks.close();
  }

  private ActivityViewModel model() {
    return new ActivityViewModel(
        tasks.jobs(),
        texts,
        new Dates(texts, Clock.systemUTC()),
        new ErrorPresenter(texts, new NoticeBoard()),
        FxThread::run);
  }

  private ActivityView show() throws Exception {
    Stage stage = FxToolkit.registerPrimaryStage();
    return onFx(() -> {
      ActivityView view = new ActivityView(model(), texts);
      Scene scene = new Scene(view.root(), 900, 500);
      Screenshots.theme().attach(scene);
      stage.setScene(scene);
      stage.show();
      return view;
    });
  }

  private void refusedBackup(Runnable again) throws InterruptedException {
    tasks
        .start(
            BackgroundTask.of("back up", progress -> 0)
                .asJob(
                    JobNote.<Integer>of("backup", "/tmp/garden.zip")
                        .repeatable(again)
                        .refusing(any ->
                            Optional.of(
                                Job.Failure.refused("GRAPH-01", List.of("garden", "full"))))))
        .await();
  }

  private void longFetch() {
    tasks.start(
        BackgroundTask.of(
                "fetch",
                progress -> {
                  progress.stage("fetch", 10);
                  progress.done(4);
                  while (end.getCount() > 0) {
                    progress.checkCancelled();
                    Thread.sleep(5);
                  }
                  return 0;
                })
            .asJob(JobNote.of("fetch", "garden").stoppable()));
  }

  @Test
  void whatRunsIsStoppedAndWhatFailedBegunAgainByKeys() throws Exception {
    ActivityView view = show();
    assertThat(robot.lookup("Nothing works in the background").tryQuery()).isPresent();
    AtomicInteger again = new AtomicInteger();
    refusedBackup(again::incrementAndGet);
    longFetch();
    ListView<?> list = (ListView<?>) robot.lookup(".list-view").query();
    Until.fx(() -> list.getItems().size() == 2);
    assertThat(onFx(() -> Accessibility.unnamed(view.root()))).isEmpty();
    onFx(() -> {
      view.focus();
      list.getSelectionModel().clearAndSelect(0);
    });
    robot.type(KeyCode.DELETE);
    Until.fx(() -> robot.lookup("Stopped").tryQuery().isPresent());
    onFx(() -> list.getSelectionModel().clearAndSelect(1));
    robot.type(KeyCode.ENTER);
    Until.fx(() -> again.get() == 1);
    Until.fx(() -> list.getItems().size() == 1);
  }

  @Test
  void byMouseToo() throws Exception {
    show();
    AtomicInteger again = new AtomicInteger();
    refusedBackup(again::incrementAndGet);
    Until.fx(() -> robot.lookup("Again").tryQuery().isPresent());
    assertThat(
            robot
                .lookup(
                    "The picture could not be saved. garden: full."
                        + " Choose another folder or name. (GRAPH-01)")
                .tryQuery())
        .isPresent();
    robot.clickOn("Again");
    Until.fx(() -> again.get() == 1);
    longFetch();
    Until.fx(() -> robot.lookup("Stop").tryQuery().isPresent());
    robot.clickOn("Stop");
    Until.fx(() -> robot.lookup("Stopped").tryQuery().isPresent());
    robot.clickOn("Clear what ended");
    Until.fx(() -> robot.lookup("Nothing works in the background").tryQuery().isPresent());
  }

  @Test
  void pictures() throws Exception {
    refusedBackup(() -> {});
    tasks
        .start(
            BackgroundTask.of("export", progress -> 0)
                .asJob(JobNote.of("export", "~/emails.ontodraft")))
        .await();
    longFetch();
    Screenshots.take("activity", 900, 300, () -> new ActivityView(model(), texts).root());
    assertThat(Path.of("target", "screenshots", "activity-light-100.png")).isNotEmptyFile();
  }
}
