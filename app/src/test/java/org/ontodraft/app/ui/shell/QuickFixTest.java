package org.ontodraft.app.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.app.ui.testing.FxTest.onFx;
import static org.ontodraft.app.ui.testing.FxTest.settle;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.ontodraft.app.testing.MemoryWorkspace;
import org.ontodraft.app.ui.testing.FxTest;
import org.ontodraft.app.ui.testing.SampleFiles;
import org.ontodraft.app.ui.testing.Screenshots;
import org.ontodraft.model.draft.DraftValidation;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.validation.Finding;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Quick fixes in the problems pane of the real window, by mouse and keyboard. */
@ExtendWith(FxTest.class)
class QuickFixTest {
  private static final EntityKey PERSON = EntityKey.of(EntityType.CATEGORY, "Person");

  private final FxRobot robot = new FxRobot();
  private final MemoryWorkspace workspace = MemoryWorkspace.of(SampleFiles.files()).withDraft();
  private final WindowFixture window = onFx(() -> new WindowFixture());
  private final Stage stage = onFx(() -> new Stage());

  @BeforeEach
  void show() throws TimeoutException {
    onFx(() -> {
      Scene scene = new Scene(window.root(), 1400, 900);
      Screenshots.theme().attach(scene);
      window.actions().install(scene);
      stage.setScene(scene);
      stage.show();
      stage.requestFocus();
      window.open(workspace);
    });
    until(() -> window.viewModel().workbench().get() != null);
    onFx(() -> window.actions().run("view.problems"));
    settle();
  }

  @AfterEach
  void hide() {
    onFx(stage::hide);
  }

  private static void until(Callable<Boolean> holds) throws TimeoutException {
    WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> onFx(holds));
    settle();
  }

  private Node find(String selector) {
    return Objects.requireNonNull(window.root().lookup(selector), selector);
  }

  private TableView<?> table() {
    return (TableView<?>) find(".problems .table-view");
  }

  /** Gives Person these parents and lets validation say what it finds. */
  private void edit(String... parents) throws TimeoutException {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    List.of(parents).forEach(list::add);
    workspace.session().setField(PERSON, "parents", list);
    List<Finding> found =
        DraftValidation.check(workspace.effective().get(), workspace.schemas()).stream()
            .filter(finding -> finding.key().equals(PERSON))
            .toList();
    workspace.setFindings(found);
    until(() -> table().getItems().size() == found.size());
  }

  private List<String> parents() {
    return workspace.effective().get().document(PERSON).texts("parents");
  }

  @Test
  void theButtonTakesADanglingParentOutAndUndoBringsItBack() throws TimeoutException {
    edit("Agent", "Nobody");
    Button button = onFx(() -> (Button) find(".fix-button"));
    assertThat(onFx(button::getText)).isEqualTo("Take Nobody out of Parents");
    assertThat(onFx(button::getAccessibleText)).startsWith("Quick fix: Take Nobody out");
    robot.clickOn(button);
    until(() -> parents().equals(List.of("Agent")));
    until(() -> window.viewModel().workbench().get().canUndo().get());
    onFx(() -> window.actions().run("edit.undo"));
    until(() -> parents().equals(List.of("Agent", "Nobody")));
  }

  /** Lets validation say what is wrong with anything. */
  private void validate() throws TimeoutException {
    List<Finding> found = DraftValidation.check(workspace.effective().get(), workspace.schemas());
    workspace.setFindings(found);
    until(() -> table().getItems().size() == found.size());
  }

  private void danglingParents() throws TimeoutException {
    for (String child : List.of("Student", "Staff", "Researcher")) {
      ArrayNode list = JsonNodeFactory.instance.arrayNode().add("Person").add("Nobody");
      workspace.session().setField(EntityKey.of(EntityType.CATEGORY, child), "parents", list);
    }
    validate();
  }

  private List<String> withNobody() {
    return workspace
        .effective()
        .get()
        .referencesTo(EntityKey.of(EntityType.CATEGORY, "Nobody"))
        .stream()
        .map(reference -> reference.source().key())
        .sorted()
        .toList();
  }

  private void chooseDangling() {
    onFx(() -> {
      table().requestFocus();
      for (int i = 0; i < table().getItems().size(); i++) {
        if (table().getItems().get(i).toString().contains("missing-reference")) {
          table().getSelectionModel().clearAndSelect(i);
          return;
        }
      }
    });
    settle();
  }

  @Test
  void allOfAKindAreFixedInOneStepThatSaysHowManyBefore() throws TimeoutException {
    danglingParents();
    assertThat(withNobody()).hasSize(3);
    chooseDangling();
    robot.clickOn("Fix all 3 like this");
    until(() -> withNobody().isEmpty());
    until(() -> window.viewModel().workbench().get().canUndo().get());
    onFx(() -> window.actions().run("edit.undo"));
    until(() -> withNobody().size() == 3);
  }

  @Test
  void allOfAKindByKeyboardAlone() throws TimeoutException {
    danglingParents();
    chooseDangling();
    robot.push(KeyCode.SHIFT, KeyCode.ALT, KeyCode.ENTER);
    until(() -> withNobody().isEmpty());
  }

  @Test
  void whatIsListedIsChosenBySeverityAndRule() throws TimeoutException {
    danglingParents();
    int all = onFx(() -> table().getItems().size());
    robot.clickOn("Rule or code: any").clickOn("missing-reference");
    until(() -> table().getItems().size() == 3);
    assertThat(all).isGreaterThanOrEqualTo(3);
    robot.clickOn("Since: any time").clickOn("before this draft");
    until(() -> table().getItems().isEmpty());
    assertThat(robot.lookup("Nothing of what you chose").tryQuery()).isPresent();
    robot.clickOn("Show all");
    until(() -> table().getItems().size() == all);
  }

  @Test
  void theKeyDoesItToo() throws TimeoutException {
    edit("Agent", "Agent");
    onFx(() -> {
      table().requestFocus();
      table().getSelectionModel().selectFirst();
    });
    robot.push(KeyCode.ALT, KeyCode.ENTER);
    until(() -> parents().equals(List.of("Agent")));
  }

  @Test
  void ofSeveralTheCuratorChooses() throws TimeoutException {
    edit("Agent", "agent");
    onFx(() -> {
      table().requestFocus();
      table().getSelectionModel().selectFirst();
    });
    assertThat(onFx(() -> ((Button) find(".fix-button")).getText()))
        .isEqualTo("Write Agent for agent\u2026");
    robot.push(KeyCode.ALT, KeyCode.ENTER);
    settle();
    assertThat(parents()).as("nothing before the choice").containsExactly("Agent", "agent");
    robot.push(KeyCode.DOWN);
    robot.push(KeyCode.ENTER);
    until(() -> parents().equals(List.of("Agent")));
  }
}
