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
    Menu view =
        menu(
            "menu.view",
            List.of("entity.goto", "entity.history", "entity.graph", "view.compare"),
            List.of("view.explorer", "view.problems", "view.filter"),
            List.of("view.larger", "view.smaller", "view.usual"));
    view.getItems().add(new SeparatorMenuItem());
    view.getItems().add(themes());
    bar.getMenus()
        .setAll(
            menu(
                "menu.file",
                List.of("repository.sample", "repository.open", "repository.clone"),
                List.of("repository.close"),
                List.of("window.settings"),
                List.of("window.quit")),
            menu(
                "menu.edit",
                List.of("edit.undo", "edit.redo"),
                List.of("entity.new", "entity.delete")),
            view,
            menu(
                "menu.draft",
                List.of("draft.new", "draft.switch", "draft.all", "draft.close"),
                List.of("draft.export", "draft.import", "draft.import.clipboard"),
                List.of("draft.share", "draft.shared"),
                List.of("draft.review", "draft.validate", "draft.rebase", "draft.submit")),
            menu(
                "menu.repository",
                List.of("repository.fetch"),
                List.of("repository.database", "repository.backup")),
            menu(
                "menu.window",
                List.of("tab.next", "tab.previous", "tab.close", "tab.reopen"),
                List.of("history.back", "history.forward"),
                List.of("pane.next", "pane.previous")),
            menu("menu.help", List.of("help.keys", "help.about")));
  }

  @SafeVarargs
  private Menu menu(String key, List<String>... groups) {
    Menu menu = new Menu(texts.get(key));
    for (List<String> group : groups) {
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
