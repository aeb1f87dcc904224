package org.ontodraft.app.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.app.ui.testing.FxTest.onFx;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.service.workspace.OpenRequest;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.testing.GitHistory;
import org.ontodraft.app.testing.RealServices;
import org.ontodraft.app.ui.testing.Accessibility;
import org.ontodraft.app.ui.testing.FxTest;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import tools.jackson.databind.node.StringNode;

/** Another draft that changes the same is said beside the field and in the panel, and looked at. */
@ExtendWith(FxTest.class)
class RadarWindowTest {
  private static final EntityKey PERSON = EntityKey.of(EntityType.CATEGORY, "Person");

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  @SuppressWarnings("NullAway.Init")
  private RealWindow window;

  @SuppressWarnings("NullAway.Init")
  private GitHistory upstream;

  @SuppressWarnings("NullAway.Init")
  private Workspace workspace;

  @BeforeEach
  void start() throws InterruptedException {
    window = new RealWindow(folder);
    upstream = GitHistory.bare(folder.resolve("people.git"));
    upstream.file(
        "categories/Person.json",
        "{\n  \"id\": \"Person\",\n  \"label\": \"Person\",\n  \"description\": \"About\"\n}\n");
    upstream.commit("base");
    window.robot().targetWindow(window.stage());
    workspace = window.open(new OpenRequest.Folder(upstream.folder()));
    DraftSession other = RealServices.done(workspace.startDraft("Other words"));
    RealServices.done(other.setField(PERSON, "label", StringNode.valueOf("Human")));
    RealServices.done(workspace.startDraft("Mine"));
    onFx(() -> window.navigator().orElseThrow().openEntity(PERSON));
    until(
        "the form", () -> onFx(() -> window.robot().lookup("#field-label").tryQuery().isPresent()));
  }

  @AfterEach
  void stop() {
    window.close();
    upstream.close();
  }

  @Test
  void aFieldThatAnotherDraftChangesIsMarkedWhileTyping() throws InterruptedException {
    assertThat(seen("#encounters")).isFalse();
    window.robot().clickOn("#field-label .text-field");
    window.press(KeyCode.CONTROL, KeyCode.A);
    window.robot().write("Somebody");
    window.press(KeyCode.ENTER);
    until("the section", () -> seen("#encounters"));
    until(
        "the mark",
        () ->
            words("#field-label").stream()
                .anyMatch(text -> text.contains("Draft \u201cOther words\u201d")));
    assertThat(words("#encounters")).contains("Both change: Label");
    assertThat(words("#field-description")).noneMatch(text -> text.startsWith("Also changed"));
    assertThat(Accessibility.unnamed(window.stage().getScene().getRoot())).isEmpty();
    onFx(() -> ((Hyperlink) window.robot().lookup("#encounters .hyperlink").query()).fire());
    until(
        "the comparison",
        () ->
            words(".root").stream()
                .anyMatch(text -> text.contains("draft \u201cOther words\u201d")));
    assertThat(window.notices()).isEmpty();
  }

  private boolean seen(String selector) {
    return onFx(
        () -> window.robot().lookup(selector).tryQuery().filter(Node::isVisible).isPresent());
  }

  private List<String> words(String selector) {
    return onFx(() ->
        window.robot().lookup(selector).query().lookupAll(".text").stream()
            .filter(Text.class::isInstance)
            .map(text -> ((Text) text).getText())
            .toList());
  }

  private static void until(String what, BooleanSupplier holds) throws InterruptedException {
    for (int waited = 0; !holds.getAsBoolean(); waited++) {
      assertThat(waited).as("looks for " + what).isLessThan(200);
      Thread.sleep(50);
    }
    FxTest.settle();
  }
}
