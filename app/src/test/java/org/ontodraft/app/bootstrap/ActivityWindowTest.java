package org.ontodraft.app.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.app.ui.testing.FxTest.onFx;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.ontodraft.app.service.workspace.OpenRequest;
import org.ontodraft.app.ui.testing.Accessibility;
import org.ontodraft.app.ui.testing.FxTest;

/** What worked in the background, in the real window. */
@ExtendWith(FxTest.class)
class ActivityWindowTest {
  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init")
  private RealWindow window;

  @BeforeEach
  void start() throws Exception {
    window = new RealWindow(folder);
    window.open(new OpenRequest.Sample());
  }

  @AfterEach
  void stop() {
    window.close();
  }

  @Test
  void the_opening_and_what_came_of_it_are_listed_by_key() throws Exception {
    window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.A);
    Waiting.until("the opening", () -> shown().contains("Open a repository"));
    Waiting.until("the import", () -> shown().contains("Write the version into the store"));
    Waiting.until("the focus", () -> window.hasFocus(".activity .list-view"));
    window.press(KeyCode.F5);
    Waiting.until(
        "the fetch", () -> shown().stream().anyMatch(t -> t.startsWith("Fetch upstream")));
    assertThat(onFx(() -> Accessibility.unnamed(window.stage().getScene().getRoot()))).isEmpty();
  }

  @Test
  void by_the_button_at_the_foot_of_the_window() throws Exception {
    Waiting.until(
        "the button",
        () -> onFx(() -> window.robot().lookup("#status-jobs").tryQuery().isPresent()));
    window.robot().clickOn("#status-jobs");
    Waiting.until("the opening", () -> shown().contains("Open a repository"));
    window.robot().clickOn("Clear what ended");
    Waiting.until("nothing", () -> !shown().contains("Open a repository"));
  }

  private List<String> shown() {
    return onFx(() ->
        window.robot().lookup(".activity .label").queryAllAs(Labeled.class).stream()
            .map(Labeled::getText)
            .toList());
  }
}
