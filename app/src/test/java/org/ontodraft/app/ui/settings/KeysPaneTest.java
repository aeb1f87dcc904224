package org.ontodraft.app.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.app.ui.testing.FxTest.onFx;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.ontodraft.app.ui.common.Action;
import org.ontodraft.app.ui.common.ActionRegistry;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.testing.Accessibility;
import org.ontodraft.app.ui.testing.FxTest;
import org.ontodraft.app.ui.testing.Screenshots;
import org.testfx.api.FxRobot;

/** Keys are searched, pressed, taken over and given back by keyboard. */
@ExtendWith(FxTest.class)
class KeysPaneTest {
  private final FxRobot robot = new FxRobot();
  private final Texts texts = Texts.load();
  private final ActionRegistry actions = new ActionRegistry(texts);
  private final Map<String, String> saved = new HashMap<>();
  private final KeysPane pane = onFx(this::make);
  private final Stage stage = onFx(() -> new Stage());

  private KeysPane make() {
    actions.register(Action.of("edit.undo", "Shortcut+Z", () -> {}));
    actions.register(Action.of("edit.redo", "Shortcut+Y", () -> {}));
    actions.register(Action.of("draft.review", "Shortcut+R", () -> {}));
    return new KeysPane(
        actions,
        texts,
        Map.of(),
        keys -> {
          saved.clear();
          saved.putAll(keys);
        });
  }

  @BeforeEach
  void show() {
    onFx(() -> {
      stage.setScene(new Scene(pane, 700, 480));
      Screenshots.theme().attach(stage.getScene());
      stage.show();
      stage.requestFocus();
      pane.search().requestFocus();
    });
    FxTest.settle();
  }

  @AfterEach
  void hide() {
    onFx(stage::hide);
  }

  private String said() {
    return onFx(() -> ((Label) pane.lookup("#keys-said")).getText());
  }

  private void change(String name, KeyCode... keys) {
    onFx(() -> {
      pane.search().setText(name);
      ((ListView<?>) pane.lookup("#keys-list")).requestFocus();
    });
    robot.push(KeyCode.ENTER);
    robot.push(keys);
    FxTest.settle();
  }

  private KeyCombination shown(String id) {
    return onFx(() -> actions.keys().keys(id).getFirst());
  }

  @Test
  void newKeysArePressedAndKept() {
    assertThat(onFx(() -> Accessibility.unnamed(pane))).isEmpty();
    change("review", KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.K);
    assertThat(saved).containsEntry("draft.review", "Shift+Shortcut+K");
    assertThat(shown("draft.review")).isEqualTo(KeyCombination.valueOf("Shortcut+Shift+K"));
  }

  @Test
  void keysOfAnotherAreNamedAndTakenOverOnlyWhenAsked() {
    change("undo", KeyCode.CONTROL, KeyCode.Y);
    assertThat(said()).contains("Redo");
    assertThat(saved).isEmpty();
    onFx(() -> ((Button) pane.lookup("#keys-take")).fire());
    assertThat(shown("edit.undo").getDisplayText()).isEqualTo("Ctrl+Y");
    assertThat(onFx(() -> actions.keys().keys("edit.redo"))).isEmpty();
    assertThat(saved).containsEntry("edit.redo", "");
    onFx(() -> robot.lookup(texts.get("keys.usual.all")).queryAs(Button.class).fire());
    assertThat(saved).isEmpty();
    assertThat(shown("edit.redo").getDisplayText()).isEqualTo("Ctrl+Y");
  }

  @Test
  void lettersAndKeysOfTextFieldsAreRefused() {
    change("undo", KeyCode.Q);
    assertThat(said()).contains("letter");
    change("undo", KeyCode.CONTROL, KeyCode.C);
    assertThat(said()).contains("text fields");
    change("undo", KeyCode.ESCAPE);
    assertThat(saved).isEmpty();
  }
}
