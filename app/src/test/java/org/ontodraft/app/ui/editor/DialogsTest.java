package org.ontodraft.app.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.app.ui.editor.FxFixture.until;
import static org.ontodraft.app.ui.testing.FxTest.onFx;

import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.DialogPane;
import javafx.scene.control.TextInputControl;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.ontodraft.app.ui.common.Dialogs;
import org.ontodraft.app.ui.testing.Accessibility;
import org.ontodraft.app.ui.testing.FxTest;
import org.ontodraft.app.ui.testing.Screenshots;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.testfx.api.FxRobot;

/** Creating through its dialog. */
@ExtendWith(FxTest.class)
class DialogsTest {
  private final FxFixture at = FxFixture.of(EditorFixture.files());
  private final FxRobot robot = new FxRobot();
  private final EntityDialogs dialogs =
      new EntityDialogs(
          at.workspace,
          at.edits,
          at.tasks,
          at.navigator,
          at.pause,
          new Dialogs(at.texts, Screenshots.theme(), () -> null),
          at.errors,
          at.texts,
          Runnable::run);

  @AfterEach
  void close() {
    at.close();
    assertThat(at.faults).isEmpty();
  }

  @Test
  void anEntityIsCreatedByKeys() {
    at.workspace.withDraft();
    onFx(() ->
        dialogs.create(
            EntityType.CATEGORY, Optional.of(EntityKey.of(EntityType.CATEGORY, "Person"))));
    DialogPane pane = dialog();
    assertThat(onFx(() -> Accessibility.unnamed((Parent) pane.getContent()))).isEmpty();
    robot.write("Robot");
    robot.clickOn(input(pane, "field-description")).write("Moves");
    until(() -> !button(pane, "Create").isDisabled());
    robot.clickOn(button(pane, "Create"));
    until(() -> at.navigator.calls().contains("open Entity[key=category:Robot]"));
    assertThat(at.document("category:Robot").toString())
        .isEqualTo(
            "{\"id\":\"Robot\",\"label\":\"Robot\",\"description\":\"Moves\",\"parents\":[\"Person\"]}");
  }

  @Test
  void theFormHasItsPicture() {
    at.workspace.withDraft();
    NewEntityViewModel entity =
        onFx(() -> {
          NewEntityViewModel made =
              new NewEntityViewModel(EntityType.PROPERTY, Optional.empty(), dialogs.services());
          made.key().set("Has_name");
          return made;
        });
    EditorTexts texts = new EditorTexts(at.texts, at.errors);
    Screenshots.take(
        "editor-new-entity",
        640,
        420,
        () -> {
          NewEntityForm form = new NewEntityForm(entity, true, texts, at.errors);
          form.getStyleClass().add("dialog-pane");
          form.setStyle("-fx-padding: 1.385em;");
          return form;
        });
  }

  private static DialogPane dialog() {
    until(() -> pane().isPresent());
    return pane().orElseThrow();
  }

  private static Optional<DialogPane> pane() {
    return Window.getWindows().stream()
        .filter(Window::isShowing)
        .map(window -> window.getScene().getRoot())
        .filter(DialogPane.class::isInstance)
        .map(DialogPane.class::cast)
        .findFirst();
  }

  private static Button button(DialogPane pane, String name) {
    return pane.lookupAll(".button").stream()
        .filter(Button.class::isInstance)
        .map(Button.class::cast)
        .filter(button -> button.getText().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static TextInputControl input(DialogPane pane, String row) {
    return onFx(() ->
        pane.lookup("#" + row).lookupAll(".text-input").stream()
            .map(TextInputControl.class::cast)
            .findFirst()
            .orElseThrow());
  }
}
