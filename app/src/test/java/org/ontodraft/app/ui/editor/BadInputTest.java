package org.ontodraft.app.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.app.ui.editor.FxFixture.until;
import static org.ontodraft.app.ui.testing.FxTest.onFx;
import static org.ontodraft.app.ui.testing.FxTest.settle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.fxmisc.richtext.StyleClassedTextArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.ontodraft.app.ui.editor.EntityViewModel.Face;
import org.ontodraft.app.ui.testing.FxTest;
import org.ontodraft.app.ui.testing.Screenshots;
import org.testfx.api.FxRobot;

/** What nobody should have typed, pasted or written, in the panel's form and text. */
@ExtendWith(FxTest.class)
class BadInputTest {
  private final FxRobot robot = new FxRobot();
  private final Stage stage = onFx(() -> new Stage());
  private final List<EntityPage> pages = new ArrayList<>();
  private FxFixture at = FxFixture.of(EditorFixture.files());

  private EntityViewModel show(String key) {
    at.workspace.withDraft();
    EntityViewModel panel = at.open(key);
    pages.add(
        onFx(() -> {
          EntityPage made = new EntityPage(panel, at.tools);
          Scene scene = new Scene(new VBox(made.content()), 960, 940);
          Screenshots.theme().attach(scene);
          stage.setScene(scene);
          stage.show();
          return made;
        }));
    settle();
    // Rows come by and by.
    until(() -> stage.getScene().getRoot().lookupAll(".field-row").size() >= panel.fields().size());
    return panel;
  }

  @AfterEach
  void close() {
    onFx(() -> {
      pages.forEach(EntityPage::close);
      stage.close();
    });
    at.close();
    assertThat(at.faults).isEmpty();
  }

  @Test
  void megabytesPastedIntoFieldsAreRefusedWithASentence() {
    show("category:Person");
    clipboard("word ".repeat(600_000));
    for (String field : List.of("label", "description")) {
      TextInputControl input = input(field);
      String before = input.getText();
      onFx(input::requestFocus);
      robot.push(KeyCode.SHORTCUT, KeyCode.V);
      until(
          () -> said("field-" + field).stream().anyMatch(s -> s.startsWith("Nothing was pasted")));
      assertThat(input.getText()).isEqualTo(before);
    }
    assertThat(at.workspace.store().log()).isEmpty();
    assertThat(onFx(() -> Clipboard.getSystemClipboard().getString())).hasSize(3_000_000);
  }

  @Test
  void labelsOfManyCharactersFromRightToLeftAndWithEmojiAreKeptAsTyped() {
    EntityViewModel panel = show("category:Person");
    TextFieldViewModel label = EditorFixture.field(panel, "label");
    for (String text :
        List.of(
            "\u05d0\u05d3\u05dd \u0634\u062e\u0635",
            "\ud83d\udc69\u200d\ud83d\udd2c \ud83c\uddea\ud83c\uddfa",
            "L".repeat(5_000))) {
      onFx(() -> {
        label.text().set(text);
        label.commit();
      });
      until(() -> at.document("category:Person").label().equals(Optional.of(text)));
      until(() -> panel.title().get().equals(text));
      assertThat(input("label").getText()).isEqualTo(text);
    }
    // However long it is, what can be done with the entity stays in sight.
    Node faces = onFx(() -> stage.getScene().lookup("#face"));
    until(() -> faces.localToScene(faces.getBoundsInLocal()).getMaxX() <= 960);
  }

  @Test
  void aValueOfAMegabyteIsShownByItsBeginningAndKept() {
    String text = "x".repeat(1_000_000);
    Map<String, String> files = EditorFixture.files();
    EditorFixture.put(files, "categories/Long", "'label':'Long','description':'" + text + "'");
    at.close();
    at = FxFixture.of(files);
    EntityViewModel panel = show("category:Long");
    TextInputControl description = input("description");
    assertThat(description.getText()).hasSize(2_000);
    assertThat(description.isEditable()).isFalse();
    assertThat(said("field-description")).anyMatch(s -> s.startsWith("Only the beginning"));
    onFx(() -> panel.show(Face.RAW));
    until(() -> stage.getScene().lookup("#raw-text") != null);
    StyleClassedTextArea raw =
        onFx(() -> (StyleClassedTextArea) stage.getScene().lookup("#raw-text"));
    assertThat(raw.isEditable()).isFalse();
    assertThat(onFx(raw::getLength)).isLessThan(20_000);
    onFx(panel::commit);
    settle();
    assertThat(at.document("category:Long").description()).contains(text);
    assertThat(at.workspace.store().log()).isEmpty();
  }

  @Test
  void controlCharactersArePastedWithoutAndSaidSo() {
    EntityViewModel panel = show("template:Page");
    StyleClassedTextArea area =
        onFx(() ->
            (StyleClassedTextArea) stage.getScene().lookup("#field-wikitext").lookup(".code-area"));
    clipboard("{{a\u0000\u0007|b\u001b=c}}");
    onFx(() -> {
      area.requestFocus();
      area.selectAll();
    });
    robot.push(KeyCode.SHORTCUT, KeyCode.V);
    until(
        () -> said("field-wikitext").contains("Pasted without 3 characters that cannot be seen."));
    until(() -> at.document("template:Page").text("wikitext").equals(Optional.of("{{a|b=c}}")));
    assertThat(panel.raw().problem().get()).isNull();
  }

  @Test
  void anEntityOfAHundredFieldsHasThemAllAfterAWhile() {
    Map<String, String> files = EditorFixture.files();
    StringBuilder members = new StringBuilder("'label':'Many','category':'Thing'");
    for (int i = 0; i < 100; i++) {
      members.append(",'Has_").append(i).append("':'").append(i).append("'");
    }
    EditorFixture.put(files, "resources/Thing/Many", members.toString());
    at.close();
    at = FxFixture.of(files);
    EntityViewModel panel = show("resource:Thing/Many");
    until(() -> stage.getScene().lookup("#field-Has_99") != null);
    assertThat(onFx(() -> stage.getScene().getRoot().lookupAll(".field-row")))
        .hasSize(panel.fields().size());
  }

  private TextInputControl input(String field) {
    return onFx(
        () -> (TextInputControl) stage.getScene().lookup("#field-" + field).lookup(".text-input"));
  }

  private List<String> said(String within) {
    return onFx(() ->
        stage.getScene().lookup("#" + within).lookupAll(".label").stream()
            .filter(Labeled.class::isInstance)
            .filter(Node::isVisible)
            .map(node -> ((Labeled) node).getText())
            .toList());
  }

  private static void clipboard(String text) {
    onFx(() -> {
      ClipboardContent content = new ClipboardContent();
      content.putString(text);
      Clipboard.getSystemClipboard().setContent(content);
    });
  }

  @Test
  void ofASchemaThatTiesFieldsToEachOtherTheTextIsShownWithTheReason() throws Exception {
    Map<String, String> files = EditorFixture.files();
    files.put(
        "properties/_schema.json",
        """
        {"type": "object", "required": ["id"],
         "if": {"properties": {"datatype": {"const": "Number"}}, "required": ["datatype"]},
         "then": {"properties": {"cardinality": {"const": "single"}}}}
        """);
    at.close();
    at = FxFixture.of(files);
    EntityViewModel panel = show("property:Has_height");
    assertThat(onFx(() -> panel.face().get())).isEqualTo(EntityViewModel.Face.RAW);
    Label said = (Label) onFx(() -> stage.getScene().lookup(".too-large"));
    assertThat(onFx(() -> said.isVisible())).isTrue();
    assertThat(onFx(() -> said.getText())).contains("if", "properties/_schema.json");
    onFx(() -> panel.show(EntityViewModel.Face.FORM));
    assertThat(onFx(() -> panel.face().get())).isEqualTo(EntityViewModel.Face.RAW);

    EntityViewModel other = show("category:Person");
    assertThat(onFx(() -> other.face().get())).isEqualTo(EntityViewModel.Face.FORM);
  }
}
