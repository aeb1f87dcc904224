package org.ontodraft.app.ui.common;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableStringValue;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * Every action of a window, so that menu, button, palette and key are one thing. FX thread. An id
 * that is taken is refused, and so is a key that is taken in the same part of the window.
 */
public final class ActionRegistry {
  /**
   * What JavaFX's text fields take for themselves: to unselect, which no desktop's people know, and
   * to leave, for which Tab is there.
   */
  private static final List<KeyCombination> LOST_IN_TEXT =
      Stream.of("Shortcut+Back Slash", "Ctrl+Tab", "Ctrl+Shift+Tab")
          .map(KeyCombination::valueOf)
          .toList();

  private final Texts texts;
  private final Map<String, Action> actions = new LinkedHashMap<>();
  private final KeyMap keys = new KeyMap();

  /** An empty registry. */
  public ActionRegistry(Texts texts) {
    this.texts = texts;
  }

  /**
   * Adds an action.
   *
   * @throws IllegalArgumentException when its id or one of its keys is taken
   */
  public void register(Action action) {
    if (actions.containsKey(action.id())) {
      throw new IllegalArgumentException("action " + action.id() + " is registered");
    }
    keys.add(action.id(), action.context(), action.keys());
    actions.put(action.id(), action);
  }

  /** Every action, in the order they were registered. */
  public Collection<Action> all() {
    return List.copyOf(actions.values());
  }

  /** The action with this id. */
  public Action get(String id) {
    Action action = actions.get(id);
    if (action == null) {
      throw new NoSuchElementException("no action " + id);
    }
    return action;
  }

  /** The keys of the actions. */
  public KeyMap keys() {
    return keys;
  }

  /** Runs an action, if it is possible now. */
  public void run(String id) {
    Action action = get(id);
    if (action.enabled().get()) {
      action.run().run();
    }
  }

  /** What the action is called, without its mnemonic. */
  public String name(String id) {
    return texts.get("action." + get(id).id()).replace("_", "");
  }

  /** A menu item that does the action and shows its keys. */
  public MenuItem menuItem(String id) {
    Action action = get(id);
    MenuItem item = new MenuItem(texts.get("action." + id));
    item.setId(id);
    item.setMnemonicParsing(true);
    item.setOnAction(event -> action.run().run());
    item.disableProperty().bind(Bindings.not(action.enabled()));
    item.acceleratorProperty().bind(keys.shown(id));
    return item;
  }

  /**
   * A menu item of a part of the window. Its key stands in its text: as an accelerator it would
   * count in the whole window.
   */
  public MenuItem partItem(Deed deed, Runnable run) {
    KeyCombination key = keys.shown(deed.id()).get();
    String name = name(deed.id());
    MenuItem item =
        new MenuItem(key == null ? name : texts.get("menu.part.item", name, key.getDisplayText()));
    item.setId(deed.id());
    item.setMnemonicParsing(false);
    item.setOnAction(event -> run.run());
    return item;
  }

  /** Menu items for several actions. */
  public List<MenuItem> menuItems(String... ids) {
    List<MenuItem> items = new ArrayList<>();
    for (String id : ids) {
      items.add(menuItem(id));
    }
    return items;
  }

  /** Lets a button do the action. A button without text of its own keeps its icon alone. */
  public void bind(ButtonBase button, String id) {
    Action action = get(id);
    button.setOnAction(event -> action.run().run());
    button.disableProperty().bind(Bindings.not(action.enabled()));
    button.accessibleTextProperty().bind(hint(action, false));
    ObservableStringValue withKey = hint(action, true);
    button.accessibleHelpProperty().bind(withKey);
    Hint.of(button).text().bind(withKey);
  }

  private ObservableStringValue hint(Action action, boolean withKey) {
    ReadOnlyObjectProperty<@Nullable KeyCombination> shown = keys.shown(action.id());
    return Bindings.createStringBinding(
        () -> {
          String detail = action.detail().get();
          String name = name(action.id());
          String text = detail == null || detail.isEmpty() ? name : name + ": " + detail;
          KeyCombination key = shown.get();
          return withKey && key != null ? text + "  (" + key.getDisplayText() + ")" : text;
        },
        action.detail(),
        shown);
  }

  /** Puts the keys into force in this scene, now and whenever they change. */
  public void install(Scene scene) {
    Map<KeyCombination, Runnable> ours = new HashMap<>();
    Runnable put =
        () -> {
          scene.getAccelerators().keySet().removeAll(ours.keySet());
          ours.clear();
          for (Action action : actions.values()) {
            if (action.context() == Context.ANYWHERE) {
              keys.keys(action.id()).forEach(key -> ours.put(key, () -> run(action.id())));
            }
          }
          scene.getAccelerators().putAll(ours);
        };
    put.run();
    keys.watch(put);
    scene.getProperties().put(KeyMap.class, keys);
    scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> pressedInText(scene, event));
    MenuKey.install(scene);
    AltKey.install(scene);
  }

  private static void pressedInText(Scene scene, KeyEvent event) {
    if (scene.getFocusOwner() instanceof TextInputControl) {
      LOST_IN_TEXT.stream()
          .filter(key -> key.match(event))
          .map(scene.getAccelerators()::get)
          .filter(Objects::nonNull)
          .forEach(ours -> {
            event.consume();
            ours.run();
          });
    }
  }
}
