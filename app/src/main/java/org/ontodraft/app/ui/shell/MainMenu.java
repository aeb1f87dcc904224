package org.ontodraft.app.ui.shell;

import java.util.List;
import java.util.Locale;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import org.ontodraft.app.service.settings.Settings.ThemeChoice;
import org.ontodraft.app.ui.common.ActionRegistry;
import org.ontodraft.app.ui.common.Texts;

/** The menu bar: every action of the window, by what it is about. */
final class MainMenu {
  private static final String VIEW = "menu.view";

  private final ActionRegistry actions;
  private final Texts texts;
  private final MainViewModel viewModel;

  MainMenu(ActionRegistry actions, Texts texts, MainViewModel viewModel) {
    this.actions = actions;
    this.texts = texts;
    this.viewModel = viewModel;
  }

  /** Fills a menu bar. */
  void fill(MenuBar bar) {
    for (MenuPlan plan : MenuPlan.ALL) {
      Menu menu = menu(plan);
      if (plan.title().equals(VIEW)) {
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

  private Menu themes() {
    Menu menu = new Menu(texts.get("menu.theme"));
    ToggleGroup group = new ToggleGroup();
    for (ThemeChoice choice : ThemeChoice.values()) {
      String key = "theme." + choice.name().toLowerCase(Locale.ROOT);
      RadioMenuItem item = new RadioMenuItem(texts.get(key));
      item.setToggleGroup(group);
      item.setOnAction(event -> viewModel.chooseTheme(choice));
      viewModel.settings().subscribe(now -> item.setSelected(now.theme() == choice));
      menu.getItems().add(item);
    }
    return menu;
  }
}
