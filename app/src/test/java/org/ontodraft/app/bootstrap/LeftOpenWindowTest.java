package org.ontodraft.app.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.app.ui.testing.FxTest.onFx;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.ontodraft.app.service.workspace.OpenRequest;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.testing.RealServices;
import org.ontodraft.app.ui.testing.FxTest;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;

/** Whoever starts the program again goes on where it was left, the draft among it. */
@ExtendWith(FxTest.class)
class LeftOpenWindowTest {
  private static final EntityKey HERBARIUM = new EntityKey(EntityType.CATEGORY, "Herbarium");

  @TempDir Path folder;

  @Test
  void a_draft_left_open_is_open_again_and_a_closed_one_stays_closed() throws Exception {
    try (RealWindow window = new RealWindow(folder)) {
      Workspace workspace = window.open(new OpenRequest.Sample());
      RealServices.done(workspace.startDraft("Left open"));
      onFx(() -> window.navigator().orElseThrow().openEntity(HERBARIUM));
      Waiting.until("the draft on the bar", () -> shows(window, "Left open"));
      FxTest.settle();
    }
    try (RealWindow window = new RealWindow(folder)) {
      Workspace workspace = window.open(new OpenRequest.Sample());
      Waiting.until("the draft", () -> workspace.draft().get().isPresent());
      Waiting.until("the draft on the bar", () -> shows(window, "Left open"));
      window.command("draft.close");
      Waiting.until("no draft", () -> workspace.draft().get().isEmpty());
      FxTest.settle();
    }
    try (RealWindow window = new RealWindow(folder)) {
      Workspace workspace = window.open(new OpenRequest.Sample());
      window.rest();
      assertThat(workspace.draft().get()).isEmpty();
      assertThat(shows(window, "Left open")).isFalse();
    }
  }

  private static boolean shows(RealWindow window, String title) {
    return onFx(() ->
        window.robot().lookup(".switcher .strong-text").queryLabeled().getText().equals(title));
  }
}
