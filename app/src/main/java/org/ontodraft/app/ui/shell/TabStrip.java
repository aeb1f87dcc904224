package org.ontodraft.app.ui.shell;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.ui.common.ActionRegistry;
import org.ontodraft.app.ui.common.FxThread;
import org.ontodraft.app.ui.common.Place;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.common.WorkspaceFeatures;
import org.ontodraft.model.entity.EntityKey;

/**
 * The tabs, which follow the places that are open. A page is made when its tab first comes to the
 * front, so that many can be there from the beginning. FX thread.
 */
final class TabStrip {
  private final TabPane tabs;
  private final WorkbenchViewModel viewModel;
  private final WorkspaceFeatures features;
  private final Texts texts;
  private final ActionRegistry actions;
  private final Consumer<Optional<PageTab>> shown;
  private final Map<Place, PageTab> tabsByPlace = new HashMap<>();
  private boolean syncing;

  /**
   * Follows the places of a workbench.
   *
   * @param shown told which tab is in front, when that changes
   */
  TabStrip(
      TabPane tabs,
      WorkbenchViewModel viewModel,
      WorkspaceFeatures features,
      Texts texts,
      ActionRegistry actions,
      Consumer<Optional<PageTab>> shown) {
    this.tabs = tabs;
    this.viewModel = viewModel;
    this.features = features;
    this.texts = texts;
    this.actions = actions;
    this.shown = shown;
    tabs.setTabDragPolicy(TabPane.TabDragPolicy.REORDER);
    TabsViewModel model = viewModel.tabs();
    follow();
    model.places().addListener((ListChangeListener<Place>) change -> follow());
    model.pinned().addListener((ListChangeListener<Place>) change -> showPins());
    model.current().subscribe(this::bringToFront);
    tabs.getSelectionModel()
        .selectedItemProperty()
        .subscribe(tab -> {
          if (!syncing && tab instanceof PageTab page) {
            model.current().set(page.place());
          }
        });
    tabs.getTabs().addListener((ListChangeListener<Tab>) change -> takeOrder());
    viewModel.ways().subscribe(ways -> tabsByPlace.forEach(this::showWay));
  }

  /** The tabs follow the places; a tab that stays keeps its page. */
  private void follow() {
    syncing = true;
    List<Place> places = List.copyOf(viewModel.tabs().places());
    for (Place gone : tabsByPlace.keySet().stream().filter(p -> !places.contains(p)).toList()) {
      PageTab tab = tabsByPlace.remove(gone);
      if (tab != null) {
        tabs.getTabs().remove(tab);
        tab.dispose();
      }
    }
    for (int i = 0; i < places.size(); i++) {
      PageTab tab = tabsByPlace.computeIfAbsent(places.get(i), this::makeTab);
      if (tabs.getTabs().indexOf(tab) != i) {
        tabs.getTabs().remove(tab);
        tabs.getTabs().add(i, tab);
      }
    }
    syncing = false;
    showPins();
    bringToFront(viewModel.tabs().current().get());
  }

  private PageTab makeTab(Place place) {
    PageTab tab =
        new PageTab(
            place,
            new PlaceNames(texts).name(place, viewModel.workspace().effective().get()),
            () -> features.page(place),
            texts,
            actions);
    tab.setOnCloseRequest(event -> {
      event.consume();
      viewModel.tabs().close(place);
    });
    tab.setContextMenu(menu(place));
    showWay(place, tab);
    return tab;
  }

  /** The menu's actions are about the tab in front, so this one comes there first. */
  private ContextMenu menu(Place place) {
    ContextMenu menu = new ContextMenu(new MenuItem());
    menu.setOnShowing(event -> {
      viewModel.tabs().current().set(place);
      menu.getItems().setAll(actions.menuItems("tab.close", "tab.close.others", "tab.pin"));
      menu.getItems().add(new SeparatorMenuItem());
      menu.getItems().addAll(actions.menuItems("tab.beside", "tab.left", "tab.right"));
      menu.getItems().add(new SeparatorMenuItem());
      menu.getItems().addAll(actions.menuItems("tab.reopen"));
    });
    menu.setOnHidden(event -> menu.getItems().setAll(new MenuItem()));
    return menu;
  }

  private void showPins() {
    tabsByPlace.forEach((place, tab) -> tab.pin(viewModel.tabs().pinned().contains(place)));
  }

  /** After a tab was dragged, which takes it out and puts it in again. */
  private void takeOrder() {
    if (!syncing) {
      FxThread.later(() -> {
        if (!syncing) {
          viewModel.tabs().arrange(placesAsShown());
        }
      });
    }
  }

  private List<Place> placesAsShown() {
    return tabs.getTabs().stream()
        .filter(PageTab.class::isInstance)
        .map(tab -> ((PageTab) tab).place())
        .toList();
  }

  private void bringToFront(@Nullable Place place) {
    PageTab tab = place == null ? null : tabsByPlace.get(place);
    if (tab != null) {
      tab.makePage();
      syncing = true;
      tabs.getSelectionModel().select(tab);
      syncing = false;
    }
    shown.accept(Optional.ofNullable(tab));
  }

  private void showWay(Place place, PageTab tab) {
    if (place instanceof Place.Entity entity) {
      List<EntityKey> way = viewModel.ways().get().way(entity.key());
      tab.showWay(
          way, viewModel.ways().get()::label, key -> viewModel.tabs().open(new Place.Entity(key)));
    }
  }

  /** The tab of a place, if it has one. */
  Optional<PageTab> tab(Place place) {
    return Optional.ofNullable(tabsByPlace.get(place));
  }

  /** The tab in front. */
  Optional<PageTab> front() {
    Place place = viewModel.tabs().current().get();
    return place == null ? Optional.empty() : tab(place);
  }

  /** What is focused when no page is. */
  Node node() {
    return tabs;
  }

  /** Lets every page keep what was typed and go. */
  void close() {
    tabsByPlace.values().forEach(PageTab::dispose);
    tabsByPlace.clear();
  }
}
