package org.ontodraft.app.ui.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.ontodraft.app.ui.testing.FxTest;

@ExtendWith(FxTest.class)
class ActionRegistryTest {
  private final ActionRegistry registry = new ActionRegistry(Texts.load());

  @Test
  void anIdIsTakenOnce() {
    registry.register(Action.of("edit.undo", "", () -> {}));
    assertThatThrownBy(() -> registry.register(Action.of("edit.undo", "", () -> {})))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("edit.undo");
  }

  @Test
  void aKeyIsTakenOnce() {
    registry.register(Action.of("edit.undo", "Shortcut+Z", () -> {}));
    assertThatThrownBy(() -> registry.register(Action.of("edit.redo", "Shortcut+Z", () -> {})))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("edit.undo");
    assertThat(registry.all()).hasSize(1);
  }

  @Test
  void buttonAndMenuItemFollowTheAction() {
    AtomicInteger runs = new AtomicInteger();
    SimpleBooleanProperty enabled = new SimpleBooleanProperty(false);
    registry.register(Action.of("edit.undo", "Shortcut+Z", enabled, runs::incrementAndGet));
    Button button = FxTest.onFx(() -> new Button());
    FxTest.onFx(() -> registry.bind(button, "edit.undo"));
    MenuItem item = FxTest.onFx(() -> registry.menuItem("edit.undo"));

    assertThat(button.isDisabled()).isTrue();
    assertThat(item.isDisable()).isTrue();
    registry.run("edit.undo");
    assertThat(runs).hasValue(0);

    FxTest.onFx(() -> enabled.set(true));
    FxTest.onFx(button::fire);
    FxTest.onFx(item::fire);
    assertThat(runs).hasValue(2);
    assertThat(button.getAccessibleText()).isEqualTo("Undo");
    assertThat(button.getTooltip().getText()).startsWith("Undo  (");
  }

  @Test
  void keysOfActionsOutsideTheMenuWorkInTheScene() {
    AtomicInteger runs = new AtomicInteger();
    registry.register(Action.of("edit.undo", "Shortcut+Z", runs::incrementAndGet));
    Scene scene = FxTest.onFx(() -> new Scene(new Pane()));
    FxTest.onFx(() -> registry.install(scene));
    Runnable accelerator = scene.getAccelerators().get(KeyCombination.valueOf("Shortcut+Z"));
    assertThat(accelerator).isNotNull();
    FxTest.onFx(accelerator);
    assertThat(runs).hasValue(1);
  }
}
