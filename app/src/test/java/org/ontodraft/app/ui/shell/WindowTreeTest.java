package org.ontodraft.app.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.app.ui.testing.FxTest.onFx;

import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import tools.jackson.databind.node.StringNode;

/** The tree in the window: filtered, opened from, kept over edits. */
class WindowTreeTest extends ShownWindow {
  @Test
  void filterAndOpenByKeyboard() throws TimeoutException {
    open();
    assertThat(onFx(() -> tree().isFocused())).isTrue();
    robot.write("/");
    until(() -> filter().isFocused());
    robot.write("stud");
    until(() -> rows().contains("Student") && !rows().contains("Funding"));
    assertThat(rows()).contains("Agent", "Person");
    robot.type(KeyCode.ENTER);
    until(() -> tree().isFocused());
    robot.type(KeyCode.ENTER);
    until(() -> !tabs().getTabs().isEmpty());
    assertThat(onFx(() -> tabs().getTabs().getFirst().getText())).isEqualTo("Student");
    onFx(() -> filter().requestFocus());
    robot.type(KeyCode.ESCAPE);
    until(() -> rows().contains("Funding"));
    assertThat(onFx(() -> filter().getText())).isEmpty();
  }

  @Test
  void whatIsOpenAndSelectedStaysSoOverAnEdit() throws TimeoutException {
    workspace.withDraft();
    open();
    onFx(() -> window.view().workbench().orElseThrow().explorer().reveal(PERSON));
    until(() -> rows().contains("Person"));
    List<String> before = rows();
    workspace.session().setField(PERSON, "description", StringNode.valueOf("Changed"));
    until(() -> window.viewModel().workbench().get().changes().get() == 1);
    workspace
        .session()
        .setField(
            EntityKey.of(EntityType.CATEGORY, "Funding"), "label", StringNode.valueOf("Grant"));
    until(() -> rows().contains("Grant"));
    assertThat(rows()).hasSameSizeAs(before).contains("Person");
    assertThat(onFx(() -> nameOf(tree().getSelectionModel().getSelectedItem())))
        .isEqualTo("Person");
  }

  @Test
  void whatIsTypedInTheTreeFiltersIt() throws TimeoutException {
    open();
    onFx(() -> tree().requestFocus());
    List<String> before = onFx(this::rows);
    robot.write("fun");
    until(() -> rows().contains("Funding") && rows().size() < before.size());
    robot.push(KeyCode.ESCAPE);
    until(() -> rows().equals(before));
  }

  @Test
  void whatIsOpenIsShownInTheTreeAtEveryPlace() throws TimeoutException {
    open();
    openEntity("Student");
    robot.push(KeyCode.CONTROL, KeyCode.B);
    until(() -> window.root().lookup(".explorer-pane") == null);
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);
    until(() -> focused() instanceof TreeView<?>);
    until(() -> nameOf(tree().getSelectionModel().getSelectedItem()).equals("Student"));
    onFx(() -> filter().setText("fund"));
    until(() -> !rows().contains("Student"));
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);
    until(() -> nameOf(tree().getSelectionModel().getSelectedItem()).equals("Student"));
    assertThat(onFx(() -> filter().getText())).isEmpty();
  }
}
