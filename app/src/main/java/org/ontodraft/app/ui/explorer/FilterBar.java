package org.ontodraft.app.ui.explorer;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.control.Glyph;
import org.ontodraft.app.ui.control.Icon;
import org.ontodraft.app.ui.explorer.ExplorerFilter.Trait;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;

/** Below the filter's text: what is changed, affected or has findings, and by what rows lie. */
final class FilterBar {
  /** More modules than this are filtered by from their own rows. */
  private static final int MODULES = 200;

  private final ExplorerViewModel viewModel;
  private final Texts texts;
  private final Map<Trait, ToggleButton> buttons = new EnumMap<>(Trait.class);
  private final MenuButton more = new MenuButton();

  FilterBar(ExplorerViewModel viewModel, Texts texts) {
    this.viewModel = viewModel;
    this.texts = texts;
  }

  void fill(HBox bar) {
    List<Node> parts = new ArrayList<>();
    for (Trait trait : Trait.values()) {
      ToggleButton button = new ToggleButton();
      button.setGraphic(
          new Icon(
              switch (trait) {
                case CHANGED -> Glyph.CHANGES;
                case AFFECTED -> Glyph.AFFECTED;
                case FINDINGS -> Glyph.VALIDATE;
              },
              "small-icon"));
      button.setId("explorer-" + lower(trait));
      button.getStyleClass().add("explorer-filter");
      button.setMinWidth(ToggleButton.USE_PREF_SIZE);
      button.setOnAction(event -> toggle(trait, button.isSelected()));
      buttons.put(trait, button);
      parts.add(button);
    }
    more.setId("explorer-group");
    more.setGraphic(new Icon(Glyph.FILTER, "small-icon"));
    more.getStyleClass().add("compact");
    more.setMinWidth(MenuButton.USE_PREF_SIZE);
    more.setOnShowing(event -> more.getItems().setAll(items()));
    more.getItems().setAll(items());
    parts.add(more);
    bar.getChildren().setAll(parts);
    viewModel.tree().subscribe(this::show);
    viewModel.narrowing().subscribe(now -> show(viewModel.tree().get()));
    viewModel.grouping().subscribe(now -> show(viewModel.tree().get()));
  }

  private void toggle(Trait trait, boolean on) {
    Set<Trait> traits = EnumSet.noneOf(Trait.class);
    traits.addAll(viewModel.narrowing().get().traits());
    if (on) {
      traits.add(trait);
    } else {
      traits.remove(trait);
    }
    viewModel.narrowing().set(viewModel.narrowing().get().withTraits(traits));
  }

  private void show(@Nullable ExplorerTree tree) {
    ExplorerFilter filter = viewModel.narrowing().get();
    buttons.forEach((trait, button) -> {
      int count = tree == null ? 0 : tree.count(trait);
      button.setText(texts.get("explorer.count", count));
      button.setSelected(filter.traits().contains(trait));
      String name = texts.get("explorer.only." + lower(trait), count);
      button.setAccessibleText(name);
      button.setTooltip(new javafx.scene.control.Tooltip(name));
    });
    String by = texts.get("explorer.by." + lower(viewModel.grouping().get()));
    String narrowed =
        filter
            .module()
            .map(key -> tree == null ? key.key() : tree.label(key))
            .or(() -> filter.type().map(texts::types))
            .orElse(by);
    more.setText(narrowed);
    more.setAccessibleText(texts.get("explorer.by", narrowed));
  }

  private List<MenuItem> items() {
    List<MenuItem> items = new ArrayList<>();
    for (ExplorerGrouping grouping : ExplorerGrouping.values()) {
      RadioMenuItem item = new RadioMenuItem(texts.get("explorer.by." + lower(grouping)));
      item.setId("by-" + lower(grouping));
      item.setSelected(viewModel.grouping().get() == grouping);
      item.setOnAction(event -> viewModel.grouping().set(grouping));
      items.add(item);
    }
    items.add(new SeparatorMenuItem());
    items.add(types());
    items.add(modules());
    return items;
  }

  private Menu types() {
    Menu menu = new Menu(texts.get("explorer.only.type"));
    Optional<EntityType> chosen = viewModel.narrowing().get().type();
    menu.getItems()
        .add(
            choice(texts.get("explorer.only.any"), chosen.isEmpty(), () -> type(Optional.empty())));
    for (EntityType type : EntityType.values()) {
      menu.getItems()
          .add(
              choice(
                  texts.types(type),
                  chosen.equals(Optional.of(type)),
                  () -> type(Optional.of(type))));
    }
    return menu;
  }

  private Menu modules() {
    Menu menu = new Menu(texts.get("explorer.only.module"));
    Optional<EntityKey> chosen = viewModel.narrowing().get().module();
    menu.getItems()
        .add(
            choice(
                texts.get("explorer.only.any"), chosen.isEmpty(), () -> module(Optional.empty())));
    ExplorerTree tree = viewModel.tree().get();
    if (tree != null) {
      tree.modules().stream()
          .limit(MODULES)
          .forEach(key ->
              menu.getItems()
                  .add(
                      choice(
                          tree.label(key),
                          chosen.equals(Optional.of(key)),
                          () -> module(Optional.of(key)))));
    }
    return menu;
  }

  private static RadioMenuItem choice(String name, boolean chosen, Runnable choose) {
    RadioMenuItem item = new RadioMenuItem(name);
    item.setMnemonicParsing(false);
    item.setSelected(chosen);
    item.setOnAction(event -> choose.run());
    return item;
  }

  private void type(Optional<EntityType> type) {
    viewModel.narrowing().set(viewModel.narrowing().get().withType(type));
  }

  private void module(Optional<EntityKey> module) {
    viewModel.narrowing().set(viewModel.narrowing().get().withModule(module));
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
