package org.ontodraft.app.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.app.ui.testing.FxTest.onFx;

import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import org.fxmisc.richtext.StyleClassedTextArea;
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

/** An entity's text in the real window: typed by keys, wrong, changed elsewhere, taken back. */
@ExtendWith(FxTest.class)
class EntityTextWindowTest {
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
        "{\n  \"id\": \"Person\",\n  \"label\": \"Person\",\n  \"description\": \"About\",\n"
            + "  \"wiki\": {\"kept\": [1.50]}\n}\n");
    upstream.commit("base");
    window.robot().targetWindow(window.stage());
    workspace = window.open(new OpenRequest.Folder(upstream.folder()));
    RealServices.done(workspace.startDraft("Texts"));
    until("the draft", () -> workspace.draft().get().isPresent());
    onFx(() -> window.navigator().orElseThrow().openEntity(PERSON));
    // The headless screen is not wider.
    onFx(() -> window.stage().setWidth(990));
    until("the form", () -> shown("#field-label"));
  }

  @AfterEach
  void stop() {
    window.close();
    upstream.close();
  }

  @Test
  void typedTextIsOneStepAndWrongTextStays() throws InterruptedException {
    showText();
    window.robot().clickOn("#raw-text");
    select("\"About\"");
    window.robot().write("\"All about\",\n  \"more\": [1, 2]");
    until("the edit", () -> document().contains("\"All about\"") && document().contains("[1,2]"));
    assertThat(document()).contains("\"kept\":[1.50]");
    assertThat(session().history().get().done().getLast().edits()).hasSize(1);
    assertThat(Accessibility.unnamed(window.stage().getScene().getRoot())).isEmpty();

    window.press(KeyCode.CONTROL, KeyCode.HOME);
    window.robot().write("x");
    until("the problem", () -> said("#raw-problem").startsWith("Not kept: line 1, column 1:"));
    assertThat(area().getText()).startsWith("x{");
    assertThat(document()).doesNotContain("x{");
    // Undo takes back what is typed, then the step.
    window.press(KeyCode.CONTROL, KeyCode.Z);
    until("as it was", () -> area().getText().startsWith("{"));
    until("no problem", () -> !shown("#raw-problem"));
    window.press(KeyCode.CONTROL, KeyCode.Z);
    until("the step back", () -> session().effective().get().changes().isEmpty());
    until("the text back", () -> area().getText().contains("\"About\""));
    assertThat(window.notices()).isEmpty();
  }

  @Test
  void whatComesMeanwhileIsToldAndChosenByKeys() throws InterruptedException {
    window.robot().clickOn("#field-label");
    onFx(() -> choice("Form").requestFocus());
    window.press(KeyCode.RIGHT);
    until("the text", () -> shown("#raw-text"));
    for (int i = 0; i < 12 && !window.hasFocus("#raw-text"); i++) {
      window.press(KeyCode.TAB);
    }
    assertThat(window.hasFocus("#raw-text")).isTrue();
    select("\"About\"");
    window.robot().write("\"Half");
    until("the problem", () -> said("#raw-problem").startsWith("Not kept: line 4"));
    RealServices.done(
        session()
            .setField(
                PERSON,
                "label",
                tools.jackson.databind.node.JsonNodeFactory.instance.stringNode("Human")));
    until("said", () -> said("#raw-note").startsWith("The entity was changed elsewhere"));
    assertThat(area().getText()).contains("\"Half").contains("\"Person\"");
    window.press(KeyCode.SHIFT, KeyCode.TAB);
    window.press(KeyCode.SPACE);
    until("theirs", () -> area().getText().contains("\"Human\""));
    assertThat(said("#raw-note")).startsWith("What you typed before is put aside");
  }

  @Test
  void megabytesAreNotPastedAndSaidSo() throws InterruptedException {
    showText();
    window.robot().clickOn("#raw-text");
    String before = area().getText();
    onFx(() -> {
      ClipboardContent content = new ClipboardContent();
      content.putString("word ".repeat(600_000));
      Clipboard.getSystemClipboard().setContent(content);
    });
    window.press(KeyCode.CONTROL, KeyCode.V);
    until("the word", () -> shown("Nothing was pasted"));
    assertThat(area().getText()).isEqualTo(before);
  }

  private Node choice(String text) {
    return onFx(() ->
        window.robot().lookup("#face").query().lookupAll(".toggle-button").stream()
            .filter(node -> ((Labeled) node).getText().equals(text))
            .findFirst()
            .orElseThrow());
  }

  private void showText() throws InterruptedException {
    onFx(() -> ((ToggleButton) choice("Text")).fire());
    until("the text", () -> shown("#raw-text"));
  }

  private StyleClassedTextArea area() {
    return onFx(() -> (StyleClassedTextArea) window.robot().lookup("#raw-text").query());
  }

  private void select(String text) {
    onFx(() -> {
      StyleClassedTextArea area = area();
      int at = area.getText().indexOf(text);
      area.selectRange(at, at + text.length());
    });
  }

  private String said(String selector) {
    return onFx(() ->
        window
            .robot()
            .lookup(selector)
            .tryQuery()
            .filter(Node::isVisible)
            .map(node -> ((Labeled) node).getText())
            .orElse(""));
  }

  private boolean shown(String what) {
    return onFx(() ->
        what.startsWith("#")
            ? window.robot().lookup(what).tryQuery().filter(EntityTextWindowTest::seen).isPresent()
            : window
                .robot()
                .lookup(node ->
                    node instanceof Labeled line
                        && line.getText() != null
                        && line.getText().startsWith(what)
                        && seen(node))
                .tryQuery()
                .isPresent());
  }

  private static boolean seen(Node node) {
    return node.isVisible() && (node.getParent() == null || seen(node.getParent()));
  }

  private String document() {
    return String.valueOf(session().effective().get().effectiveDocument(PERSON));
  }

  private DraftSession session() {
    return workspace.draft().get().orElseThrow();
  }

  private static void until(String what, BooleanSupplier holds) throws InterruptedException {
    for (int waited = 0; !holds.getAsBoolean(); waited++) {
      assertThat(waited).as("looks for " + what).isLessThan(200);
      Thread.sleep(50);
    }
    FxTest.settle();
  }
}
