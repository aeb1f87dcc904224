package org.ontodraft.app.ui.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.app.ui.testing.FxTest.onFx;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.ontodraft.app.service.review.ComparedSide;
import org.ontodraft.app.service.review.DraftReviewService;
import org.ontodraft.app.task.Progress;
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
import org.ontodraft.app.ui.testing.Accessibility;
import org.ontodraft.app.ui.testing.FxTest;
import org.ontodraft.app.ui.testing.Screenshots;
import org.ontodraft.app.ui.testing.Until;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

@ExtendWith(FxTest.class)
class ComparePageTest {
  private static final String ONE =
      "{\n  \"id\": \"Person\",\n  \"label\": \"Person\",\n  \"description\": \"One\"\n}\n";

  private final Texts texts = Texts.load();
  private final RecordingNavigator navigator = new RecordingNavigator();
  private final FxRobot robot = new FxRobot();
  private MemoryWorkspace workspace;
  private TaskRunner tasks;
  private ReviewPages pages;
  private Page page;
  private String first;

  @BeforeEach
  void open() throws Exception {
    tasks =
        new TaskRunner(
            FxThread::run,
            failure -> {
              throw new IllegalStateException(failure.task(), failure.cause());
            });
    workspace = MemoryWorkspace.of(Map.of("categories/Person.json", ONE));
    first = workspace.canonical().get().version().commit();
    workspace.commitUpstream(Map.of("categories/Person.json", ONE.replace("One", "Somebody")));
    workspace.refresh(Progress.none());
    Dates dates =
        new Dates(texts, Clock.fixed(Instant.parse("2026-11-03T14:06:00Z"), ZoneOffset.UTC));
    Stage stage = FxToolkit.registerPrimaryStage();
    pages =
        onFx(() ->
            new ReviewPages(
                workspace,
                new DraftReviewService(),
                tasks,
                new ErrorPresenter(texts, new NoticeBoard()),
                new ReviewView.Tools(
                    texts, dates, navigator, new Dialogs(texts, Screenshots.theme(), () -> null))));
    page =
        onFx(() -> {
          pages.compare(new ComparedSide.Commit(first), new ComparedSide.Upstream());
          return pages.compare();
        });
    onFx(() -> {
      Scene scene = new Scene((Parent) page.content(), 950, 800);
      Screenshots.theme().attach(scene);
      stage.setScene(scene);
      stage.show();
    });
  }

  @AfterEach
  void close() {
    onFx(() -> page.close());
    tasks.close();
  }

  private ListView<?> rows() {
    return (ListView<?>) page.content().lookup(".review-rows");
  }

  @Test
  void twoVersionsAreComparedAndNothingCanBeEdited() throws Exception {
    Until.fx(() -> rows().getItems().size() > 3);
    assertThat(onFx(() -> rows().getItems().toString())).contains("Somebody");
    assertThat(robot.lookup("Revert").tryQuery()).isEmpty();
    robot.clickOn(onFx(this::rows)).type(KeyCode.SPACE).type(KeyCode.DELETE);
    assertThat(onFx(() -> Accessibility.unnamed((Parent) page.content()))).isEmpty();
    assertThat(workspace.drafts().get()).isEmpty();
  }

  @Test
  void theMenuOfASideOffersUpstreamAndDrafts() throws Exception {
    workspace.withDraft();
    Until.fx(() -> rows().getItems().size() > 3);
    MenuButton side = onFx(() -> (MenuButton) page.content().lookup(".menu-button.base-side"));
    onFx(() -> side.show());
    Until.fx(() -> side.getItems().size() > 2);
    MenuItem draft =
        onFx(() ->
            side.getItems().stream()
                .filter(item -> "Emails and ORCID".equals(item.getText()))
                .findFirst()
                .orElseThrow());
    onFx(() -> draft.fire());
    assertThat(navigator.calls())
        .containsExactly(
            "compare "
                + new ComparedSide.OfDraft(workspace.session().id())
                + " with "
                + new ComparedSide.Upstream());
  }

  @Test
  void aSideThatIsNotThereIsSaid() throws Exception {
    onFx(() -> pages.compare(new ComparedSide.Commit("1".repeat(40)), new ComparedSide.Upstream()));
    Until.fx(() -> robot.lookup("There is no such version here").tryQuery().isPresent());
    onFx(() -> pages.compare(new ComparedSide.Upstream(), new ComparedSide.Commit(first)));
    Until.fx(() -> rows().isVisible() && rows().getItems().toString().contains("Somebody"));
  }
}
