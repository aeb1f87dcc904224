package org.ontodraft.app.ui.shell;

import java.util.List;
import java.util.function.Function;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.ui.common.FxThread;
import org.ontodraft.app.ui.common.Place;

/**
 * The tabs of one side, which follow the places that are open there. A page is made when its tab
 * first comes to the front, so that many can be there from the beginning. FX thread.
 */
final class TabStrip {
  private final TabPane tabs;
  private final TabGroup group;
  private final TabsViewModel model;
  private final Function<Place, PageTab> tabOf;
  private boolean syncing;

  /**
   * Follows a side.
   *
   * @param tabOf the tab of a place, which keeps its page when it goes to the other side
   */
  TabStrip(TabPane tabs, TabGroup group, TabsViewModel model, Function<Place, PageTab> tabOf) {
    this.tabs = tabs;
    this.group = group;
    this.model = model;
    this.tabOf = tabOf;
    tabs.setTabDragPolicy(TabPane.TabDragPolicy.REORDER);
    follow();
    group.places().addListener((ListChangeListener<Place>) change -> follow());
    group.pinned().addListener((ListChangeListener<Place>) change -> showPins());
    group.front().subscribe(this::bringToFront);
    tabs.getSelectionModel()
        .selectedItemProperty()
        .subscribe((before, tab) -> {
          if (!syncing && tab instanceof PageTab page && group.has(page.place())) {
            model.open(page.place());
          }
        });
    tabs.getTabs().addListener((ListChangeListener<Tab>) change -> takeOrder());
  }

  /** The tabs follow the places; a tab that stays keeps its page. */
  private void follow() {
    syncing = true;
    List<Place> places = List.copyOf(group.places());
    tabs.getTabs().removeIf(tab -> tab instanceof PageTab page && !places.contains(page.place()));
    for (int i = 0; i < places.size(); i++) {
      PageTab tab = tabOf.apply(places.get(i));
      if (tabs.getTabs().indexOf(tab) != i) {
        tabs.getTabs().remove(tab);
        tabs.getTabs().add(i, tab);
      }
    }
    syncing = false;
    showPins();
    bringToFront(group.front().get());
  }

  private void showPins() {
    group.places().forEach(place -> tabOf.apply(place).pin(group.pinned().contains(place)));
  }

  /** After a tab was dragged, which takes it out and puts it in again. */
  private void takeOrder() {
    if (!syncing) {
      FxThread.later(() -> {
        if (!syncing) {
          model.arrange(group, placesAsShown());
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
    if (place != null && group.has(place)) {
      PageTab tab = tabOf.apply(place);
      if (tabs.getTabs().contains(tab)) {
        tab.makePage();
        syncing = true;
        tabs.getSelectionModel().select(tab);
        syncing = false;
      }
    }
  }
}
