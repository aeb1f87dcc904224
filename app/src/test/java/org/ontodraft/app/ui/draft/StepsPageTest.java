package org.ontodraft.app.ui.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.app.ui.testing.FxTest.onFx;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.task.TaskFailure;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.app.testing.MemoryWorkspace;
import org.ontodraft.app.testing.RecordingNavigator;
import org.ontodraft.app.ui.common.Action;
import org.ontodraft.app.ui.common.ActionRegistry;
import org.ontodraft.app.ui.common.Dates;
import org.ontodraft.app.ui.common.Deed;
import org.ontodraft.app.ui.common.Dialogs;
import org.ontodraft.app.ui.common.ErrorPresenter;
import org.ontodraft.app.ui.common.FxThread;
import org.ontodraft.app.ui.common.NoticeBoard;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.testing.Accessibility;
import org.ontodraft.app.ui.testing.FxTest;
import org.ontodraft.app.ui.testing.SampleFiles;
import org.ontodraft.app.ui.testing.Screenshots;
import org.ontodraft.app.ui.testing.Until;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.refactor.RefactoringOutcome;
import org.ontodraft.model.refactor.Rename;
import org.ontodraft.model.schema.RepositorySchemas;
import org.testfx.api.FxRobot;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.StringNode;

/** The steps of a draft by keyboard, and one in the middle taken back by mouse. */
@ExtendWith(FxTest.class)
class StepsPageTest {
  private static final EntityKey PERSON = EntityKey.of(EntityType.CATEGORY, "Person");
  private static final EntityKey THING = EntityKey.of(EntityType.CATEGORY, "Thing");

  private final FxRobot robot = new FxRobot();
  private final List<TaskFailure> faults = new ArrayList<>();
  private final TaskRunner tasks = new TaskRunner(FxThread::run, faults::add);
  private final Texts texts = Texts.load();
  private final NoticeBoard board = new NoticeBoard();
  private final RecordingNavigator navigator = new RecordingNavigator();
  private final MemoryWorkspace workspace = MemoryWorkspace.of(SampleFiles.files()).withDraft();
  private final Stage stage = onFx(() -> new Stage());
  private final StepsPage page =
      onFx(() ->
          new StepsPage(
              workspace,
              tasks,
              navigator,
              new Dialogs(texts, Screenshots.theme(), () -> stage),
              texts,
              new Dates(texts, Clock.systemUTC()),
              new ErrorPresenter(texts, board),
              FxThread::run));

  @BeforeEach
  void show() {
    workspace
        .session()
        .create(
            THING,
            EntityDocument.of(
                JsonNodeFactory.instance.objectNode().put("id", "Thing").put("label", "Thing")));
    workspace.session().setField(THING, "label", StringNode.valueOf("Item"));
    workspace.session().setField(PERSON, "label", StringNode.valueOf("Human"));
    onFx(() -> {
      stage.setScene(new Scene((Parent) page.content(), 900, 500));
      Screenshots.theme().attach(stage.getScene());
      stage.show();
      stage.requestFocus();
      page.focus();
    });
    FxTest.settle();
  }

  @AfterEach
  void hide() {
    onFx(() -> {
      page.close();
      stage.hide();
    });
    tasks.close();
    assertThat(faults).isEmpty();
    assertThat(workspace.draft().listenerCount()).isZero();
    assertThat(workspace.session().history().listenerCount()).isZero();
  }

  @SuppressWarnings("unchecked")
  private ListView<StepRow> list() {
    return (ListView<StepRow>)
        Objects.requireNonNull(stage.getScene().getRoot().lookup("#steps-list"));
  }

  private List<String> labels() {
    return list().getItems().stream().map(StepRow::label).toList();
  }

  @Test
  void aStepIsTakenBackWithWhatWasMadeOnItAndBroughtAgain() throws TimeoutException {
    Until.fx(() ->
        labels()
            .equals(
                List.of(
                    "Label of Person changed",
                    "Label of Thing changed",
                    "Thing (category) created")));
    assertThat(onFx(() -> Accessibility.unnamed(stage.getScene().getRoot()))).isEmpty();
    Screenshots.take("draft-steps", 900, 300, () -> newContent());
    onFx(() -> {
      list().getSelectionModel().select(2);
      list().requestFocus();
    });
    robot.push(KeyCode.DELETE);
    Until.fx(() -> robot.lookup("Take 2 steps back").tryQuery().isPresent());
    assertThat(
            robot
                .lookup((Label label) ->
                    label.getText() != null
                        && label.getText().contains("\u2022 Label of Thing changed"))
                .tryQuery())
        .isPresent();
    robot.clickOn("Take 2 steps back");
    Until.fx(() -> !workspace.session().effective().get().exists(THING));
    assertThat(workspace.session().effective().get().exists(PERSON)).isTrue();
    workspace.session().undo();
    Until.fx(() -> workspace.session().effective().get().exists(THING));
  }

  @Test
  void aRenameInTheMiddleIsTakenBackByKeys() throws TimeoutException {
    EntityKey someone = EntityKey.of(EntityType.CATEGORY, "Someone");
    DraftSession session = workspace.session();
    Rename rename = new Rename(PERSON, "Someone");
    RefactoringOutcome outcome =
        rename.preview(session.effective().get(), RepositorySchemas.compile(Map.of()));
    session.make(
        ((RefactoringOutcome.Previewed) outcome).preview().step(),
        rename.intent().stream().toList());
    session.setField(someone, "description", StringNode.valueOf("Somebody"));
    Until.fx(() -> list().getItems().size() == 5);
    onFx(() -> {
      list().getSelectionModel().select(1);
      list().requestFocus();
    });
    robot.push(KeyCode.DELETE);
    Until.fx(() ->
        robot
            .lookup((Label label) ->
                label.getText() != null
                    && label.getText().contains("Someone is called Person again"))
            .tryQuery()
            .isPresent());
    robot.clickOn("Take it back");
    Until.fx(() -> session.effective().get().exists(PERSON));
    assertThat(session.effective().get().exists(someone)).isFalse();
    assertThat(
            Objects.requireNonNull(session.effective().get().effectiveDocument(PERSON))
                .get("description"))
        .isEqualTo(StringNode.valueOf("Somebody"));
  }

  @Test
  void chosenKeysCountAndShiftF10OpensTheMenuThatShowsThem() throws TimeoutException {
    onFx(() -> {
      ActionRegistry actions = new ActionRegistry(texts);
      for (Deed deed : List.of(Deed.STEPS_OPEN, Deed.STEPS_TAKE_BACK)) {
        actions.register(Action.of(deed.id(), "", () -> {}).in(deed.context()));
      }
      actions.install(stage.getScene());
      actions.keys().follow(Map.of(Deed.STEPS_TAKE_BACK.id(), "F9"));
      list().getSelectionModel().select(0);
      list().requestFocus();
    });
    robot.push(KeyCode.SHIFT, KeyCode.F10);
    Until.fx(() -> list().getContextMenu().isShowing());
    assertThat(onFx(() -> list().getContextMenu().getItems()))
        .extracting(MenuItem::getText)
        .containsExactly("Go to the entity of the step", "Take the step back   (F9)");
    onFx(() -> list().getContextMenu().hide());
    robot.push(KeyCode.DELETE);
    robot.push(KeyCode.F9);
    Until.fx(() -> robot.lookup("Take it back").tryQuery().isPresent());
    robot.push(KeyCode.ESCAPE);
  }

  private Parent newContent() {
    StepsPage other =
        new StepsPage(
            workspace,
            tasks,
            navigator,
            new Dialogs(texts, Screenshots.theme(), () -> null),
            texts,
            new Dates(texts, Clock.systemUTC()),
            new ErrorPresenter(texts, board),
            FxThread::run);
    Parent content = (Parent) other.content();
    other.close();
    return content;
  }

  @Test
  void enterGoesToTheEntityAndUndoneStepsStandAbove() throws TimeoutException {
    workspace.session().undo();
    Until.fx(() -> list().getItems().size() == 3 && list().getItems().getFirst().undone());
    onFx(() -> {
      list().getSelectionModel().select(1);
      list().requestFocus();
    });
    robot.push(KeyCode.ENTER);
    Until.fx(() -> navigator.calls().size() == 1);
    assertThat(navigator.calls().getFirst()).contains("Thing");
  }
}
