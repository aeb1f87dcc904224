package org.ontodraft.app.ui.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.app.ui.testing.FxTest.onFx;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.ontodraft.app.service.review.ComparedSide;
import org.ontodraft.app.task.Progress;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.app.testing.MemoryWorkspace;
import org.ontodraft.app.testing.RecordingNavigator;
import org.ontodraft.app.ui.common.Dates;
import org.ontodraft.app.ui.common.FxThread;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.testing.Accessibility;
import org.ontodraft.app.ui.testing.FxTest;
import org.ontodraft.app.ui.testing.Screenshots;
import org.ontodraft.app.ui.testing.Until;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

@ExtendWith(FxTest.class)
class HistoryViewTest {
  private static final EntityKey PERSON = EntityKey.of(EntityType.CATEGORY, "Person");
  private static final int COMMITS = 25;

  private final Texts texts = Texts.load();
  private final RecordingNavigator navigator = new RecordingNavigator();
  private final FxRobot robot = new FxRobot();
  private MemoryWorkspace workspace;
  private TaskRunner tasks;
  private final List<HistoryViewModel> models = new ArrayList<>();

  private record Shown(HistoryViewModel model, HistoryView view) {}

  private static Map<String, String> person(int number) {
    return Map.of(
        "categories/Person.json",
        "{\n  \"id\": \"Person\",\n  \"label\": \"Person\",\n  \"description\": \"No. "
            + number
            + "\"\n}\n");
  }

  @BeforeEach
  void open() {
    tasks =
        new TaskRunner(
            FxThread::run,
            failure -> {
              throw new IllegalStateException(failure.task(), failure.cause());
            });
    workspace = MemoryWorkspace.of(person(0));
    for (int i = 1; i < COMMITS; i++) {
      workspace.commitUpstream(person(i));
    }
    workspace.refresh(Progress.none());
  }

  @AfterEach
  void close() {
    onFx(() -> models.forEach(HistoryViewModel::close));
    tasks.close();
  }

  private Shown show(EntityKey key) throws Exception {
    Stage stage = FxToolkit.registerPrimaryStage();
    Dates dates =
        new Dates(texts, Clock.fixed(Instant.parse("2026-11-03T14:06:00Z"), ZoneOffset.UTC));
    Shown shown =
        onFx(() -> {
          HistoryViewModel model = new HistoryViewModel(key, workspace, tasks);
          models.add(model);
          HistoryView view = new HistoryView(model, texts, dates, navigator);
          Scene scene = new Scene(view.root(), 950, 800);
          Screenshots.theme().attach(scene);
          stage.setScene(scene);
          stage.show();
          return new Shown(model, view);
        });
    Until.fx(() -> !shown.model().reading().get());
    return shown;
  }

  private static long commits(Shown shown) {
    return onFx(() ->
        shown.model().rows().get().stream().filter(HistoryRow.Commit.class::isInstance).count());
  }

  @Test
  void theNewestCommitsComeFirstAndTheOthersWhenAsked() throws Exception {
    Shown shown = show(PERSON);
    assertThat(commits(shown)).isEqualTo(20);
    ListView<?> rows = (ListView<?>) shown.view().root().lookup(".review-rows");
    Until.fx(() -> rows.getItems().size() == shown.model().rows().get().size());
    onFx(() -> {
      shown.view().focus();
      rows.getSelectionModel().selectLast();
    });
    robot.type(KeyCode.ENTER);
    Until.fx(
        () -> shown.model().rows().get().stream().noneMatch(HistoryRow.Older.class::isInstance));
    assertThat(commits(shown)).isEqualTo(COMMITS);
    assertThat(onFx(() -> Accessibility.unnamed(shown.view().root()))).isEmpty();
  }

  @Test
  void enterShowsTheCommitAndTheLetterCWhatIsDifferentSince() throws Exception {
    Shown shown = show(PERSON);
    HistoryRow.Commit newest = (HistoryRow.Commit) shown.model().rows().get().getFirst();
    String commit = newest.entry().commit().version().commit();
    String parent = String.valueOf(newest.entry().commit().parent());
    onFx(() -> shown.view().focus());
    robot.type(KeyCode.ENTER).type(KeyCode.C);
    assertThat(navigator.calls())
        .containsExactly(
            "compare "
                + new ComparedSide.Commit(parent)
                + " with "
                + new ComparedSide.Commit(commit)
                + " at "
                + PERSON,
            "compare "
                + new ComparedSide.Commit(commit)
                + " with "
                + new ComparedSide.Upstream()
                + " at "
                + PERSON);
  }

  @Test
  void anEntityThatWasNeverCommittedSaysSo() throws Exception {
    show(EntityKey.of(EntityType.CATEGORY, "Nobody"));
    Until.fx(() -> robot.lookup("No commit changed this entity").tryQuery().isPresent());
  }
}
