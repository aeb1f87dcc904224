package org.ontodraft.app.ui.explorer;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.ontodraft.app.ui.common.ActionRegistry;
import org.ontodraft.app.ui.common.Deed;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.model.entity.EntityStatus;

/** The context menu of the tree: what its keys do to the selected row, and what has no key. */
final class ExplorerMenu {
  private final ExplorerViewModel viewModel;
  private final Texts texts;
  private final ActionRegistry actions;
  private final Consumer<Deed> perform;

  /**
   * Of the tree of this view model.
   *
   * @param perform does to the selected row what a key would do
   */
  ExplorerMenu(
      ExplorerViewModel viewModel, Texts texts, ActionRegistry actions, Consumer<Deed> perform) {
    this.viewModel = viewModel;
    this.texts = texts;
    this.actions = actions;
    this.perform = perform;
  }

  /** The menu, filled anew each time it is shown. */
  ContextMenu menu() {
    ContextMenu menu = new ContextMenu(new MenuItem());
    menu.setOnShowing(shown -> menu.getItems().setAll(menuItems()));
    return menu;
  }

  private List<MenuItem> menuItems() {
    boolean entity = viewModel.entitySelected();
    boolean deleted = false;
    EntityStatus status = EntityStatus.UNCHANGED;
    if (viewModel.selected().get() instanceof ExplorerNode.Entity selected) {
      status = selected.status();
      deleted = selected.deleted();
    }
    boolean there = entity && !deleted;
    MenuItem compare = item("explorer.menu.compare", viewModel::compareSelected);
    compare.setDisable(status == EntityStatus.UNCHANGED || status == EntityStatus.AFFECTED);
    MenuItem graph = item("explorer.menu.graph", viewModel::showGraphOfSelected);
    graph.setDisable(!entity);
    Menu refactor = new Menu(texts.get("explorer.menu.refactor"));
    refactor.getItems().setAll(refactorings());
    refactor.setDisable(!there);
    boolean several = viewModel.occurrences().get().total() > 1;
    return List.of(
        deed(Deed.EXPLORER_OPEN, entity),
        graph,
        compare,
        deed(Deed.EXPLORER_NEXT_PLACE, entity && several),
        new SeparatorMenuItem(),
        deed(Deed.EXPLORER_NEW, true),
        refactor,
        deed(Deed.EXPLORER_DELETE, there),
        new SeparatorMenuItem(),
        deed(Deed.EXPLORER_CUT, there),
        deed(Deed.EXPLORER_PASTE, entity && viewModel.cut().get().isPresent()),
        deed(Deed.EXPLORER_PASTE_TOO, entity && viewModel.cut().get().isPresent()),
        deed(Deed.EXPLORER_COPY, entity));
  }

  private MenuItem deed(Deed deed, boolean possible) {
    MenuItem item = actions.partItem(deed, () -> perform.accept(deed));
    item.setDisable(!possible);
    return item;
  }

  private List<MenuItem> refactorings() {
    return viewModel.refactorings().stream()
        .map(kind ->
            item(
                "action.refactor." + kind.name().toLowerCase(Locale.ROOT),
                () -> viewModel.refactorSelected(kind)))
        .toList();
  }

  private MenuItem item(String key, Runnable run) {
    MenuItem item = new MenuItem(texts.get(key));
    item.setOnAction(event -> run.run());
    return item;
  }
}
