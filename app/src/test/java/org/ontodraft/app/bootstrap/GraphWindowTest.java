package org.ontodraft.app.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.app.ui.testing.FxTest.onFx;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.ontodraft.app.service.workspace.OpenRequest;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.ui.testing.Accessibility;
import org.ontodraft.app.ui.testing.FxTest;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;

/** The graph of an entity in the real window, by mouse and again by keyboard alone. */
@ExtendWith(FxTest.class)
class GraphWindowTest {
  private static final EntityKey HERBARIUM = EntityKey.of(EntityType.CATEGORY, "Herbarium");

  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init")
  private RealWindow window;

  @BeforeEach
  void start() throws Exception {
    window = new RealWindow(folder);
    Workspace workspace = window.open(new OpenRequest.Sample());
    assertThat(workspace.effective().get().exists(HERBARIUM)).isTrue();
  }

  @AfterEach
  void stop() {
    window.close();
  }

  @Test
  void by_mouse_from_the_menu_of_the_explorer() throws Exception {
    onFx(() -> window.navigator().orElseThrow().reveal(HERBARIUM));
    Waiting.until("the row", () -> !texts("Herbarium").isEmpty());
    window.robot().clickOn("Herbarium").rightClickOn("Herbarium").clickOn("Show as a graph");
    Waiting.until("the graph", () -> tab().contains("Graph: Herbarium"));
    Waiting.until("the picture", () -> !nodes().isEmpty());
    window.robot().clickOn("Inheritance");
    Waiting.until("ancestors", () -> nodes().stream().anyMatch(n -> n.startsWith("Entity,")));
    window.robot().clickOn("Table");
    Waiting.until("the table", () -> shown(".graph-table"));
    window.robot().clickOn("Graph");
    Waiting.until("the picture again", () -> shown(".graph-canvas"));
    assertThat(onFx(() -> Accessibility.unnamed(window.stage().getScene().getRoot()))).isEmpty();
  }

  @Test
  void by_keyboard_from_the_entity() throws Exception {
    onFx(() -> window.navigator().orElseThrow().openEntity(HERBARIUM));
    Waiting.until("the entity", () -> tab().contains("Herbarium"));
    window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.G);
    Waiting.until("the graph", () -> tab().contains("Graph: Herbarium"));
    Waiting.until("the focus on the focus", () -> focused().startsWith("Herbarium, category"));
    window.press(KeyCode.UP);
    Waiting.until("its parent", () -> focused().startsWith("Organization, category"));
    int before = nodes().size();
    window.press(KeyCode.ADD);
    Waiting.until("more of it", () -> nodes().size() > before);
    window.press(KeyCode.T);
    Waiting.until("the table", () -> window.hasFocus(".graph-table"));
    window.press(KeyCode.T);
    Waiting.until("the node again", () -> focused().startsWith("Organization, category"));
    window.press(KeyCode.G);
    Waiting.until("another graph", () -> tab().contains("Graph: Organization"));
    Waiting.until("its focus", () -> focused().startsWith("Organization, category"));
    window.press(KeyCode.ENTER);
    Waiting.until("the entity itself", () -> tab().contains("Organization"));
  }

  private List<String> tab() {
    return onFx(() ->
        window.robot().lookup(".tab:selected .tab-label").queryAllAs(Label.class).stream()
            .map(Label::getText)
            .toList());
  }

  private List<String> texts(String text) {
    return onFx(() ->
        window.robot().lookup(text).queryAll().stream()
            .filter(node -> !(node instanceof TreeView<?>))
            .map(Node::toString)
            .toList());
  }

  private List<String> nodes() {
    return onFx(() ->
        window.robot().lookup(".graph-node").queryAll().stream()
            .map(node -> String.valueOf(node.queryAccessibleAttribute(AccessibleAttribute.TEXT)))
            .toList());
  }

  private boolean shown(String selector) {
    return onFx(
        () -> window.robot().lookup(selector).tryQuery().filter(Node::isVisible).isPresent());
  }

  private String focused() {
    return onFx(() -> {
      Node owner = window.stage().getScene().getFocusOwner();
      return owner == null ? "" : String.valueOf(owner.getAccessibleText());
    });
  }
}
