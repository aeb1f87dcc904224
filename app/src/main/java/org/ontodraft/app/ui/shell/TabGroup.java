package org.ontodraft.app.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.settings.OpenTabs;
import org.ontodraft.app.ui.common.Place;

/**
 * The tabs of one side of the window, the pinned ones first, and the one in front. It is changed by
 * {@link TabsViewModel} alone, which knows both sides. FX thread.
 */
final class TabGroup {
  private final ObservableList<Place> places = FXCollections.observableArrayList();
  private final ObservableList<Place> pinned = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<@Nullable Place> front = new ReadOnlyObjectWrapper<>();

  /** The open places, in the order of their tabs. */
  ObservableList<Place> places() {
    return places;
  }

  /** The tabs that stay. */
  ObservableList<Place> pinned() {
    return pinned;
  }

  /** The place in front; null when no tab is open here. */
  ReadOnlyObjectProperty<@Nullable Place> front() {
    return front.getReadOnlyProperty();
  }

  boolean isEmpty() {
    return places.isEmpty();
  }

  boolean has(Place place) {
    return places.contains(place);
  }

  void toFront(@Nullable Place place) {
    front.set(place);
  }

  /** Puts a new tab behind the one in front. */
  void add(Place place) {
    Place before = front.get();
    int behind = before == null ? places.size() : places.indexOf(before) + 1;
    places.add(Math.max(behind, pinned.size()), place);
    front.set(place);
  }

  /** Takes a tab away; its neighbour comes to the front. */
  void remove(Place place) {
    int index = places.indexOf(place);
    if (place.equals(front.get())) {
      int neighbour = index + 1 < places.size() ? index + 1 : index - 1;
      front.set(neighbour < 0 ? null : places.get(neighbour));
    }
    pinned.remove(place);
    places.remove(place);
  }

  void pin(Place place, boolean stays) {
    if (!has(place) || pinned.contains(place) == stays) {
      return;
    }
    if (stays) {
      move(place, pinned.size());
      pinned.add(place);
    } else {
      pinned.remove(place);
      move(place, pinned.size());
    }
  }

  /** Puts a tab so many places further, among the pinned ones or among the others. */
  void shift(Place place, int by) {
    int from = places.indexOf(place);
    boolean stays = pinned.contains(place);
    int first = stays ? 0 : pinned.size();
    int last = stays ? pinned.size() - 1 : places.size() - 1;
    move(place, Math.clamp(from + (long) by, first, last));
  }

  private void move(Place place, int to) {
    if (places.indexOf(place) != to) {
      List<Place> ordered = new ArrayList<>(places);
      ordered.remove(place);
      ordered.add(to, place);
      reorder(ordered);
    }
  }

  /** Takes the order in which somebody put the same tabs; pinned ones stay first. */
  void arrange(List<Place> wanted) {
    if (Set.copyOf(wanted).equals(Set.copyOf(places)) && !wanted.equals(places)) {
      List<Place> stay = wanted.stream().filter(pinned::contains).toList();
      List<Place> ordered = new ArrayList<>(stay);
      wanted.stream().filter(place -> !stay.contains(place)).forEach(ordered::add);
      pinned.setAll(stay);
      reorder(ordered);
    }
  }

  private void reorder(List<Place> ordered) {
    Place before = front.get();
    places.setAll(ordered);
    front.set(before);
  }

  /**
   * Every place becomes what it is called now.
   *
   * @param elsewhere places that have a tab on the other side and need none here
   */
  void rename(UnaryOperator<Place> now, List<Place> elsewhere) {
    List<Place> renamed =
        places.stream().map(now).distinct().filter(place -> !elsewhere.contains(place)).toList();
    if (!renamed.equals(places)) {
      Place before = front.get();
      Place wanted = before == null ? null : now.apply(before);
      pinned.setAll(pinned.stream().map(now).distinct().filter(renamed::contains).toList());
      places.setAll(renamed);
      front.set(renamed.contains(wanted) ? wanted : renamed.isEmpty() ? null : renamed.getLast());
    }
  }

  /** What is open here, to be opened again another time. */
  OpenTabs.Group remembered() {
    Place shown = front.get();
    return new OpenTabs.Group(
        places.stream().map(PlaceText::of).flatMap(Optional::stream).toList(),
        pinned.stream()
            .map(PlaceText::of)
            .flatMap(Optional::stream)
            .collect(Collectors.toUnmodifiableSet()),
        shown == null ? "" : PlaceText.of(shown).orElse(""));
  }

  /** Opens what was open another time, as far as it can still be shown. */
  void restore(OpenTabs.Group open, List<Place> found) {
    List<Place> stay =
        found.stream()
            .filter(place -> PlaceText.of(place).filter(open.pinned()::contains).isPresent())
            .toList();
    List<Place> ordered = new ArrayList<>(stay);
    found.stream().filter(place -> !stay.contains(place)).forEach(ordered::add);
    pinned.setAll(stay);
    places.setAll(ordered);
    front.set(
        PlaceText.read(open.front())
            .filter(ordered::contains)
            .or(() -> ordered.stream().findFirst())
            .orElse(null));
  }

  /** Takes all tabs of the other side, behind its own. */
  void takeAll(TabGroup other) {
    List<Place> all = new ArrayList<>(pinned);
    all.addAll(other.pinned);
    List<Place> stay = List.copyOf(all);
    places.stream().filter(place -> !stay.contains(place)).forEach(all::add);
    other.places.stream().filter(place -> !stay.contains(place)).forEach(all::add);
    Place wanted = front.get() == null ? other.front.get() : front.get();
    other.clear();
    pinned.setAll(stay);
    places.setAll(all);
    front.set(wanted);
  }

  private void clear() {
    front.set(null);
    pinned.clear();
    places.clear();
  }
}
