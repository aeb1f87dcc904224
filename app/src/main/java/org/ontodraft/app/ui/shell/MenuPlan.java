package org.ontodraft.app.ui.shell;

import java.util.List;
import java.util.Optional;

/**
 * Where the actions stand: menu bar, cheat sheet, key settings and palette have the same order.
 *
 * @param title the key of the menu's name
 * @param groups ids of actions, with a line between the groups
 */
record MenuPlan(String title, List<List<String>> groups) {
  /** The menu of the themes, which is one of {@link #VIEW}. */
  static final String THEME = "menu.theme";

  /** The menu of what the window shows. */
  static final String VIEW = "menu.view";

  /** Every menu, in order. */
  static final List<MenuPlan> ALL =
      List.of(
          new MenuPlan(
              "menu.file",
              List.of(
                  List.of("repository.sample", "repository.open", "repository.clone"),
                  List.of("repository.close"),
                  List.of("window.settings", "window.keys"),
                  List.of("window.quit"))),
          new MenuPlan(
              "menu.edit",
              List.of(
                  List.of("edit.undo", "edit.redo", "draft.steps"),
                  List.of(
                      "entity.new",
                      "entity.image",
                      "refactor.rename",
                      "refactor.deprecate",
                      "entity.delete"),
                  List.of(
                      "refactor.change_parent",
                      "refactor.move_up",
                      "refactor.move_down",
                      "refactor.move_between_modules",
                      "refactor.split",
                      "refactor.merge"))),
          new MenuPlan(
              VIEW,
              List.of(
                  List.of("entity.goto", "command.run", "place.recent", "entity.reveal"),
                  List.of("entity.history", "entity.graph", "view.compare"),
                  List.of(
                      "view.explorer",
                      "view.inspector",
                      "view.problems",
                      "view.activity",
                      "view.filter"),
                  List.of("view.larger", "view.smaller", "view.usual"))),
          new MenuPlan(
              THEME,
              List.of(List.of("theme.system", "theme.light", "theme.dark", "theme.contrast"))),
          new MenuPlan(
              "menu.draft",
              List.of(
                  List.of("draft.new", "draft.switch", "draft.all", "draft.close"),
                  List.of("draft.export", "draft.import", "draft.import.clipboard"),
                  List.of("draft.share", "draft.shared"),
                  List.of("draft.review", "draft.validate", "draft.rebase", "draft.submit"))),
          new MenuPlan(
              "menu.repository",
              List.of(
                  List.of("repository.fetch"),
                  List.of("repository.database", "repository.backup"))),
          new MenuPlan(
              "menu.window",
              List.of(
                  List.of("tab.next", "tab.previous", "tab.left", "tab.right"),
                  List.of("tab.pin", "tab.close", "tab.close.others", "tab.reopen"),
                  List.of("tab.beside", "side.other", "side.join"),
                  List.of("history.back", "history.forward"),
                  List.of("pane.next", "pane.previous"))),
          new MenuPlan("menu.help", List.of(List.of("help.keys", "help.about"))));

  MenuPlan {
    groups = groups.stream().map(List::copyOf).toList();
  }

  /** The actions of the menu. */
  List<String> actions() {
    return groups.stream().flatMap(List::stream).toList();
  }

  /** The menu that an action stands in. */
  static Optional<MenuPlan> of(String action) {
    return ALL.stream().filter(menu -> menu.actions().contains(action)).findFirst();
  }
}
