package org.ontodraft.app.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.app.ui.testing.FxTest.onFx;

import java.nio.file.Path;
import java.util.List;
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

  @Test
  void panes_that_were_hidden_stay_hidden_until_they_are_asked_for() throws Exception {
    try (RealWindow window = new RealWindow(folder)) {
      window.open(new OpenRequest.Sample());
      onFx(() -> window.navigator().orElseThrow().openEntity(HERBARIUM));
      Waiting.until("both panes", () -> panes(window).equals(List.of(true, true)));
      window.command("view.explorer");
      window.command("view.inspector");
      Waiting.until("neither pane", () -> panes(window).equals(List.of(false, false)));
      FxTest.settle();
    }
    try (RealWindow window = new RealWindow(folder)) {
      window.open(new OpenRequest.Sample());
      window.rest();
      assertThat(panes(window)).containsExactly(false, false);
      window.command("entity.reveal");
      Waiting.until("the explorer", () -> panes(window).equals(List.of(true, false)));
      window.command("view.inspector");
      Waiting.until("the inspector", () -> panes(window).equals(List.of(true, true)));
      FxTest.settle();
    }
    try (RealWindow window = new RealWindow(folder)) {
      window.open(new OpenRequest.Sample());
      Waiting.until("both panes again", () -> panes(window).equals(List.of(true, true)));
    }
  }

  /** Whether the explorer is shown, and the inspector. */
  private static List<Boolean> panes(RealWindow window) {
    return onFx(() ->
        List.of(
            window.robot().lookup("#explorerPane").tryQuery().isPresent(),
            window.robot().lookup("#inspectorPane").tryQuery().isPresent()));
  }

  private static boolean shows(RealWindow window, String title) {
    return onFx(() ->
        window.robot().lookup(".switcher .strong-text").queryLabeled().getText().equals(title));
  }
}
