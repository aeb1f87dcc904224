package org.ontodraft.app.ui.common;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;

/**
 * The context menu of a part of the window: what it does by keys, by the names of the registry and
 * with the keys that a person chose. FX thread.
 *
 * @param possible whether it can be done now
 * @param perform does what the key would do
 */
public record DeedMenu(Texts texts, Predicate<Deed> possible, Consumer<Deed> perform) {
  /**
   * A menu that is made anew each time it is shown.
   *
   * @param at where it is shown
   * @param groups with a line between them
   */
  @SafeVarargs
  public final ContextMenu menu(Node at, List<Deed>... groups) {
    // A menu without any item is never shown, and so would not be filled.
    ContextMenu menu = new ContextMenu(new MenuItem());
    List<List<Deed>> all = List.of(groups);
    menu.setOnShowing(event -> menu.getItems().setAll(items(at, all)));
    return menu;
  }

  private List<MenuItem> items(Node at, List<List<Deed>> groups) {
    List<MenuItem> items = new ArrayList<>();
    for (List<Deed> group : groups) {
      if (!items.isEmpty()) {
        items.add(new SeparatorMenuItem());
      }
      group.forEach(deed -> items.add(item(at, deed)));
    }
    return items;
  }

  /** One item. Its key stands in its text: as an accelerator it would count in all the window. */
  public MenuItem item(Node at, Deed deed) {
    return item(at, deed, texts.get("action." + deed.id()).replace("_", ""));
  }

  /** One item that is called otherwise than in the registry, such as by what it would take here. */
  public MenuItem item(Node at, Deed deed, String name) {
    List<KeyCombination> keys = deed.keysIn(at.getScene());
    MenuItem item =
        new MenuItem(
            keys.isEmpty()
                ? name
                : texts.get("menu.part.item", name, keys.getFirst().getDisplayText()));
    item.setId(deed.id());
    item.setMnemonicParsing(false);
    item.setDisable(!possible.test(deed));
    item.setOnAction(event -> perform.accept(deed));
    return item;
  }
}
