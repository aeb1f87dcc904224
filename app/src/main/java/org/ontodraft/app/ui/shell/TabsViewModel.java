package org.ontodraft.app.ui.shell;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.settings.OpenTabs;
import org.ontodraft.app.ui.common.Place;
import org.ontodraft.model.entity.EntityKey;

/**
 * The open tabs, on one side or two, the one in front, and the way back and forward. A place has
 * one tab, whichever side it is on. What is opened goes to the side worked on; the right side is
 * there while it has tabs. Pinned tabs come first and stay when others are closed. FX thread.
 */
final class TabsViewModel {
  private static final int REMEMBERED = 100;
  private static final int RECENT = 30;

  private final TabGroup left = new TabGroup();
  private final TabGroup right = new TabGroup();
  private final ReadOnlyObjectWrapper<TabGroup> active = new ReadOnlyObjectWrapper<>(left);
  private final ObservableList<Place> places = FXCollections.observableArrayList();
  private final ObservableList<Place> placesView = FXCollections.unmodifiableObservableList(places);
  private final ReadOnlyObjectWrapper<@Nullable Place> current = new ReadOnlyObjectWrapper<>();
  private final List<Place> history = new ArrayList<>();
  private final Deque<Place> recent = new ArrayDeque<>();
  private final ReadOnlyBooleanWrapper canGoBack = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyBooleanWrapper canGoForward = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyObjectWrapper<@Nullable Place> lastClosed = new ReadOnlyObjectWrapper<>();
  private final Deque<Place> closed = new ArrayDeque<>();
  private int at = -1;
  private boolean travelling;
  private boolean settled = true;

  TabsViewModel() {
    current.subscribe(this::visited);
    for (TabGroup side : List.of(left, right)) {
      side.places().addListener((Observable change) -> update());
      side.front().subscribe(front -> update());
    }
  }

  /** The tabs, or those of the left side. */
  TabGroup left() {
    return left;
  }

  /** The tabs of the right side; none for one side. */
  TabGroup right() {
    return right;
  }

  /** The side worked on. */
  ReadOnlyObjectProperty<TabGroup> active() {
    return active.getReadOnlyProperty();
  }

  /** Every open place: those of the left side, then those of the right. */
  ObservableList<Place> places() {
    return placesView;
  }

  /** The place in front on the side worked on; null when no tab is open. */
  ReadOnlyObjectProperty<@Nullable Place> current() {
    return current.getReadOnlyProperty();
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

  /** What was shown, the newest first, each place once, also in earlier times. */
  List<Place> recent() {
    return List.copyOf(recent);
  }

  /** Whether a tab stays. */
  boolean isPinned(Place place) {
    return left.pinned().contains(place) || right.pinned().contains(place);
  }

  private TabGroup other(TabGroup side) {
    return side == left ? right : left;
  }

  private Optional<TabGroup> sideOf(Place place) {
    return left.has(place)
        ? Optional.of(left)
        : right.has(place) ? Optional.of(right) : Optional.empty();
  }

  /** Brings a place to the front, in a new tab behind the present one if it has none. */
  void open(Place place) {
    change(() -> {
      Optional<TabGroup> side = sideOf(place);
      if (side.isPresent()) {
        side.get().toFront(place);
        active.set(side.get());
      } else {
        closed.remove(place);
        lastClosed.set(closed.peek());
        active.get().add(place);
      }
    });
  }

  /** Works on a side from now on, if it has tabs. */
  void activate(TabGroup side) {
    if (active.get() != side && !side.isEmpty()) {
      change(() -> active.set(side));
    }
  }

  /** Works on the other side, if there is one. */
  void activateOther() {
    activate(other(active.get()));
  }

  /**
   * Puts a tab on the other side, in front there. Of a single tab there is no other side; a left
   * side that becomes empty takes the tabs of the right one.
   */
  void moveAcross(Place place) {
    Optional<TabGroup> from = sideOf(place);
    if (from.isEmpty() || places.size() < 2) {
      return;
    }
    change(() -> {
      TabGroup to = other(from.get());
      boolean stays = from.get().pinned().contains(place);
      from.get().remove(place);
      to.add(place);
      to.pin(place, stays);
      active.set(to);
    });
  }

  /** Puts all tabs on one side; the one worked on stays in front. */
  void join() {
    if (!right.isEmpty()) {
      change(() -> {
        Place front = current.get();
        left.takeAll(right);
        left.toFront(front);
        active.set(left);
      });
    }
  }

  /** Makes a change of both sides as one, and never leaves a gap on the left. */
  private void change(Runnable work) {
    settled = false;
    work.run();
    if (left.isEmpty() && !right.isEmpty()) {
      left.takeAll(right);
    }
    if (active.get().isEmpty()) {
      active.set(left);
    }
    settled = true;
    update();
  }

  private void update() {
    if (settled) {
      List<Place> all = new ArrayList<>(left.places());
      all.addAll(right.places());
      if (!all.equals(places)) {
        places.setAll(all);
      }
      current.set(active.get().front().get());
    }
  }

  /** Lets a tab stay, before those that do not; or lets it go again. */
  void pin(Place place, boolean stays) {
    sideOf(place).ifPresent(side -> change(() -> side.pin(place, stays)));
  }

  /** Puts a tab so many places further, among the pinned ones or among the others of its side. */
  void shift(Place place, int by) {
    sideOf(place).ifPresent(side -> change(() -> side.shift(place, by)));
  }

  /** Takes the order in which somebody put the tabs of a side; pinned ones stay first. */
  void arrange(TabGroup side, List<Place> wanted) {
    change(() -> side.arrange(wanted));
  }

  /** What is open of an entity that has another key now stays where it is, under that key. */
  void renamed(EntityKey from, EntityKey to) {
    UnaryOperator<Place> now = place -> place.renamed(from, to);
    history.replaceAll(now);
    replace(closed, now);
    replace(recent, now);
    lastClosed.set(closed.peek());
    change(() -> {
      left.rename(now, List.of());
      right.rename(now, left.places());
    });
  }

  private static void replace(Deque<Place> remembered, UnaryOperator<Place> now) {
    List<Place> renamed = remembered.stream().map(now).distinct().toList();
    remembered.clear();
    remembered.addAll(renamed);
  }

  /** Closes a tab, pinned or not; its neighbour comes to the front. */
  void close(Place place) {
    sideOf(place)
        .ifPresent(side -> {
          change(() -> side.remove(place));
          remember(place);
        });
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
    if (front != null && !isPinned(front)) {
      close(front);
    }
  }

  /** Closes every tab of its side but this one and those that stay. */
  void closeOthers(Place place) {
    open(place);
    TabGroup side = active.get();
    for (Place one : List.copyOf(side.places())) {
      if (!one.equals(place) && !side.pinned().contains(one)) {
        close(one);
      }
    }
  }

  /** Runs this whenever something else is open. */
  void watch(Runnable changed) {
    places.addListener((Observable change) -> changed.run());
    for (TabGroup side : List.of(left, right)) {
      side.places().addListener((Observable change) -> changed.run());
      side.pinned().addListener((Observable change) -> changed.run());
      side.front().subscribe((before, now) -> changed.run());
    }
    current.subscribe((before, now) -> changed.run());
  }

  /** What is open, to be opened again another time. */
  OpenTabs remembered() {
    return new OpenTabs(
        left.remembered(),
        right.remembered(),
        recent.stream().map(PlaceText::of).flatMap(Optional::stream).toList(),
        "",
        Set.of());
  }

  /**
   * Opens what was open another time.
   *
   * @param stillThere whether a place can be shown
   */
  void restore(OpenTabs open, Predicate<Place> stillThere) {
    read(open.recent(), stillThere).forEach(recent::addLast);
    change(() -> {
      List<Place> first = read(open.left().places(), stillThere);
      left.restore(open.left(), first);
      List<Place> second =
          read(open.right().places(), stillThere).stream()
              .filter(place -> !first.contains(place))
              .toList();
      right.restore(open.right(), second);
    });
  }

  private static List<Place> read(List<String> texts, Predicate<Place> stillThere) {
    return texts.stream()
        .flatMap(text -> PlaceText.read(text).stream())
        .filter(stillThere)
        .distinct()
        .toList();
  }

  /** Opens the tab again that was closed last, then the one before it. */
  void reopen() {
    Place place = closed.poll();
    if (place != null) {
      lastClosed.set(closed.peek());
      open(place);
    }
  }

  /** Brings the tab of this side to the front that is so many behind the present one, round. */
  void step(int by) {
    Place front = current.get();
    if (front != null) {
      List<Place> side = active.get().places();
      open(side.get(Math.floorMod(side.indexOf(front) + by, side.size())));
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
    updateWays();
  }

  private void visited(@Nullable Place place) {
    if (place == null) {
      return;
    }
    recent.remove(place);
    recent.addFirst(place);
    if (recent.size() > RECENT) {
      recent.removeLast();
    }
    if (travelling || at >= 0 && history.get(at).equals(place)) {
      return;
    }
    history.subList(at + 1, history.size()).clear();
    history.add(place);
    if (history.size() > REMEMBERED) {
      history.removeFirst();
    }
    at = history.size() - 1;
    updateWays();
  }

  private void updateWays() {
    canGoBack.set(at > 0);
    canGoForward.set(at < history.size() - 1);
  }
}
