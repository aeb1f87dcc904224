package org.ontodraft.app.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.app.ui.testing.FxTest.onFx;

import javafx.scene.control.Hyperlink;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.testing.RealServices;
import org.ontodraft.app.ui.testing.Accessibility;
import tools.jackson.databind.node.StringNode;

/** Another draft that changes the same is said beside the field and in the panel, and looked at. */
class RadarWindowTest extends PullRequestWindow {
  @Override
  void prepare() {
    upstream
        .file(
            "categories/A.json",
            "{\n  \"id\": \"A\",\n  \"label\": \"A\",\n  \"description\": \"About\"\n}\n")
        .commit("described");
  }

  @Test
  void aFieldThatAnotherDraftChangesIsMarkedWhileTyping() throws InterruptedException {
    set("label", "A");
    Workspace workspace = window.workspace().orElseThrow();
    DraftSession other = RealServices.done(workspace.startDraft("Other words"));
    RealServices.done(other.setField(A, "label", StringNode.valueOf("Human")));
    RealServices.done(workspace.openDraft(draft.id()));
    onFx(() -> {
      window.navigator().ifPresent(now -> now.openEntity(A));
      return null;
    });
    Waiting.until("the form", () -> isShown("#field-label"));
    assertThat(isShown("#encounters")).isFalse();
    window.robot().targetWindow(window.stage()).clickOn("#field-label .text-field");
    window.press(KeyCode.CONTROL, KeyCode.A);
    window.robot().write("Somebody");
    window.press(KeyCode.ENTER);
    Waiting.until("the section", () -> isShown("#encounters"));
    Waiting.until(
        "the mark",
        () ->
            words("#field-label").stream()
                .anyMatch(text -> text.contains("Draft \u201cOther words\u201d")));
    assertThat(words("#encounters")).contains("Both change: Label");
    assertThat(words("#field-description")).noneMatch(text -> text.startsWith("Also changed"));
    assertThat(Accessibility.unnamed(window.stage().getScene().getRoot())).isEmpty();
    onFx(() -> {
      ((Hyperlink) window.robot().lookup("#encounters .hyperlink").query()).fire();
      return null;
    });
    Waiting.until(
        "the comparison",
        () ->
            words(".root").stream()
                .anyMatch(text -> text.contains("draft \u201cOther words\u201d")));
    assertThat(window.notices()).isEmpty();
  }
}
