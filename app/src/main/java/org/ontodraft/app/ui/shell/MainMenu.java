package org.ontodraft.app.ui.shell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import org.ontodraft.app.service.settings.Settings.ThemeChoice;
import org.ontodraft.app.ui.common.ActionRegistry;
import org.ontodraft.app.ui.common.Deed;
import org.ontodraft.app.ui.common.Place;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.control.Icon;

/** The menu bar: every action of the window, by what it is about. */
final class MainMenu {
  private final ActionRegistry actions;
  private final Texts texts;
  private static final int MOST_RECENT = 15;

  private final MainViewModel viewModel;
  private final Supplier<Optional<Workbench>> workbench;

  MainMenu(
      ActionRegistry actions,
      Texts texts,
      MainViewModel viewModel,
      Supplier<Optional<Workbench>> workbench) {
    this.actions = actions;
    this.texts = texts;
    this.viewModel = viewModel;
    this.workbench = workbench;
  }

  /** Fills a menu bar. */
  void fill(MenuBar bar) {
    for (MenuPlan plan : MenuPlan.ALL) {
      if (plan.title().equals(MenuPlan.THEME)) {
        continue;
      }
      Menu menu = menu(plan);
      if (plan.title().equals(MenuPlan.VIEW)) {
        menu.getItems().addAll(ofFirstGroup(plan), List.of(recent(), ofPage()));
        menu.getItems().addAll(new SeparatorMenuItem(), themes());
      }
      bar.getMenus().add(menu);
    }
  }

  private Menu menu(MenuPlan plan) {
    Menu menu = new Menu(texts.get(plan.title()));
    for (List<String> group : plan.groups()) {
      if (!menu.getItems().isEmpty()) {
        menu.getItems().add(new SeparatorMenuItem());
      }
      menu.getItems().addAll(actions.menuItems(group.toArray(String[]::new)));
    }
    return menu;
  }

  private static int ofFirstGroup(MenuPlan plan) {
    return plan.groups().getFirst().size();
  }

  /** Where one has been; made when it is looked at. */
  private Menu recent() {
    Menu menu = new Menu(texts.get("menu.recent"));
    menu.setId("menu-recent");
    menu.getItems().add(new MenuItem(texts.get("menu.recent.none")));
    menu.setOnShowing(event -> menu.getItems().setAll(recentItems()));
    return menu;
  }

  private List<MenuItem> recentItems() {
    List<MenuItem> items = new ArrayList<>();
    workbench
        .get()
        .ifPresent(open ->
            open.viewModel().places().recent().stream()
                .limit(MOST_RECENT)
                .map(place -> recentItem(open, place))
                .forEach(items::add));
    if (items.isEmpty()) {
      MenuItem none = new MenuItem(texts.get("menu.recent.none"));
      none.setDisable(true);
      items.add(none);
    }
    return items;
  }

  /** What the page in front does by keys of its own. */
  private Menu ofPage() {
    Menu menu = new Menu(texts.get("menu.page"));
    menu.setId("menu-page");
    menu.getItems().add(new MenuItem(texts.get("menu.page.none")));
    menu.setOnShowing(event -> {
      List<MenuItem> items =
          Arrays.stream(Deed.values())
              .filter(deed -> deed.context().isPage())
              .filter(deed -> actions.get(deed.id()).enabled().get())
              .map(deed -> actions.partItem(deed, () -> actions.run(deed.id())))
              .toList();
      MenuItem none = new MenuItem(texts.get("menu.page.none"));
      none.setDisable(true);
      menu.getItems().setAll(items.isEmpty() ? List.of(none) : items);
    });
    return menu;
  }

  private MenuItem recentItem(Workbench open, Place place) {
    MenuItem item =
        new MenuItem(
            new PlaceNames(texts).name(place, open.viewModel().workspace().effective().get()));
    item.setMnemonicParsing(false);
    item.setGraphic(new Icon(PlaceNames.glyph(place), "small-icon"));
    item.setOnAction(event -> {
      open.navigator().open(place);
      open.view().focusPageOnceLaidOut();
    });
    return item;
  }

  private Menu themes() {
    Menu menu = new Menu(texts.get(MenuPlan.THEME));
    ToggleGroup group = new ToggleGroup();
    for (ThemeChoice choice : ThemeChoice.values()) {
      String key = "theme." + choice.name().toLowerCase(Locale.ROOT);
      RadioMenuItem item = new RadioMenuItem(texts.get(key));
      item.setId(key);
      item.acceleratorProperty().bind(actions.keys().shown(key));
      item.setToggleGroup(group);
      item.setOnAction(event -> viewModel.chooseTheme(choice));
      viewModel.settings().subscribe(now -> item.setSelected(now.theme() == choice));
      menu.getItems().add(item);
    }
    return menu;
  }
}
