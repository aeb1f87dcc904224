package org.ontodraft.app.ui.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.app.ui.testing.FxTest.onFx;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.ontodraft.app.forge.Standing;
import org.ontodraft.app.service.tracking.TrackedPullRequest;
import org.ontodraft.app.task.TaskFailure;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.app.testing.MemoryWorkspace;
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
import org.ontodraft.model.draft.Draft;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import tools.jackson.databind.node.StringNode;

/** The page of all drafts, by keys and buttons in a window. */
@ExtendWith(FxTest.class)
class DraftsPageTest {
  private static final EntityKey A = EntityKey.of(EntityType.CATEGORY, "A");

  private final List<TaskFailure> faults = new ArrayList<>();
  private final TaskRunner tasks = new TaskRunner(FxThread::run, faults::add);
  private final MemoryWorkspace workspace =
      MemoryWorkspace.of(Map.of("categories/A.json", "{\"id\":\"A\",\"label\":\"A\"}\n"));
  private final Texts texts = Texts.load();
  private final Clock clock = Clock.fixed(Instant.parse("2026-11-03T15:00:00Z"), ZoneOffset.UTC);
  private final NoticeBoard board = new NoticeBoard();
  private final NoticeBoard errors = new NoticeBoard();
  private final FxRobot robot = new FxRobot();
  private DraftDialogs dialogs;
  private Page page;
  private Stage stage;

  @BeforeEach
  void show() {
    workspace.startDraft("One");
    set("label", "from one");
    set("description", "of one");
    workspace.startDraft("Two");
    set("label", "from two");
    dialogs =
        onFx(() ->
            new DraftDialogs(
                workspace,
                tasks,
                new Dialogs(texts, Screenshots.theme(), () -> null),
                texts,
                new Dates(texts, clock),
                new ErrorPresenter(texts, errors),
                board,
                clock,
                FxThread::run,
                draft -> {},
                () -> {}));
    page = onFx(() -> dialogs.page());
    stage =
        onFx(() -> {
          Stage made = new Stage();
          made.setScene(new Scene((Parent) page.content(), 1100, 500));
          Screenshots.theme().attach(made.getScene());
          made.show();
          page.focus();
          return made;
        });
    FxTest.settle();
  }

  @AfterEach
  void close() {
    onFx(() -> {
      stage.close();
      page.close();
      dialogs.close();
      return null;
    });
    tasks.close();
    assertThat(faults).isEmpty();
    assertThat(onFx(() -> List.copyOf(errors.notices()))).isEmpty();
  }

  private void set(String field, String value) {
    workspace.session().setField(A, field, StringNode.valueOf(value));
  }

  private String effective(String field) {
    return workspace.effective().get().document(A).get(field) + "";
  }

  private List<String> titles() {
    return workspace.drafts().get().stream().map(Draft::title).toList();
  }

  private TableView<DraftLine> table() {
    return robot.lookup(".table-view").queryTableView();
  }

  private void select(String title) {
    onFx(() -> {
      TableView<DraftLine> table = table();
      table.getItems().stream()
          .filter(line -> line.row().getValue().draft().title().equals(title))
          .findFirst()
          .ifPresent(table.getSelectionModel()::select);
      table.requestFocus();
      return null;
    });
  }

  @Test
  void deletingAsksNothingAndIsTakenBackFromTheMessageOrTheList() {
    select("One");
    robot.type(KeyCode.DELETE);
    until(() -> titles().equals(List.of("Two")));
    until(() -> !board.notices().isEmpty());
    assertThat(onFx(() -> board.notices().getFirst().title())).contains("One");
    onFx(() -> {
      board.notices().getFirst().choices().getFirst().run().run();
      return null;
    });
    until(() -> titles().contains("One"));

    select("One");
    robot.type(KeyCode.DELETE);
    until(() -> titles().equals(List.of("Two")));
    robot.clickOn("Deleted");
    robot.clickOn("Bring back");
    until(() -> titles().contains("One"));
    workspace.openDraft(id("One"));
    assertThat(effective("label")).isEqualTo("\"from one\"");
  }

  @Test
  void anArchivedDraftIsListedApart() {
    select("One");
    robot.clickOn("Archive");
    until(() -> onFx(() -> table().getItems().size()) == 1);
    robot.clickOn("Archived");
    assertThat(onFx(() -> table().getItems().getFirst().row().getValue().draft().title()))
        .isEqualTo("One");
    select("One");
    robot.clickOn("Take back");
    until(() -> onFx(() -> table().getItems().isEmpty()));
    assertThat(workspace.drafts().get()).noneMatch(Draft::archived);
  }

  @Test
  void aCopyHasTheSameChangesAndALifeOfItsOwn() {
    select("One");
    robot.clickOn("Duplicate");
    until(() -> titles().contains("One (copy)"));
    workspace.openDraft(id("One (copy)"));
    assertThat(effective("label")).isEqualTo("\"from one\"");
    set("label", "of the copy");
    workspace.openDraft(id("One"));
    assertThat(effective("label")).isEqualTo("\"from one\"");
  }

  @Test
  void draftsAreMergedByOneStepWithTheCuratorsChoice() {
    select("One");
    robot.clickOn("Merge into the open draft\u2026");
    FxTest.settle();
    until(() -> robot.lookup("category:A label").tryQuery().isPresent());
    assertThat(robot.lookup("1  Two: from two").tryQuery()).isPresent();
    robot.clickOn("All as in \u201cOne\u201d").clickOn("All as in \u201cTwo\u201d");
    robot.clickOn("category:A label").type(KeyCode.DIGIT2);
    until(
        () -> onFx(() -> robot.lookup("2  One: from one").queryAs(RadioButton.class).isSelected()));
    robot.clickOn((Button) robot.lookup("Merge").match(Button.class::isInstance).query());
    until(() -> effective("label").equals("\"from one\""));
    assertThat(effective("description")).isEqualTo("\"of one\"");
    assertThat(titles()).containsExactlyInAnyOrder("One", "Two");
    workspace.session().undo();
    assertThat(effective("label")).isEqualTo("\"from two\"");
    assertThat(effective("description")).isEqualTo("null");
  }

  @Test
  void enterOpensTheSelectedDraft() {
    select("One");
    robot.type(KeyCode.ENTER);
    until(() -> workspace.session().draft().get().title().equals("One"));
    assertThat(onFx(() -> Accessibility.unnamed((Parent) page.content()))).isEmpty();
  }

  @Test
  void pictures() {
    Screenshots.take("drafts-page", 1200, 420, () -> (Parent) dialogs.page().content());
  }

  private UUID id(String title) {
    return workspace.drafts().get().stream()
        .filter(draft -> draft.title().equals(title))
        .findFirst()
        .orElseThrow()
        .id();
  }

  private static void until(BooleanSupplier holds) {
    try {
      WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> onFx(holds::getAsBoolean));
    } catch (TimeoutException late) {
      throw new AssertionError("did not come about", late);
    }
    FxTest.settle();
  }

  @Test
  void how_a_pull_request_stands_is_in_the_list_and_its_branch_can_be_deleted() {
    UUID two = workspace.session().id();
    workspace
        .trackedPullRequests()
        .tracked()
        .set(
            Map.of(
                two,
                new TrackedPullRequest(
                    12,
                    "https://forge.example.org/12",
                    TrackedPullRequest.Phase.MERGED,
                    Standing.Checks.PASSED,
                    List.of("eve"),
                    List.of(),
                    List.of(),
                    true)));
    until(() -> stateOf(two).equals("#12 merged"));
    Button delete =
        onFx(() ->
            page.content().lookupAll(".button").stream()
                .map(Button.class::cast)
                .filter(one -> one.getText().equals(texts.get("drafts.pull.branch")))
                .findFirst()
                .orElseThrow());
    onFx(() -> {
      table().getSelectionModel().select(indexOf(two));
      return null;
    });
    assertThat(delete.isDisabled()).isFalse();
    onFx(() -> {
      delete.fire();
      return null;
    });
    until(() -> workspace.trackedPullRequests().deletedBranches().contains(two));
  }

  private String stateOf(UUID draft) {
    return onFx(() -> String.valueOf(table().getColumns().get(1).getCellData(indexOf(draft))));
  }

  private int indexOf(UUID draft) {
    return table().getItems().stream()
        .map(line -> line.row().getValue().draft().id())
        .toList()
        .indexOf(draft);
  }
}
