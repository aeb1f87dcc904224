package org.ontodraft.app.ui.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.ontodraft.app.ui.control.KeyCap;
import org.ontodraft.app.ui.control.KeyHints;
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
  void hintsShowTheChosenKeysAndNothingWhereThereIsNone() {
    for (Deed deed : List.of(Deed.GRAPH_FIT, Deed.REVIEW_NEXT_ENTITY)) {
      registry.register(
          Action.of(deed.id(), "", () -> {}).in(deed.context()).withKeys(deed.keys()));
    }
    KeyHints hints = FxTest.onFx(() -> new KeyHints());
    FxTest.onFx(() -> {
      hints.add(Deed.GRAPH_FIT.cap(hints), "all of it");
      hints.add(Deed.REVIEW_NEXT_ENTITY.cap(hints), "next");
    });
    assertThat(caps(hints)).as("in no scene yet").containsExactly("F", "Alt \u2193");
    FxTest.onFx(() -> {
      Scene scene = new Scene(new Pane());
      registry.install(scene);
      scene.setRoot(hints);
    });
    assertThat(caps(hints)).containsExactly("F", "Alt \u2193");
    FxTest.onFx(() -> registry.keys().follow(Map.of("graph.fit", "F9")));
    assertThat(caps(hints)).containsExactly("F9", "Alt \u2193");
    FxTest.onFx(() -> registry.keys().follow(Map.of("graph.fit", "")));
    assertThat(caps(hints)).containsExactly("Alt \u2193");
  }

  private static List<String> caps(KeyHints hints) {
    return FxTest.onFx(() ->
        hints.lookupAll(".key-cap").stream()
            .filter(Node::isVisible)
            .map(cap -> ((KeyCap) cap).getText())
            .toList());
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
    assertThat(Hint.of(button).text().get()).startsWith("Undo  (");
  }

  @Test
  void oneKeyMayDoDifferentThingsInPartsOfTheWindow() {
    registry.register(Action.of("draft.validate", "F8", () -> {}));
    registry.register(Action.of("edit.undo", "F8", () -> {}).in(Context.REBASE));
    assertThatThrownBy(
            () -> registry.register(Action.of("edit.redo", "F8", () -> {}).in(Context.REBASE)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("edit.undo");
  }

  @Test
  void aPartAsksWhatAKeyMeansThereByTheKeysThatWereChosen() {
    registry.register(Action.of("draft.validate", "F8", () -> {}));
    registry.register(
        Action.of(Deed.REBASE_NEXT.id(), "F8", () -> {}).in(Deed.REBASE_NEXT.context()));
    Scene plain = FxTest.onFx(() -> new Scene(new Pane()));
    Scene scene = FxTest.onFx(() -> new Scene(new Pane()));
    FxTest.onFx(() -> registry.install(scene));
    assertThat(Deed.of(Context.REBASE, plain, pressed(KeyCode.F8))).contains(Deed.REBASE_NEXT);
    assertThat(Deed.of(Context.REBASE, scene, pressed(KeyCode.F8))).contains(Deed.REBASE_NEXT);
    assertThat(Deed.of(Context.REVIEW, scene, pressed(KeyCode.F8))).isEmpty();
    FxTest.onFx(() -> registry.keys().follow(Map.of(Deed.REBASE_NEXT.id(), "N")));
    assertThat(Deed.of(Context.REBASE, scene, pressed(KeyCode.F8))).isEmpty();
    assertThat(Deed.of(Context.REBASE, scene, pressed(KeyCode.N))).contains(Deed.REBASE_NEXT);
    assertThat(scene.getAccelerators()).doesNotContainKey(KeyCombination.valueOf("N"));
  }

  private static KeyEvent pressed(KeyCode code) {
    return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false);
  }

  @Test
  void keysFollowWhatIsChosenWhereverTheyAreShown() {
    AtomicInteger runs = new AtomicInteger();
    registry.register(Action.of("edit.undo", "Shortcut+Z", runs::incrementAndGet));
    registry.register(Action.of("edit.redo", "Shortcut+Y", () -> {}).alsoBy("Shortcut+Shift+Z"));
    Scene scene = FxTest.onFx(() -> new Scene(new Pane()));
    FxTest.onFx(() -> registry.install(scene));
    MenuItem item = FxTest.onFx(() -> registry.menuItem("edit.undo"));
    Button button = FxTest.onFx(() -> new Button());
    FxTest.onFx(() -> registry.bind(button, "edit.undo"));

    List<KeyMap.Ignored> ignored =
        FxTest.onFx(() ->
            registry.keys().follow(Map.of("edit.undo", "Shortcut+Y", "edit.redo", "Shortcut+Z")));

    assertThat(ignored).isEmpty();
    assertThat(item.getAccelerator()).isEqualTo(KeyCombination.valueOf("Shortcut+Y"));
    assertThat(Hint.of(button).text().get()).contains("Y");
    FxTest.onFx(
        Objects.requireNonNull(scene.getAccelerators().get(KeyCombination.valueOf("Shortcut+Y"))));
    assertThat(runs).hasValue(1);
    assertThat(scene.getAccelerators())
        .doesNotContainKey(KeyCombination.valueOf("Shortcut+Shift+Z"));
    FxTest.onFx(() -> registry.keys().follow(Map.of()));
    assertThat(item.getAccelerator()).isEqualTo(KeyCombination.valueOf("Shortcut+Z"));
    assertThat(registry.keys().changed("edit.undo")).isFalse();
  }

  @Test
  void entriesThatCannotBeFollowedAreNamedAndTheUsualKeysStay() {
    registry.register(Action.of("edit.undo", "Shortcut+Z", () -> {}));
    registry.register(Action.of("edit.redo", "Shortcut+Y", () -> {}));
    Map<String, String> chosen = new LinkedHashMap<>();
    chosen.put("no.such", "F2");
    chosen.put("edit.undo", "Shortcut+");
    chosen.put("edit.redo", "Q");
    assertThat(registry.keys().follow(chosen))
        .extracting(KeyMap.Ignored::id)
        .containsExactly("no.such", "edit.undo", "edit.redo");
    assertThat(registry.keys().keys("edit.undo"))
        .containsExactly(KeyCombination.valueOf("Shortcut+Z"));
    assertThat(registry.keys().keys("edit.redo"))
        .containsExactly(KeyCombination.valueOf("Shortcut+Y"));
  }

  @Test
  void aClashNamesTheOther() {
    registry.register(Action.of("edit.undo", "Shortcut+Z", () -> {}));
    registry.register(Action.of("edit.redo", "Shortcut+Y", () -> {}));
    KeyMap keys = registry.keys();
    assertThat(keys.clash("edit.redo", KeyCombination.valueOf("Ctrl+Z")))
        .contains(new KeyMap.Clash.Taken("edit.undo"));
    assertThat(keys.clash("edit.redo", KeyCombination.valueOf("Shortcut+Y"))).isEmpty();
    assertThat(keys.clash("edit.redo", KeyCombination.valueOf("Shortcut+C")))
        .contains(new KeyMap.Clash.OfText());
    assertThat(keys.clash("edit.redo", KeyCombination.valueOf("Shift+B")))
        .contains(new KeyMap.Clash.Plain());
    assertThat(keys.clash("edit.redo", KeyCombination.valueOf("Shift+F9"))).isEmpty();
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
