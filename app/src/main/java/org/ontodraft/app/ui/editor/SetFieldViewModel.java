package org.ontodraft.app.ui.editor;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.ui.control.Suggestion;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;

/** A field that holds a set: keys of entities, or plain texts. Taken-out items stay in sight. */
public final class SetFieldViewModel extends FieldViewModel {
  private final ObservableList<Item> items = FXCollections.observableArrayList();
  private final ObservableList<Item> itemsView = FXCollections.unmodifiableObservableList(items);
  private final StringProperty input = new SimpleStringProperty("");
  private String lastAdded = "";

  /** Where an item is. */
  public enum Side {
    BOTH,
    ADDED,
    REMOVED
  }

  /**
   * One item.
   *
   * @param entity what is known of the key, or null for a plain text
   */
  public record Item(String text, Side side, @Nullable NamedItem entity) {}

  SetFieldViewModel(FieldOwner owner, FieldContent content) {
    super(owner, content);
    showNewest();
    input.subscribe((before, now) -> {
      if (!now.equals(lastAdded)) {
        clearProblem();
      }
      updateUnsaved();
    });
  }

  /** The items of the base and of the draft, those of the base first. */
  public ObservableList<Item> items() {
    return itemsView;
  }

  /** What is being typed to be added. */
  public StringProperty input() {
    return input;
  }

  /** Whose keys the set holds, or empty for plain texts. */
  public Optional<EntityType> target() {
    return Optional.ofNullable(content().get().spec().target());
  }

  /** Looks for entities to offer. */
  public void suggest(Consumer<List<Suggestion>> answer) {
    target()
        .ifPresent(type -> {
          Set<String> present = new TreeSet<>(mine().items());
          owner()
              .lookups()
              .suggest(name(), type, content().get().from(), input.get(), present, answer);
        });
  }

  /** Adds an entity. */
  public void choose(EntityKey key) {
    input.set("");
    add(key.key());
  }

  /** Asks for an entity that is not there yet, to be added once it is. */
  void create(String field, String text) {
    String typed = input.get();
    input.set("");
    target()
        .ifPresent(type ->
            owner()
                .lookups()
                .create(
                    new EntityCreation.Wish(
                        type,
                        keyOf(content().get(), text),
                        content().get().from(),
                        field,
                        this::choose,
                        () -> input.set(typed))));
  }

  /** The key that a text which was typed in words would be; below the field's category. */
  static String keyOf(FieldContent field, String text) {
    String key = keyOf(text);
    return field
        .from()
        .filter(category -> key.indexOf('/') < 0)
        .map(category -> category.key() + "/" + key)
        .orElse(key);
  }

  /** The key that a text which was typed in words would be. */
  static String keyOf(String text) {
    return text.strip().replace(' ', '_');
  }

  /** Takes an item out. */
  public void remove(String item) {
    lastAdded = "";
    set(mine().minus(item));
  }

  /** Puts an item of the base back in its place. */
  public void restore(String item) {
    lastAdded = "";
    set(mine().restore(item, base()));
  }

  /** Shows an item's entity. */
  public void open(Item item) {
    Optional.ofNullable(item.entity()).flatMap(NamedItem::key).ifPresent(owner().lookups()::open);
  }

  /** Adds what stands in the input. */
  @Override
  public void commit() {
    String typed = target().isPresent() ? input.get().strip() : input.get();
    if (typed.isEmpty()) {
      input.set("");
      return;
    }
    Optional<EntityKey.KeyProblem> wrong =
        target()
            .filter(type -> content().get().from().isEmpty())
            .flatMap(type -> EntityKey.problemWith(type, typed));
    if (wrong.isPresent()) {
      refuse(new FieldProblem.NotKey(typed, wrong.get()));
    } else {
      input.set("");
      add(typed);
    }
  }

  @Override
  boolean typed() {
    return !input.get().isEmpty();
  }

  @Override
  void forgetTyped() {
    input.set("");
  }

  @Override
  void showNewest() {
    SetValue base = base();
    SetValue mine = mine();
    List<Item> now =
        mine.union(base).stream()
            .map(text -> new Item(text, side(base, mine, text), describe(text)))
            .toList();
    if (!now.equals(items)) {
      items.setAll(now);
    }
  }

  /** The chips tell the truth again, and what was typed can be tried once more. */
  @Override
  void notKept() {
    showNewest();
    if (input.get().isEmpty()) {
      input.set(lastAdded);
    }
  }

  private void add(String item) {
    lastAdded = item;
    set(base().items().contains(item) ? mine().restore(item, base()) : mine().plus(item));
  }

  private void set(SetValue value) {
    keep(value.toJson(content().get().base(), content().get().spec().required()));
    showNewest();
  }

  private SetValue base() {
    return SetValue.of(content().get().base());
  }

  private SetValue mine() {
    return SetValue.of(latest());
  }

  private static Side side(SetValue base, SetValue mine, String text) {
    if (!mine.items().contains(text)) {
      return Side.REMOVED;
    }
    return base.items().contains(text) ? Side.BOTH : Side.ADDED;
  }

  private @Nullable NamedItem describe(String text) {
    return target()
        .map(type ->
            content().get().item(text).orElseGet(() -> owner().lookups().describe(type, text)))
        .orElse(null);
  }
}
