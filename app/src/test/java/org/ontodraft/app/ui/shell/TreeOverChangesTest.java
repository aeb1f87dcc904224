package org.ontodraft.app.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.app.ui.testing.FxTest.onFx;
import static org.ontodraft.app.ui.testing.FxTest.settle;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.ontodraft.app.task.Progress;
import org.ontodraft.app.testing.MemoryWorkspace;
import org.ontodraft.app.ui.testing.FxTest;
import org.ontodraft.app.ui.testing.SampleFiles;
import org.ontodraft.app.ui.testing.Screenshots;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.testfx.util.WaitForAsyncUtils;
import tools.jackson.databind.node.StringNode;

/** What is open, selected and in sight in the tree, over everything that changes what it shows. */
@ExtendWith(FxTest.class)
class TreeOverChangesTest {
  private static final int CHILDREN = 120;

  private final MemoryWorkspace workspace = MemoryWorkspace.of(files());
  private final WindowFixture window = onFx(() -> new WindowFixture());
  private final Stage stage = onFx(() -> new Stage());

  private static Map<String, String> files() {
    Map<String, String> files = new LinkedHashMap<>(SampleFiles.files());
    for (int i = 0; i < CHILDREN; i++) {
      files.put("categories/" + name(i) + ".json", category(name(i), "Staff", "About"));
    }
    return files;
  }

  private static String name(int i) {
    return "Job_%03d".formatted(i);
  }

  private static String category(String key, String parent, String description) {
    return "{\"id\": \"%s\", \"label\": \"%s\", \"description\": \"%s\", \"parents\": [\"%s\"]}\n"
        .formatted(key, key, description, parent);
  }

  @BeforeEach
  void open() throws TimeoutException {
    workspace.withDraft();
    onFx(() -> {
      Scene scene = new Scene(window.root(), 980, 700);
      Screenshots.theme().attach(scene);
      stage.setScene(scene);
      stage.show();
      window.open(workspace);
    });
    until(() -> tree().getExpandedItemCount() > 5);
  }

  @AfterEach
  void hide() {
    onFx(stage::hide);
  }

  private static void until(Callable<Boolean> holds) throws TimeoutException {
    WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> onFx(holds));
    settle();
  }

  @SuppressWarnings("unchecked")
  private TreeView<Object> tree() {
    return (TreeView<Object>) Objects.requireNonNull(window.root().lookup(".tree-view"));
  }

  private static EntityKey key(String name) {
    return EntityKey.of(EntityType.CATEGORY, name);
  }

  /** The rows by their texts, the selected one and the first in sight. */
  private record Sight(List<String> rows, String selected, int first) {}

  private Sight sight() {
    return onFx(() -> {
      TreeView<Object> tree = tree();
      VirtualFlow<?> flow = (VirtualFlow<?>) Objects.requireNonNull(tree.lookup(".virtual-flow"));
      return new Sight(
          IntStream.range(0, tree.getExpandedItemCount())
              .mapToObj(row -> placeOf(tree.getTreeItem(row)))
              .toList(),
          placeOf(tree.getSelectionModel().getSelectedItem()),
          flow.getFirstVisibleCell().getIndex());
    });
  }

  private static String placeOf(TreeItem<Object> item) {
    String text = item.getValue().toString();
    return text.startsWith("Section")
        ? text.replaceAll(".*type=(\\w+).*", "$1")
        : text.replaceAll(".*?place=(Place\\[.*?\\]\\]).*", "$1");
  }

  private void changes(int count) throws TimeoutException {
    until(() -> window.viewModel().workbench().get().changes().get() == count);
    // The tree has taken it up once its first row counts it.
    until(() -> tree().getTreeItem(0).getValue().toString().contains("changedBelow=" + count));
  }

  @Test
  void whatIsOpenSelectedAndInSightStays() throws TimeoutException {
    EntityKey chosen = key(name(80));
    onFx(() -> window.view().workbench().orElseThrow().explorer().reveal(chosen));
    until(() -> {
      TreeItem<Object> selected = tree().getSelectionModel().getSelectedItem();
      return selected != null && selected.getValue().toString().contains(name(80));
    });
    Sight before = sight();
    assertThat(before.first()).as("scrolled").isGreaterThan(40);
    assertThat(before.rows()).hasSizeGreaterThan(CHILDREN);

    workspace.session().setField(chosen, "description", StringNode.valueOf("Mine"));
    changes(1);
    assertThat(sight()).as("after an edit").isEqualTo(before);
    onFx(() -> window.viewModel().workbench().get().undo());
    changes(0);
    assertThat(sight()).as("after an undo").isEqualTo(before);
    onFx(() -> window.viewModel().workbench().get().redo());
    changes(1);
    workspace.commitUpstream(
        Map.of("categories/" + name(3) + ".json", category(name(3), "Staff", "Upstream's")));
    workspace.refresh(Progress.none());
    until(() -> workspace.forecast().get().isPresent());
    assertThat(sight()).as("after a sync").isEqualTo(before);
    workspace.rebaseDraft();
    until(() -> workspace.forecast().get().isEmpty());
    changes(1);
    assertThat(workspace.effective().get().document(key(name(3))).description())
        .contains("Upstream's");
    assertThat(sight()).as("after a move to the newer version").isEqualTo(before);
  }
}
