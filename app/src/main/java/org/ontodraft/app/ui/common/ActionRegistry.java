package org.ontodraft.app.ui.common;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableStringValue;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;

/**
 * Every action of a window, so that menu, button and key are one thing. FX thread. An id or a key
 * that is taken is refused.
 */
public final class ActionRegistry {
  private final Texts texts;
  private final Map<String, Action> actions = new LinkedHashMap<>();
  private final Map<KeyCombination, String> keys = new LinkedHashMap<>();
  private final Set<String> inMenu = new HashSet<>();

  /** An empty registry. */
  public ActionRegistry(Texts texts) {
    this.texts = texts;
  }

  /**
   * Adds an action.
   *
   * @throws IllegalArgumentException when its id or its key is taken
   */
  public void register(Action action) {
    if (actions.containsKey(action.id())) {
      throw new IllegalArgumentException("action " + action.id() + " is registered");
    }
    KeyCombination key = action.key();
    if (key != null) {
      String taken = keys.get(key);
      if (taken != null) {
        throw new IllegalArgumentException(key.getName() + " belongs to " + taken);
      }
      keys.put(key, action.id());
    }
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
    if (action.key() != null) {
      item.setAccelerator(action.key());
    }
    inMenu.add(id);
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
    Tooltip tooltip = new Tooltip();
    tooltip.textProperty().bind(hint(action, true));
    button.setTooltip(tooltip);
  }

  private ObservableStringValue hint(Action action, boolean withKey) {
    KeyCombination key = action.key();
    return Bindings.createStringBinding(
        () -> {
          String detail = action.detail().get();
          String name = name(action.id());
          String text = detail == null || detail.isEmpty() ? name : name + ": " + detail;
          return withKey && key != null ? text + "  (" + key.getDisplayText() + ")" : text;
        },
        action.detail());
  }

  /** Puts the keys of actions that are in no menu into force in this scene. */
  public void install(Scene scene) {
    keys.forEach((key, id) -> {
      if (!inMenu.contains(id)) {
        scene.getAccelerators().put(key, () -> run(id));
      }
    });
  }
}
