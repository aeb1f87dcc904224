package org.ontodraft.app.ui.conflict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.app.ui.testing.FxTest.onFx;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.app.testing.MemoryWorkspace;
import org.ontodraft.app.testing.RecordingNavigator;
import org.ontodraft.app.ui.common.ActionRegistry;
import org.ontodraft.app.ui.common.Dates;
import org.ontodraft.app.ui.common.Dialogs;
import org.ontodraft.app.ui.common.ErrorPresenter;
import org.ontodraft.app.ui.common.FxThread;
import org.ontodraft.app.ui.common.Fxml;
import org.ontodraft.app.ui.common.NoticeBoard;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.testing.Accessibility;
import org.ontodraft.app.ui.testing.FxTest;
import org.ontodraft.app.ui.testing.Screenshots;
import org.ontodraft.app.ui.testing.Until;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

@ExtendWith(FxTest.class)
class RebaseViewTest {
  private final Texts texts = Texts.load();
  private final Dates dates =
      new Dates(texts, Clock.fixed(Instant.parse("2026-11-03T14:06:00Z"), ZoneOffset.UTC));
  private final RecordingNavigator navigator = new RecordingNavigator();
  private final FxRobot robot = new FxRobot();
  private final List<RebaseViewModel> models = new ArrayList<>();
  private final MemoryWorkspace workspace = RebaseScenes.draft();
  private final TaskRunner tasks =
      new TaskRunner(
          FxThread::run,
          failure -> {
            throw new IllegalStateException(failure.task(), failure.cause());
          });

  @AfterEach
  void close() {
    onFx(() -> models.forEach(RebaseViewModel::close));
    tasks.close();
  }

  private record Shown(RebaseViewModel model, RebaseView view) {}

  private Shown make() {
    RebaseViewModel model =
        new RebaseViewModel(workspace, tasks, new ErrorPresenter(texts, new NoticeBoard()), texts);
    models.add(model);
    return new Shown(
        model,
        new RebaseView(
            model,
            texts,
            dates,
            navigator,
            new Dialogs(texts, Screenshots.theme(), () -> null),
            new Fxml(texts)));
  }

  private Shown show() throws Exception {
    Stage stage = FxToolkit.registerPrimaryStage();
    Shown shown =
        onFx(() -> {
          Shown made = make();
          Scene scene = new Scene(made.view().root(), 950, 700);
          Screenshots.theme().attach(scene);
          stage.setScene(scene);
          stage.show();
          return made;
        });
    Until.fx(() -> !(shown.model().standing().get() instanceof RebaseStanding.Looking));
    return shown;
  }

  @Test
  void aCleanPlanIsAppliedWithOneClick() throws Exception {
    RebaseScenes.overtakeCleanly(workspace);
    String onto = workspace.canonical().get().version().shortCommit();
    Shown shown = show();
    robot.clickOn("Move draft to " + onto);
    Until.fx(() -> shown.model().standing().get() instanceof RebaseStanding.UpToDate);
    assertThat(robot.lookup("Upstream has not moved").tryQuery()).isPresent();
  }

  @Test
  void withConflictsItSaysWhatIsLeft() throws Exception {
    RebaseScenes.overtakeWithConflicts(workspace);
    Shown shown = show();
    assertThat(robot.lookup("#move").queryButton().isDisabled()).isTrue();
    assertThat(robot.lookup("#move").queryButton().getText()).isEqualTo("Finish: 2 left");
    robot.clickOn("Go to submit");
    robot.clickOn("Datatype").push(KeyCode.ENTER);
    assertThat(navigator.calls())
        .containsExactly("open Submit[]", "open Entity[key=property:Has_orcid]");
    assertThat(onFx(() -> Accessibility.unnamed(shown.view().root()))).isEmpty();
  }

  @Test
  void digitsDecideOneConflictAfterTheOther() throws Exception {
    RebaseScenes.overtakeWithConflicts(workspace);
    Shown shown = show();
    onFx(() -> {
      shown.view().focus();
      return null;
    });
    robot.push(KeyCode.DIGIT1);
    Until.fx(() -> left(shown) == 1);
    robot.push(KeyCode.DIGIT2);
    Until.fx(() -> left(shown) == 0);
    robot.push(KeyCode.CONTROL, KeyCode.Z);
    Until.fx(() -> left(shown) == 1);
    robot.push(KeyCode.CONTROL, KeyCode.Y);
    Until.fx(() -> left(shown) == 0);
    robot.push(KeyCode.CONTROL, KeyCode.ENTER);
    Until.fx(() -> shown.model().standing().get() instanceof RebaseStanding.UpToDate);
    assertThat(
            workspace
                .session()
                .effective()
                .get()
                .document(RebaseScenes.key("property:Has_orcid"))
                .get("datatype"))
        .hasToString("\"URL\"");
  }

  @Test
  void shiftF10OpensAMenuOfTheChoicesOfTheRowAndOfThePage() throws Exception {
    RebaseScenes.overtakeWithConflicts(workspace);
    Shown shown = show();
    ListView<PlanRow> rows = robot.lookup("#rows").queryListView();
    onFx(() -> {
      new ActionRegistry(texts).install(rows.getScene());
      shown.view().focus();
      return null;
    });
    ContextMenu menu = rows.getContextMenu();
    robot.push(KeyCode.SHIFT, KeyCode.F10);
    Until.fx(() -> menu.isShowing());
    List<String> buttons =
        onFx(() ->
            robot.lookup(".ways .way").queryAllAs(Button.class).stream()
                .map(Button::getText)
                .toList());
    assertThat(buttons).isNotEmpty();
    assertThat(onFx(() -> menu.getItems().stream().map(MenuItem::getText).toList()))
        .as("what the buttons of the row say")
        .anySatisfy(text -> assertThat(text).startsWith(buttons.getFirst()))
        .anySatisfy(text -> assertThat(text).startsWith(buttons.getLast()));
    assertThat(onFx(() -> possible(menu)))
        .contains("rebase.open", "rebase.1", "rebase.2", "rebase.next", "rebase.all")
        .doesNotContain("rebase.undo", "rebase.move");
    onFx(() -> {
      item(menu, "rebase.2").fire();
      menu.hide();
      return null;
    });
    Until.fx(() -> left(shown) == 1);
    robot.push(KeyCode.SHIFT, KeyCode.F10);
    Until.fx(() -> menu.isShowing() && possible(menu).contains("rebase.undo"));
    onFx(() -> {
      item(menu, "rebase.undo").fire();
      menu.hide();
      return null;
    });
    Until.fx(() -> left(shown) == 2);
  }

  private static MenuItem item(ContextMenu menu, String id) {
    return menu.getItems().stream()
        .filter(item -> id.equals(item.getId()))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> possible(ContextMenu menu) {
    return menu.getItems().stream()
        .filter(item -> !item.isDisable())
        .map(item -> String.valueOf(item.getId()))
        .toList();
  }

  @Test
  void theDecisionsBesideThePlanLeadToTheirRows() throws Exception {
    RebaseScenes.overtakeWithConflicts(workspace);
    Shown shown = show();
    ListView<DecisionItem> items = beside(shown);
    assertThat(onFx(() -> List.copyOf(items.getItems())))
        .extracting(item -> item.getClass().getSimpleName())
        .containsExactly(
            "Head",
            "OfEntity",
            "OfRow",
            "OfEntity",
            "OfRow",
            "Head",
            "Merged",
            "AllMerged",
            "Head",
            "OfCommit");
    ListView<PlanRow> rows = robot.lookup("#rows").queryListView();
    onFx(() -> {
      items.getSelectionModel().select(4);
      return null;
    });
    assertThat(onFx(() -> rows.getSelectionModel().getSelectedItem().place()))
        .hasToString("property:Has_orcid datatype");

    onFx(() -> {
      items.getSelectionModel().select(6);
      return null;
    });
    assertThat(onFx(() -> List.copyOf(rows.getItems()))).hasSize(2).noneMatch(PlanRow::isOpen);
    robot.clickOn("Show everything");
    assertThat(onFx(() -> rows.getItems().getFirst())).isInstanceOf(PlanRow.Section.class);

    robot.push(KeyCode.ALT, KeyCode.B);
    assertThat(robot.lookup(".column-heads .base-side").tryQuery()).isEmpty();
    robot.clickOn("Finish later");
    assertThat(navigator.calls()).containsExactly("close Rebase[]");
  }

  @Test
  void theSelectedRowIsPreviewedWithWhatEachChoiceCosts() throws Exception {
    RebaseScenes.overtakeWithConflicts(workspace);
    Shown shown = show();
    ListView<DecisionItem> items = beside(shown);
    onFx(() -> {
      items.getSelectionModel().select(4);
      return null;
    });
    Until.fx(() ->
        shown
            .model()
            .details()
            .get()
            .filter(found -> found.key().equals(RebaseScenes.key("property:Has_orcid")))
            .isPresent());
    RowDetails details = onFx(() -> shown.model().details().get().orElseThrow());
    assertThat(details.costs())
        .extracting(cost -> cost.choice().kind() + " " + cost.impact())
        .containsExactly("MINE MAJOR", "UPSTREAM NONE", "BASE MAJOR", "ABSENT MAJOR");
    assertThat(details.effective())
        .extracting(line -> line.of().key() + " " + line.required())
        .containsExactly("Person false");
    robot.clickOn("File");
    assertThat(robot.lookup(".preview-files .text-area").queryTextInputControl().getText())
        .contains("\"datatype\": \"External identifier\"");
  }

  private static ListView<DecisionItem> beside(Shown shown) throws Exception {
    return onFx(() -> {
      Node decisions = shown.view().decisions();
      decisions.applyCss();
      @SuppressWarnings("unchecked")
      ListView<DecisionItem> list = (ListView<DecisionItem>) decisions.lookup(".decision-list");
      return list;
    });
  }

  private static int left(Shown shown) {
    return shown.model().standing().get() instanceof RebaseStanding.Moved moved
        ? moved.plan().left()
        : -1;
  }

  @Test
  void pictures() throws Exception {
    RebaseScenes.overtakeWithConflicts(workspace);
    Screenshots.take(
        "rebase-conflicts",
        1300,
        760,
        () -> {
          Shown shown = make();
          Until.nested(shown.model().standing(), now -> now instanceof RebaseStanding.Moved);
          return shown.view().root();
        });
    assertThat(Files.size(Path.of("target/screenshots/rebase-conflicts-dark-150.png")))
        .isGreaterThan(20_000);
  }
}
