package org.ontodraft.app.ui.shell;

import static org.ontodraft.app.ui.testing.FxTest.onFx;
import static org.ontodraft.app.ui.testing.FxTest.settle;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.ontodraft.app.testing.MemoryWorkspace;
import org.ontodraft.app.ui.common.Place;
import org.ontodraft.app.ui.testing.FxTest;
import org.ontodraft.app.ui.testing.SampleFiles;
import org.ontodraft.app.ui.testing.Screenshots;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/**
 * A window on the screen, with hands: over a workspace in memory and with plain pages. What its
 * tests have in common.
 */
@ExtendWith(FxTest.class)
abstract class ShownWindow {
  static final EntityKey PERSON = EntityKey.of(EntityType.CATEGORY, "Person");
  final FxRobot robot = new FxRobot();
  final MemoryWorkspace workspace = MemoryWorkspace.of(SampleFiles.files());
  final WindowFixture window = onFx(() -> new WindowFixture());
  final Stage stage = onFx(() -> new Stage());

  @BeforeEach
  void show() {
    onFx(() -> {
      Scene scene = new Scene(window.root(), 980, 900);
      Screenshots.theme().attach(scene);
      window.actions().install(scene);
      stage.setScene(scene);
      stage.show();
      stage.requestFocus();
    });
    settle();
  }

  @AfterEach
  void hide() {
    onFx(stage::hide);
  }

  void open() throws TimeoutException {
    onFx(() -> window.open(workspace));
    until(() -> tree().getExpandedItemCount() > 5);
  }

  static void until(Callable<Boolean> holds) throws TimeoutException {
    WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> onFx(holds));
    settle();
  }

  @SuppressWarnings("unchecked")
  TreeView<Object> tree() {
    return (TreeView<Object>) find(".tree-view");
  }

  TextField filter() {
    return (TextField) find(".filter-field");
  }

  Node find(String selector) {
    return Objects.requireNonNull(window.root().lookup(selector), selector);
  }

  List<String> rows() {
    return onFx(() -> {
      TreeView<Object> tree = tree();
      return IntStream.range(0, tree.getExpandedItemCount())
          .mapToObj(row -> nameOf(tree.getTreeItem(row)))
          .toList();
    });
  }

  static String nameOf(@Nullable TreeItem<Object> item) {
    if (item == null) {
      return "";
    }
    String text = item.getValue().toString();
    return text.startsWith("Section")
        ? text.replaceAll("Section\\[type=(\\w+),.*", "$1")
        : text.replaceAll(".*label=([^,]+),.*", "$1");
  }

  TabPane tabs() {
    return (TabPane) find("#tabs");
  }

  void openEntity(String key) {
    onFx(() ->
        window
            .viewModel()
            .workbench()
            .get()
            .tabs()
            .open(new Place.Entity(EntityKey.of(EntityType.CATEGORY, key))));
    settle();
  }

  List<String> tabNames() {
    return onFx(() -> tabs().getTabs().stream().map(Tab::getText).toList());
  }

  String frontName() {
    return onFx(() -> tabs().getSelectionModel().getSelectedItem().getText());
  }

  Node focused() {
    return Objects.requireNonNull(stage.getScene().getFocusOwner());
  }

  void press(KeyCode key) {
    robot.type(key);
    settle();
  }

  static boolean isWithin(@Nullable Node node, Node pane) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at.equals(pane)) {
        return true;
      }
    }
    return false;
  }
}
