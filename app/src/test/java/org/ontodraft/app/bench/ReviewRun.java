package org.ontodraft.app.bench;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.stage.Stage;
import org.ontodraft.app.service.review.DraftReviewService;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.app.testing.MemoryWorkspace;
import org.ontodraft.app.testing.RecordingNavigator;
import org.ontodraft.app.ui.common.Dates;
import org.ontodraft.app.ui.common.Dialogs;
import org.ontodraft.app.ui.common.ErrorPresenter;
import org.ontodraft.app.ui.common.FxThread;
import org.ontodraft.app.ui.common.NoticeBoard;
import org.ontodraft.app.ui.common.Page;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.diff.ReviewPages;
import org.ontodraft.app.ui.diff.ReviewView;
import org.ontodraft.app.ui.testing.Screenshots;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.ontology.EntitySummary;
import org.ontodraft.model.testing.OntologyGenerator;
import tools.jackson.databind.node.StringNode;

/**
 * The review in a real window: a draft with so many changed entities is scrolled through, and
 * entities are opened from the list. Of each frame and each opening the time on the wall and that
 * of the processor on the FX thread are told; where others are at work the second is the one to go
 * by.
 */
public final class ReviewRun {
  private static final int FRAMES = 1500;
  private static final int OPENINGS = 200;
  private static final double STEP = 90;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final PrintStream out;

  private ReviewRun(PrintStream out) {
    this.out = out;
  }

  /** Argument: how many entities the draft changes. */
  public static void main(String[] arguments) {
    int exit = 0;
    try {
      Platform.startup(() -> {});
      new ReviewRun(System.out).run(Integer.parseInt(arguments[0]));
    } catch (Exception failed) {
      failed.printStackTrace(System.err);
      exit = 1;
    }
    System.exit(exit); // the toolkit's threads would keep the process alive
  }

  private void run(int changed) throws Exception {
    MemoryWorkspace workspace = MemoryWorkspace.of(OntologyGenerator.files(7, 2 * changed));
    workspace.withDraft();
    change(workspace, changed);
    try (TaskRunner tasks =
        new TaskRunner(
            FxThread::run,
            failure -> {
              throw new IllegalStateException(failure.cause());
            })) {
      Texts texts = Texts.load();
      Dates dates =
          new Dates(texts, Clock.fixed(Instant.parse("2026-11-03T14:06:00Z"), ZoneOffset.UTC));
      long start = System.nanoTime();
      Page page =
          onFx(() -> {
            ReviewPages pages =
                new ReviewPages(
                    workspace,
                    new DraftReviewService(),
                    tasks,
                    new ErrorPresenter(texts, new NoticeBoard()),
                    new ReviewView.Tools(
                        texts,
                        dates,
                        new RecordingNavigator(),
                        new Dialogs(texts, Screenshots.theme(), () -> null)));
            Page made = pages.review();
            Scene scene = new Scene((javafx.scene.Parent) made.content(), 1600, 1000);
            Screenshots.theme().attach(scene);
            Stage stage = new Stage();
            stage.setScene(scene);
            stage.show();
            return made;
          });
      ListView<?> index = list(page, ".review-index .list-view");
      ListView<?> rows = list(page, ".review-rows");
      until(() -> index.getItems().size() > changed);
      out.printf(Locale.ROOT, "%-44s %8.0f ms%n", "all changes laid out", millis(start));
      out.printf(Locale.ROOT, "%-44s %8d%n", "rows", onFx(() -> rows.getItems().size()));
      Thread.sleep(3000); // what follows by itself: impact, effects
      scroll(rows, "scroll, first pass");
      onFx(() -> {
        rows.scrollTo(0);
        return true;
      });
      scroll(rows, "scroll, warm");
      open(index, "open an entity");
      page.close();
    }
  }

  private static void change(MemoryWorkspace workspace, int changed) {
    List<EntityKey> keys = new ArrayList<>();
    for (EntityType type : List.of(EntityType.CATEGORY, EntityType.PROPERTY, EntityType.RESOURCE)) {
      for (EntitySummary entity : workspace.canonical().get().entities(type)) {
        keys.add(entity.key());
      }
    }
    Collections.shuffle(keys, new Random(7));
    for (EntityKey key : keys.subList(0, changed)) {
      workspace
          .session()
          .setField(key, "label", StringNode.valueOf("Another label of " + key.key()));
      workspace
          .session()
          .setField(
              key, "description", StringNode.valueOf("It was said otherwise before: " + key.key()));
    }
  }

  private ListView<?> list(Page page, String selector) throws Exception {
    return (ListView<?>) onFx(() -> page.content().lookup(selector));
  }

  /** One step a pulse, as a wheel that is turned without pause. */
  private void scroll(ListView<?> rows, String name) throws Exception {
    List<Double> wall = new ArrayList<>();
    List<Double> processor = new ArrayList<>();
    CountDownLatch done = new CountDownLatch(1);
    onFx(() -> {
      VirtualFlow<?> flow = (VirtualFlow<?>) rows.lookup(".virtual-flow");
      new AnimationTimer() {
        private long before;
        private long spent;

        @Override
        public void handle(long now) {
          long present = System.nanoTime();
          long used = threads.getCurrentThreadCpuTime();
          if (before > 0) {
            wall.add((present - before) / 1e6);
            processor.add((used - spent) / 1e6);
          }
          before = present;
          spent = used;
          if (wall.size() == FRAMES) {
            stop();
            done.countDown();
          } else {
            flow.scrollPixels(STEP);
          }
        }
      }.start();
      return true;
    });
    done.await();
    Percentiles.of(wall).print(out, name + ", frame");
    Percentiles.of(processor).print(out, name + ", processor of the FX thread");
  }

  /** From the choice in the list to the end of the pulse that shows it. */
  private void open(ListView<?> index, String name) throws Exception {
    List<Double> wall = new ArrayList<>();
    List<Double> processor = new ArrayList<>();
    Random random = new Random(11);
    int size = onFx(() -> index.getItems().size());
    for (int i = 0; i < OPENINGS; i++) {
      int row = 1 + random.nextInt(size - 1);
      CountDownLatch shown = new CountDownLatch(1);
      onFx(() -> {
        long start = System.nanoTime();
        long spent = threads.getCurrentThreadCpuTime();
        Scene scene = index.getScene();
        Runnable[] end = new Runnable[1];
        end[0] =
            () -> {
              wall.add(millis(start));
              processor.add((threads.getCurrentThreadCpuTime() - spent) / 1e6);
              scene.removePostLayoutPulseListener(end[0]);
              shown.countDown();
            };
        scene.addPostLayoutPulseListener(end[0]);
        index.getSelectionModel().clearAndSelect(row);
        Platform.requestNextPulse();
        return true;
      });
      shown.await();
      Thread.sleep(20);
    }
    Percentiles.of(wall).print(out, name + ", to the end of the pulse");
    Percentiles.of(processor).print(out, name + ", processor of the FX thread");
  }

  private static double millis(long start) {
    return (System.nanoTime() - start) / 1e6;
  }

  private static void until(BooleanSupplier condition) throws Exception {
    while (!onFx(condition::getAsBoolean)) {
      Thread.sleep(5);
    }
  }

  private static <T> T onFx(Callable<T> action) throws Exception {
    FutureTask<T> task = new FutureTask<>(action);
    FxThread.later(task);
    return task.get();
  }
}
