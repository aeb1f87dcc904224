package org.ontodraft.app.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.app.ui.editor.FxFixture.until;
import static org.ontodraft.app.ui.testing.FxTest.onFx;
import static org.ontodraft.app.ui.testing.FxTest.settle;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.ontodraft.app.task.Progress;
import org.ontodraft.app.ui.testing.FxTest;
import org.ontodraft.app.ui.testing.Screenshots;
import org.testfx.api.FxRobot;

/** What happens to the form of an entity while upstream moves, and how much it can be asked for. */
@ExtendWith(FxTest.class)
class UnderTheFormTest {
  private final FxRobot robot = new FxRobot();
  private final Stage stage = onFx(() -> new Stage());

  private EntityPage show(FxFixture at, String key) {
    at.workspace.withDraft();
    EntityViewModel panel = at.open(key);
    EntityPage page =
        onFx(() -> {
          EntityPage made = new EntityPage(panel, at.tools);
          Scene scene = new Scene(new VBox(made.content()), 960, 940);
          Screenshots.theme().attach(scene);
          stage.setScene(scene);
          stage.show();
          stage.requestFocus();
          return made;
        });
    settle();
    return page;
  }

  @AfterEach
  void close() {
    onFx(stage::close);
  }

  private TextInputControl description() {
    return (TextInputControl)
        onFx(() ->
            Objects.requireNonNull(
                stage.getScene().lookup("#field-description").lookup(".text-input")));
  }

  @Test
  void whatIsTypedStaysWhileUpstreamChangesTheSameFile() {
    try (FxFixture at = FxFixture.of(EditorFixture.files())) {
      EntityPage page = show(at, "category:Person");
      TextInputControl field = description();
      onFx(() -> {
        field.requestFocus();
        field.end();
      });
      robot.write(" and m");
      at.workspace.commitUpstream(
          Map.of(
              "categories/Person.json",
              "{\"id\":\"Person\",\"label\":\"Person\",\"description\":\"Upstream's words\"}\n"));
      at.workspace.refresh(Progress.none());
      robot.write("ore");
      settle();
      assertThat(onFx(() -> field.getText())).isEqualTo("About Person and more");
      assertThat(onFx(() -> description() == field)).as("the same field").isTrue();
      robot.push(KeyCode.TAB);
      until(() ->
          at.document("category:Person")
              .description()
              .equals(Optional.of("About Person and more")));
      assertThat(at.workspace.forecast().get().orElseThrow().plan().clean())
          .as("both changed it: the move asks")
          .isFalse();
      onFx(page::close);
    }
  }

  @Test
  void aCategoryOfFiveThousandPropertiesIsShownAndEdited() {
    Map<String, String> files = EditorFixture.files();
    String listed =
        IntStream.range(0, 5_000).mapToObj("'Has_p%d'"::formatted).collect(Collectors.joining(","));
    EditorFixture.put(
        files,
        "categories/Wide",
        "'label':'Wide','description':'Very','optional_properties':[" + listed + "]");
    try (FxFixture at = FxFixture.of(files)) {
      EntityPage page = show(at, "category:Wide");
      until(() -> stage.getScene().lookup(".item-cell") != null);
      assertThat(onFx(() -> stage.getScene().getRoot().lookupAll(".item-cell")))
          .as("rows in sight, not all of them")
          .hasSizeLessThan(60);
      TextInputControl field = description();
      onFx(() -> {
        field.requestFocus();
        field.end();
      });
      robot.write(" wide");
      robot.push(KeyCode.TAB);
      until(() -> at.document("category:Wide").description().equals(Optional.of("Very wide")));
      assertThat(at.document("category:Wide").texts("optional_properties")).hasSize(5_000);
      onFx(page::close);
    }
  }
}
