package org.ontodraft.app.ui.editor;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.ui.control.Suggestion;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A field that names one entity. What is typed is kept on Enter, on leaving the field or by
 * choosing from the list, not while typing: half a key names another entity or none.
 */
public final class KeyFieldViewModel extends FieldViewModel {
  private final StringProperty text = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<Optional<NamedItem>> item =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  KeyFieldViewModel(FieldOwner owner, FieldContent content) {
    super(owner, content);
    showNewest();
    text.subscribe((before, now) -> {
      clearProblem();
      updateUnsaved();
    });
  }

  /** What stands in the control. */
  public StringProperty text() {
    return text;
  }

  /** What is known of the key that is kept. */
  public ReadOnlyObjectProperty<Optional<NamedItem>> item() {
    return item.getReadOnlyProperty();
  }

  /** Whose keys the field holds. */
  public EntityType target() {
    return Objects.requireNonNull(content().get().spec().target());
  }

  /** Looks for entities to offer. */
  public void suggest(Consumer<List<Suggestion>> answer) {
    String query = typed() ? text.get() : "";
    owner().lookups().suggest(name(), target(), content().get().from(), query, Set.of(), answer);
  }

  /** Takes an entity. */
  public void choose(EntityKey key) {
    text.set(key.key());
    commit();
  }

  /** Asks for an entity that is not there yet, to be taken once it is. */
  void create(String field, String typed) {
    forgetTyped();
    owner()
        .lookups()
        .create(
            new EntityCreation.Wish(
                target(),
                SetFieldViewModel.keyOf(content().get(), typed),
                content().get().from(),
                field,
                this::choose,
                () -> text.set(typed)));
  }

  /** Takes the field out of the document. */
  public void remove() {
    text.set("");
    commit();
  }

  /** Shows the entity. */
  public void open() {
    item.get().flatMap(NamedItem::key).ifPresent(owner().lookups()::open);
  }

  @Override
  public void commit() {
    if (!typed()) {
      return;
    }
    String key = text.get().strip();
    // A value from a category may be another name of its resource.
    Optional<EntityKey.KeyProblem> wrong =
        content().get().from().isPresent()
            ? Optional.empty()
            : EntityKey.problemWith(target(), key);
    if (key.isEmpty()) {
      keep(null);
    } else if (wrong.isPresent()) {
      refuse(new FieldProblem.NotKey(key, wrong.get()));
    } else {
      keep(JsonNodeFactory.instance.stringNode(key));
    }
    showItem();
  }

  @Override
  boolean typed() {
    return !text.get().equals(shown(latest()));
  }

  @Override
  void forgetTyped() {
    text.set(shown(latest()));
  }

  @Override
  void showNewest() {
    text.set(shown(latest()));
    showItem();
  }

  private void showItem() {
    String key = shown(latest());
    item.set(
        key.isEmpty()
            ? Optional.empty()
            : content()
                .get()
                .item(key)
                .or(() -> Optional.of(owner().lookups().describe(target(), key))));
  }

  private static String shown(@Nullable JsonNode value) {
    return value != null && value.isString() ? value.stringValue() : "";
  }
}
