package org.ontodraft.app.ui.shell;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.beans.Observable;
import javafx.css.PseudoClass;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.ui.common.ActionRegistry;
import org.ontodraft.app.ui.common.Page;
import org.ontodraft.app.ui.common.Place;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.common.WorkspaceFeatures;
import org.ontodraft.model.entity.EntityKey;

/**
 * The tabs of both sides and their pages. Whoever presses a key or the mouse in a side works on
 * that side. A page goes to the other side as it is, with what is typed and where it is scrolled
 * to. FX thread.
 */
final class TabDeck {
  private static final PseudoClass ASIDE = PseudoClass.getPseudoClass("aside");

  private final WorkbenchViewModel viewModel;
  private final TabsViewModel model;
  private final WorkspaceFeatures features;
  private final Texts texts;
  private final ActionRegistry actions;
  private final TabPane leftTabs;
  private final StackPane leftArea;
  private final TabPane rightTabs = new TabPane();
  private final StackPane rightArea = new StackPane(rightTabs);
  private final BiConsumer<Optional<PageTab>, Boolean> shown;
  private final Map<Place, PageTab> tabsByPlace = new HashMap<>();
  private boolean byHand;

  /**
   * Follows the places of a workbench.
   *
   * @param shown told which tab is in front on the side worked on, when that changes, and whether
   *     the focus is to go there: not where somebody has just put it
   */
  TabDeck(
      TabPane tabs,
      StackPane area,
      WorkbenchViewModel viewModel,
      WorkspaceFeatures features,
      Texts texts,
      ActionRegistry actions,
      BiConsumer<Optional<PageTab>, Boolean> shown) {
    this.leftTabs = tabs;
    this.leftArea = area;
    this.viewModel = viewModel;
    this.model = viewModel.tabs();
    this.features = features;
    this.texts = texts;
    this.actions = actions;
    this.shown = shown;
    rightArea.getStyleClass().addAll("tab-area", "right-side");
    rightTabs.setAccessibleText(texts.get("workbench.tabs.right"));
    rightTabs.setTabClosingPolicy(TabPane.TabClosingPolicy.ALL_TABS);
    new TabStrip(leftTabs, model.left(), model, this::tabOf);
    new TabStrip(rightTabs, model.right(), model, this::tabOf);
    TabDrag drag = new TabDrag(model);
    drag.install(leftTabs, model.left(), leftArea, from -> isSplit() ? rightArea : leftArea);
    drag.install(rightTabs, model.right(), rightArea, from -> leftArea);
    workHereBy(leftArea, model.left());
    workHereBy(rightArea, model.right());
    model.places().addListener((Observable change) -> letGo());
    model.active().subscribe(this::showSide);
    model.current().subscribe(this::show);
    viewModel.places().ways().subscribe(ways -> tabsByPlace.forEach(this::showWay));
  }

  private void workHereBy(StackPane area, TabGroup side) {
    Runnable work =
        () -> {
          byHand = true;
          model.activate(side);
          byHand = false;
        };
    area.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> work.run());
    area.addEventFilter(KeyEvent.KEY_PRESSED, event -> work.run());
  }

  private void show(@Nullable Place place) {
    shown.accept(Optional.ofNullable(place).flatMap(this::tab), !byHand);
  }

  private void showSide(TabGroup side) {
    leftTabs.pseudoClassStateChanged(ASIDE, side == model.right());
    rightTabs.pseudoClassStateChanged(ASIDE, side == model.left());
  }

  /** Whether there are two sides. */
  boolean isSplit() {
    return !model.right().isEmpty();
  }

  /** The right side. */
  StackPane rightArea() {
    return rightArea;
  }

  private PageTab tabOf(Place place) {
    return tabsByPlace.computeIfAbsent(place, this::makeTab);
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
      model.close(place);
    });
    tab.setContextMenu(menu(place));
    showWay(place, tab);
    return tab;
  }

  /** The menu's actions are about the tab in front, so this one comes there first. */
  private ContextMenu menu(Place place) {
    ContextMenu menu = new ContextMenu(new MenuItem());
    menu.setOnShowing(event -> {
      model.open(place);
      menu.getItems().setAll(actions.menuItems("tab.close", "tab.close.others", "tab.pin"));
      menu.getItems().add(new SeparatorMenuItem());
      menu.getItems().addAll(actions.menuItems("tab.beside", "tab.left", "tab.right"));
      menu.getItems().add(new SeparatorMenuItem());
      menu.getItems().addAll(actions.menuItems("entity.reveal", "tab.reopen"));
    });
    menu.setOnHidden(event -> menu.getItems().setAll(new MenuItem()));
    return menu;
  }

  private void showWay(Place place, PageTab tab) {
    if (place instanceof Place.Entity entity) {
      List<EntityKey> way = viewModel.places().ways().get().way(entity.key());
      tab.showWay(
          way, viewModel.places().ways().get()::label, key -> model.open(new Place.Entity(key)));
    }
  }

  /** Pages of tabs that are on neither side any more keep what was typed and go. */
  private void letGo() {
    List<Place> open = List.copyOf(model.places());
    List<Place> gone = tabsByPlace.keySet().stream().filter(p -> !open.contains(p)).toList();
    for (Place place : gone) {
      PageTab tab = tabsByPlace.remove(place);
      if (tab != null) {
        tab.dispose();
      }
    }
  }

  /** The tab of a place, if it has one. */
  Optional<PageTab> tab(Place place) {
    return Optional.ofNullable(tabsByPlace.get(place));
  }

  /** The tab in front on the side worked on. */
  Optional<PageTab> front() {
    Place place = model.current().get();
    return place == null ? Optional.empty() : tab(place);
  }

  /** Puts the focus into the page in front of a side, and works there. */
  void focus(TabGroup side) {
    model.activate(side);
    TabPane tabs = side == model.left() ? leftTabs : rightTabs;
    Place place = side.front().get();
    Optional.ofNullable(place)
        .flatMap(this::tab)
        .flatMap(PageTab::page)
        .ifPresentOrElse(Page::focus, tabs::requestFocus);
  }

  /** Lets every page keep what was typed and go. */
  void close() {
    tabsByPlace.values().forEach(PageTab::dispose);
    tabsByPlace.clear();
  }
}
