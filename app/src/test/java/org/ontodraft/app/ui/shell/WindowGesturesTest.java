package org.ontodraft.app.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.app.ui.testing.FxTest.onFx;
import static org.ontodraft.app.ui.testing.FxTest.settle;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
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

/** What needs a real window: dragging does not work on the headless platform. */
@Tag("desktop")
@ExtendWith(FxTest.class)
class WindowGesturesTest {
  private final FxRobot robot = new FxRobot();
  private final WindowFixture window = onFx(() -> new WindowFixture());
  private final Stage stage = onFx(() -> new Stage());

  @BeforeEach
  void show() throws TimeoutException {
    onFx(() -> {
      Scene scene = new Scene(window.root(), 1200, 800);
      Screenshots.theme().attach(scene);
      stage.setScene(scene);
      stage.show();
      window.open(MemoryWorkspace.of(SampleFiles.files()));
    });
    WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> explorer().getWidth() > 0);
    settle();
  }

  @AfterEach
  void hide() {
    onFx(stage::hide);
  }

  private Region explorer() {
    return (Region) Objects.requireNonNull(window.root().lookup(".explorer-pane"));
  }

  @Test
  void theExplorerBeginsAsWideAsItWantsAndIsMadeWiderByDragging() {
    double before = onFx(() -> explorer().getWidth());
    assertThat(before).isBetween(300.0, 330.0);
    Node divider = Objects.requireNonNull(window.root().lookup(".split-pane-divider"));
    robot.moveTo(divider).press(MouseButton.PRIMARY).moveBy(120, 0).release(MouseButton.PRIMARY);
    settle();
    assertThat(onFx(() -> explorer().getWidth())).isBetween(before + 100, before + 140);
  }

  private Node tab(String name) {
    return onFx(() ->
        window.root().lookupAll(".tab").stream()
            .filter(node ->
                node.lookup(".tab-label") instanceof Labeled label && label.getText().equals(name))
            .findFirst()
            .orElseThrow());
  }

  private List<String> names(TabGroup side) {
    return onFx(
        () -> side.places().stream().map(place -> place.entity().orElseThrow().key()).toList());
  }

  @Test
  void aTabIsDraggedToTheOtherSideAndBack() throws TimeoutException {
    TabsViewModel tabs = window.viewModel().workbench().get().tabs();
    onFx(() -> {
      tabs.open(new Place.Entity(EntityKey.of(EntityType.CATEGORY, "Person")));
      tabs.open(new Place.Entity(EntityKey.of(EntityType.CATEGORY, "Student")));
    });
    settle();
    robot
        .moveTo(tab("Student"))
        .press(MouseButton.PRIMARY)
        .moveTo(stage.getX() + 1000, stage.getY() + 500);
    WaitForAsyncUtils.waitFor(
        5, TimeUnit.SECONDS, () -> onFx(() -> window.root().lookup(".tab-drop") != null));
    robot.release(MouseButton.PRIMARY);
    WaitForAsyncUtils.waitFor(
        5, TimeUnit.SECONDS, () -> names(tabs.right()).equals(List.of("Student")));
    assertThat(names(tabs.left())).containsExactly("Person");
    assertThat(onFx(() -> window.root().lookup(".tab-drop"))).isNull();
    WaitForAsyncUtils.sleep(500, TimeUnit.MILLISECONDS);
    robot.drag(tab("Student"), MouseButton.PRIMARY).dropTo(tab("Person"));
    WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> names(tabs.right()).isEmpty());
    assertThat(names(tabs.left())).containsExactlyInAnyOrder("Person", "Student");
  }
}
