package org.ontodraft.app.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.app.ui.testing.FxTest.onFx;
import static org.ontodraft.app.ui.testing.FxTest.settle;

import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.ontodraft.app.testing.MemoryWorkspace;
import org.ontodraft.app.ui.testing.FxTest;
import org.ontodraft.app.ui.testing.SampleFiles;
import org.ontodraft.app.ui.testing.Screenshots;
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
}
