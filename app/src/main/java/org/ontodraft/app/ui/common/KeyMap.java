package org.ontodraft.app.ui.common;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;
import javafx.stage.PopupWindow;
import org.jspecify.annotations.Nullable;

/**
 * Which keys do what: the usual ones, and in their place those a person chose. A key does one thing
 * in one part of the window. FX thread.
 */
public final class KeyMap {
  /** The keys in force in a scene, a popup's being those of its window; nothing elsewhere. */
  static Optional<KeyMap> in(@Nullable Scene scene) {
    if (scene == null) {
      return Optional.empty();
    }
    if (scene.getProperties().get(KeyMap.class) instanceof KeyMap map) {
      return Optional.of(map);
    }
    return scene.getWindow() instanceof PopupWindow popup && popup.getOwnerWindow() != null
        ? in(popup.getOwnerWindow().getScene())
        : Optional.empty();
  }

  /** What text fields do with these is older than any program. */
  private static final Set<String> OF_TEXT =
      Set.of("Shortcut+C", "Shortcut+V", "Shortcut+X", "Shortcut+A");

  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final List<Runnable> watchers = new ArrayList<>();

  /** The keys of one action. */
  private static final class Entry {
    private final Context context;
    private final List<KeyCombination> usual;
    private List<KeyCombination> keys;
    private final ReadOnlyObjectWrapper<@Nullable KeyCombination> shown =
        new ReadOnlyObjectWrapper<>();

    private Entry(Context context, List<KeyCombination> usual) {
      this.context = context;
      this.usual = usual;
      this.keys = usual;
      show();
    }

    private void set(List<KeyCombination> now) {
      keys = now;
      show();
    }

    private void show() {
      shown.set(keys.isEmpty() ? null : keys.getFirst());
    }
  }

  /** Why an action cannot have a key. */
  public sealed interface Clash {
    /** Another action has it. */
    record Taken(String id) implements Clash {}

    /** Text fields need it. */
    record OfText() implements Clash {}

    /** It is a letter or digit alone, which people type. */
    record Plain() implements Clash {}
  }

  /** What stands in the settings and cannot be followed. */
  public record Ignored(String id, String key) {}

  /**
   * Adds the usual keys of an action.
   *
   * @throws IllegalArgumentException when one of them is taken
   */
  void add(String id, Context context, List<KeyCombination> usual) {
    for (KeyCombination key : usual) {
      holder(context, key)
          .ifPresent(taken -> {
            throw new IllegalArgumentException(key.getName() + " belongs to " + taken);
          });
    }
    entries.put(id, new Entry(context, usual));
  }

  private Optional<String> holder(Context context, KeyCombination key) {
    return entries.entrySet().stream()
        .filter(entry -> entry.getValue().context == context)
        .filter(entry -> entry.getValue().keys.stream().anyMatch(had -> same(had, key)))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** Whether two combinations are the same keys here; {@code Shortcut} is one of the others. */
  private static boolean same(KeyCombination one, KeyCombination other) {
    return one.getDisplayText().equals(other.getDisplayText());
  }

  private Entry entry(String id) {
    Entry entry = entries.get(id);
    if (entry == null) {
      throw new NoSuchElementException("no action " + id);
    }
    return entry;
  }

  /** The keys of an action now, the one that is shown first. */
  public List<KeyCombination> keys(String id) {
    return entry(id).keys;
  }

  /** The key of an action that menus and tooltips show; null for none. */
  public ReadOnlyObjectProperty<@Nullable KeyCombination> shown(String id) {
    return entry(id).shown.getReadOnlyProperty();
  }

  /** Whether there is such an action. */
  boolean knows(String id) {
    return entries.containsKey(id);
  }

  /** Whether an action has other keys than usual. */
  public boolean changed(String id) {
    return !entry(id).keys.equals(entry(id).usual);
  }

  /** What speaks against giving this key to an action; nothing when it has it already. */
  public Optional<Clash> clash(String id, KeyCombination key) {
    if (OF_TEXT.stream().anyMatch(text -> same(KeyCombination.valueOf(text), key))) {
      return Optional.of(new Clash.OfText());
    }
    if (isPlain(key) && entry(id).context == Context.ANYWHERE) {
      return Optional.of(new Clash.Plain());
    }
    return holder(entry(id).context, key).filter(taken -> !taken.equals(id)).map(Clash.Taken::new);
  }

  private static boolean isPlain(KeyCombination key) {
    boolean bare =
        key.getControl() != KeyCombination.ModifierValue.DOWN
            && key.getShortcut() != KeyCombination.ModifierValue.DOWN
            && key.getAlt() != KeyCombination.ModifierValue.DOWN
            && key.getMeta() != KeyCombination.ModifierValue.DOWN;
    return bare && !key.getName().matches("(Shift\\+)?F\\d{1,2}");
  }

  /**
   * Takes what a person chose in place of the usual keys.
   *
   * @param chosen key by action; an empty key for none
   * @return what is not followed, because there is no such action or key, or the key is taken
   */
  public List<Ignored> follow(Map<String, String> chosen) {
    List<Ignored> ignored = new ArrayList<>();
    entries.values().forEach(entry -> entry.keys = entry.usual);
    // First all that go, so that two actions may exchange their keys.
    chosen.keySet().stream().filter(entries::containsKey).forEach(id -> entry(id).keys = List.of());
    chosen.forEach((id, key) -> {
      Optional<List<KeyCombination>> wanted = read(key);
      if (!entries.containsKey(id)) {
        ignored.add(new Ignored(id, key));
      } else if (wanted.isEmpty()
          || wanted.get().stream().anyMatch(one -> clash(id, one).isPresent())) {
        entry(id).keys = free(id);
        ignored.add(new Ignored(id, key));
      } else {
        entry(id).keys = wanted.get();
      }
    });
    entries.values().forEach(entry -> entry.set(entry.keys));
    watchers.forEach(Runnable::run);
    return ignored;
  }

  /** The usual keys that nobody else has now. */
  private List<KeyCombination> free(String id) {
    Entry entry = entry(id);
    return entry.usual.stream().filter(key -> holder(entry.context, key).isEmpty()).toList();
  }

  private static Optional<List<KeyCombination>> read(String key) {
    if (key.isEmpty()) {
      return Optional.of(List.of());
    }
    try {
      return Optional.of(List.of(KeyCombination.valueOf(key)));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  /** Runs this after each change, as long as the map lives. */
  void watch(Runnable watcher) {
    watchers.add(watcher);
  }
}
