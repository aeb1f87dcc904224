package org.ontodraft.app.ui.editor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import tools.jackson.databind.JsonNode;

/** Where a property takes its values from: anywhere, a list, or a category. FX thread. */
public final class AllowedValuesViewModel {
  static final String LIST_FIELD = "allowed_values";
  static final String CATEGORY_FIELD = "Allows_value_from_category";

  private final EntityKey property;
  private final Consumer<Function<DraftSession, Outcome<DraftOverlay>>> edit;
  private final ReadOnlyObjectWrapper<Source> source = new ReadOnlyObjectWrapper<>(Source.ANY);
  private final ReadOnlyObjectWrapper<List<String>> lost = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyBooleanWrapper editable = new ReadOnlyBooleanWrapper();
  private @Nullable EntityDocument document;

  /** Where values come from. */
  public enum Source {
    ANY,
    LIST,
    CATEGORY
  }

  AllowedValuesViewModel(
      EntityKey property, Consumer<Function<DraftSession, Outcome<DraftOverlay>>> edit) {
    this.property = property;
    this.edit = edit;
  }

  /** Where they come from, or are about to. */
  public ReadOnlyObjectProperty<Source> source() {
    return source.getReadOnlyProperty();
  }

  /** The values that the last choice took out of the property; undo brings them back. */
  public ReadOnlyObjectProperty<List<String>> lost() {
    return lost.getReadOnlyProperty();
  }

  /** Whether it can be chosen now. */
  public ReadOnlyBooleanProperty editable() {
    return editable.getReadOnlyProperty();
  }

  /** Chooses; what the other ways hold is taken out in one step. */
  public void choose(Source wanted) {
    EntityDocument now = document;
    if (now == null || wanted == source.get() || !editable.get()) {
      return;
    }
    Map<String, Optional<JsonNode>> removed = new LinkedHashMap<>();
    List<String> values = new ArrayList<>();
    if (wanted != Source.LIST && now.get(LIST_FIELD) != null) {
      removed.put(LIST_FIELD, Optional.empty());
      values.addAll(now.texts(LIST_FIELD));
    }
    if (wanted != Source.CATEGORY && now.get(CATEGORY_FIELD) != null) {
      removed.put(CATEGORY_FIELD, Optional.empty());
      values.addAll(now.texts(CATEGORY_FIELD));
    }
    source.set(wanted);
    lost.set(List.copyOf(values));
    if (!removed.isEmpty()) {
      edit.accept(
          draft -> draft.change(property, content -> content.with(property.type(), removed)));
    }
  }

  /** Whether the form shows the field of this name now. */
  boolean shows(FieldContent field) {
    boolean kept = field.mine() != null || field.changed();
    return switch (field.name()) {
      case LIST_FIELD -> kept || source.get() == Source.LIST;
      case CATEGORY_FIELD -> kept || source.get() == Source.CATEGORY;
      default -> true;
    };
  }

  void editable(boolean can) {
    editable.set(can);
  }

  /** Takes the property as it is now; a choice without a value yet stays. */
  void follow(@Nullable EntityDocument now) {
    document = now;
    if (now == null) {
      return;
    }
    if (now.get(CATEGORY_FIELD) != null) {
      take(Source.CATEGORY);
    } else if (now.get(LIST_FIELD) != null) {
      take(Source.LIST);
    }
  }

  private void take(Source held) {
    if (held != source.get()) {
      lost.set(List.of());
      source.set(held);
    }
  }
}
