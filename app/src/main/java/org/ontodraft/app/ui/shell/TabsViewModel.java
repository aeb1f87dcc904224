package org.ontodraft.app.ui.shell;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.settings.OpenTabs;
import org.ontodraft.app.ui.common.Place;
import org.ontodraft.model.entity.EntityKey;

/**
 * The open tabs, the one in front, what stands beside them, and the way back and forward. Pinned
 * tabs come first and stay when others are closed. FX thread.
 */
final class TabsViewModel {
  private static final int REMEMBERED = 100;

  private final ObservableList<Place> places = FXCollections.observableArrayList();
  private final ObjectProperty<@Nullable Place> current = new SimpleObjectProperty<>();
  private final List<Place> history = new ArrayList<>();
  private final ReadOnlyBooleanWrapper canGoBack = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyBooleanWrapper canGoForward = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyObjectWrapper<@Nullable Place> lastClosed = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Place> beside = new ReadOnlyObjectWrapper<>();
  private final ObservableList<Place> pinned = FXCollections.observableArrayList();
  private final Deque<Place> closed = new ArrayDeque<>();
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

  /** What stands beside the tabs; null for nothing. It has no tab. */
  ReadOnlyObjectProperty<@Nullable Place> beside() {
    return beside.getReadOnlyProperty();
  }

  /** The tabs that stay. */
  ObservableList<Place> pinned() {
    return pinned;
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
      if (place.equals(beside.get())) {
        beside.set(null);
      }
      closed.remove(place);
      lastClosed.set(closed.peek());
      Place front = current.get();
      int behind = front == null ? places.size() : places.indexOf(front) + 1;
      places.add(Math.max(behind, pinned.size()), place);
    }
    current.set(place);
  }

  /** Shows a place beside the tabs; what was there gets a tab again. */
  void openBeside(Place place) {
    Place before = beside.get();
    if (place.equals(before)) {
      return;
    }
    if (places.contains(place)) {
      takeAway(place);
    }
    beside.set(place);
    if (before != null) {
      places.add(before);
      if (current.get() == null) {
        current.set(before);
      }
    }
  }

  /** Puts what stands beside the tabs behind the tab in front. */
  void bringBack() {
    Place place = beside.get();
    if (place != null) {
      beside.set(null);
      open(place);
    }
  }

  /** Takes away what stands beside the tabs. */
  void closeBeside() {
    Place place = beside.get();
    if (place != null) {
      beside.set(null);
      remember(place);
    }
  }

  /** Lets a tab stay, before those that do not; or lets it go again. */
  void pin(Place place, boolean stays) {
    if (!places.contains(place) || pinned.contains(place) == stays) {
      return;
    }
    Place front = current.get();
    if (stays) {
      move(place, pinned.size());
      pinned.add(place);
    } else {
      pinned.remove(place);
      move(place, pinned.size());
    }
    current.set(front);
  }

  /** Puts a tab so many places further, among the pinned ones or among the others. */
  void shift(Place place, int by) {
    int from = places.indexOf(place);
    if (from >= 0) {
      boolean stays = pinned.contains(place);
      int first = stays ? 0 : pinned.size();
      int last = stays ? pinned.size() - 1 : places.size() - 1;
      move(place, Math.clamp(from + (long) by, first, last));
    }
  }

  private void move(Place place, int to) {
    Place front = current.get();
    if (places.indexOf(place) != to) {
      List<Place> ordered = new ArrayList<>(places);
      ordered.remove(place);
      ordered.add(to, place);
      places.setAll(ordered);
      current.set(front);
    }
  }

  /** Takes the order in which somebody put the tabs; pinned ones stay first. */
  void arrange(List<Place> wanted) {
    if (Set.copyOf(wanted).equals(Set.copyOf(places)) && !wanted.equals(places)) {
      Place front = current.get();
      List<Place> stay = wanted.stream().filter(pinned::contains).toList();
      List<Place> ordered = new ArrayList<>(stay);
      wanted.stream().filter(place -> !stay.contains(place)).forEach(ordered::add);
      pinned.setAll(stay);
      places.setAll(ordered);
      current.set(front);
    }
  }

  /** What is open of an entity that has another key now stays where it is, under that key. */
  void renamed(EntityKey from, EntityKey to) {
    UnaryOperator<Place> now = place -> place.renamed(from, to);
    Place front = current.get();
    Place aside = beside.get();
    List<Place> ordered = places.stream().map(now).distinct().toList();
    history.replaceAll(now);
    List<Place> remembered = closed.stream().map(now).distinct().toList();
    closed.clear();
    closed.addAll(remembered);
    lastClosed.set(closed.peek());
    if (!ordered.equals(places)) {
      pinned.setAll(pinned.stream().map(now).distinct().toList());
      places.setAll(ordered);
      current.set(front == null ? null : now.apply(front));
    }
    if (aside != null && !now.apply(aside).equals(aside)) {
      beside.set(ordered.contains(now.apply(aside)) ? null : now.apply(aside));
    }
  }

  /** Closes a tab, pinned or not; its neighbour comes to the front. */
  void close(Place place) {
    if (place.equals(beside.get())) {
      closeBeside();
    } else if (places.contains(place)) {
      takeAway(place);
      remember(place);
    }
  }

  private void takeAway(Place place) {
    int index = places.indexOf(place);
    if (place.equals(current.get())) {
      int neighbour = index + 1 < places.size() ? index + 1 : index - 1;
      current.set(neighbour < 0 ? null : places.get(neighbour));
    }
    pinned.remove(place);
    places.remove(place);
  }

  private void remember(Place place) {
    closed.remove(place);
    closed.push(place);
    if (closed.size() > REMEMBERED) {
      closed.removeLast();
    }
    lastClosed.set(place);
  }

  /** Closes the tab in front; a pinned one stays. */
  void closeCurrent() {
    Place front = current.get();
    if (front != null && !pinned.contains(front)) {
      close(front);
    }
  }

  /** Closes every tab but this one and those that stay. */
  void closeOthers(Place place) {
    current.set(place);
    for (Place other : List.copyOf(places)) {
      if (!other.equals(place) && !pinned.contains(other)) {
        close(other);
      }
    }
  }

  /** Runs this whenever something else is open. */
  void watch(Runnable changed) {
    places.addListener((Observable change) -> changed.run());
    pinned.addListener((Observable change) -> changed.run());
    current.subscribe((before, now) -> changed.run());
    beside.subscribe((before, now) -> changed.run());
  }

  /** What is open, to be opened again another time. */
  OpenTabs remembered() {
    Place front = current.get();
    Place aside = beside.get();
    return new OpenTabs(
        places.stream().map(PlaceText::of).flatMap(Optional::stream).toList(),
        pinned.stream()
            .map(PlaceText::of)
            .flatMap(Optional::stream)
            .collect(Collectors.toUnmodifiableSet()),
        front == null ? "" : PlaceText.of(front).orElse(""),
        aside == null ? "" : PlaceText.of(aside).orElse(""));
  }

  /**
   * Opens what was open another time.
   *
   * @param stillThere whether a place can be shown
   */
  void restore(OpenTabs open, Predicate<Place> stillThere) {
    List<Place> found =
        open.places().stream()
            .flatMap(text -> PlaceText.read(text).stream())
            .filter(stillThere)
            .distinct()
            .toList();
    List<Place> stay =
        found.stream()
            .filter(place -> PlaceText.of(place).filter(open.pinned()::contains).isPresent())
            .toList();
    List<Place> ordered = new ArrayList<>(stay);
    found.stream().filter(place -> !stay.contains(place)).forEach(ordered::add);
    pinned.setAll(stay);
    places.setAll(ordered);
    PlaceText.read(open.beside())
        .filter(stillThere)
        .filter(place -> !ordered.contains(place))
        .ifPresent(beside::set);
    PlaceText.read(open.front())
        .filter(ordered::contains)
        .or(() -> ordered.stream().findFirst())
        .ifPresent(current::set);
  }

  /** Opens the tab again that was closed last, then the one before it. */
  void reopen() {
    Place place = closed.poll();
    if (place != null) {
      lastClosed.set(closed.peek());
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
    Place place = history.get(to);
    if (!place.equals(beside.get())) {
      open(place);
    }
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
