package org.ontodraft.app.ui.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.ui.common.Place;

/** The open tabs, the one in front, and the way back and forward. FX thread. */
final class TabsViewModel {
  private static final int REMEMBERED = 100;

  private final ObservableList<Place> places = FXCollections.observableArrayList();
  private final ObjectProperty<@Nullable Place> current = new SimpleObjectProperty<>();
  private final List<Place> history = new ArrayList<>();
  private final ReadOnlyBooleanWrapper canGoBack = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyBooleanWrapper canGoForward = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyObjectWrapper<@Nullable Place> lastClosed = new ReadOnlyObjectWrapper<>();
  private int at = -1;
  private boolean travelling;

  TabsViewModel() {
    current.subscribe(this::visited);
  }

  /** The open places, in the order of their tabs. */
  ObservableList<Place> places() {
    return places;
  }

  /** The place in front; null when no tab is open. */
  ObjectProperty<@Nullable Place> current() {
    return current;
  }

  /** Whether there is a place to go back to. */
  ReadOnlyBooleanProperty canGoBack() {
    return canGoBack.getReadOnlyProperty();
  }

  /** Whether there is a place to go forward to. */
  ReadOnlyBooleanProperty canGoForward() {
    return canGoForward.getReadOnlyProperty();
  }

  /** The tab that was closed last, if one was. */
  ReadOnlyObjectProperty<@Nullable Place> lastClosed() {
    return lastClosed.getReadOnlyProperty();
  }

  /** Where one has been, the newest first, each place once. */
  List<Place> recent() {
    return history.reversed().stream().distinct().toList();
  }

  /** Brings a place to the front, in a new tab behind the present one if it has none. */
  void open(Place place) {
    if (!places.contains(place)) {
      Place front = current.get();
      places.add(front == null ? places.size() : places.indexOf(front) + 1, place);
    }
    current.set(place);
  }

  /** Closes a tab; its neighbour comes to the front. */
  void close(Place place) {
    int index = places.indexOf(place);
    if (index < 0) {
      return;
    }
    if (place.equals(current.get())) {
      int neighbour = index + 1 < places.size() ? index + 1 : index - 1;
      current.set(neighbour < 0 ? null : places.get(neighbour));
    }
    places.remove(place);
    lastClosed.set(place);
  }

  /** Closes the tab in front. */
  void closeCurrent() {
    Place front = current.get();
    if (front != null) {
      close(front);
    }
  }

  /** Opens the tab again that was closed last. */
  void reopen() {
    Place place = lastClosed.get();
    if (place != null) {
      lastClosed.set(null);
      open(place);
    }
  }

  /** Brings the tab to the front that is so many behind the present one, round and round. */
  void step(int by) {
    Place front = current.get();
    if (front != null) {
      current.set(places.get(Math.floorMod(places.indexOf(front) + by, places.size())));
    }
  }

  /** Goes to the place before. */
  void back() {
    travel(-1);
  }

  /** Goes on again. */
  void forward() {
    travel(1);
  }

  private void travel(int by) {
    int to = at + by;
    if (to < 0 || to >= history.size()) {
      return;
    }
    travelling = true;
    at = to;
    open(history.get(to));
    travelling = false;
    update();
  }

  private void visited(@Nullable Place place) {
    if (place == null || travelling || at >= 0 && history.get(at).equals(place)) {
      return;
    }
    history.subList(at + 1, history.size()).clear();
    history.add(place);
    if (history.size() > REMEMBERED) {
      history.removeFirst();
    }
    at = history.size() - 1;
    update();
  }

  private void update() {
    canGoBack.set(at > 0);
    canGoForward.set(at < history.size() - 1);
  }
}
