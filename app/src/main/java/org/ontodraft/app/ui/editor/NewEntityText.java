package org.ontodraft.app.ui.editor;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.entity.EntityDocument;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The document of an entity that is about to be created, as JSON to be typed: for types whose
 * schema ties what one field may be to others, which fields of a form cannot show. Its key is
 * chosen beside it and is no part of the text. FX thread.
 */
final class NewEntityText {
  private static final String ID = "id";

  private final Consumer<EntityDocument> typed;
  private final StringProperty text = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<@Nullable FieldProblem> problem =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Set<String>> conditions =
      new ReadOnlyObjectWrapper<>(Set.of());
  private boolean showing;

  /**
   * No text yet.
   *
   * @param typed told what the text says, without a key, whenever it can be read
   */
  NewEntityText(Consumer<EntityDocument> typed) {
    this.typed = typed;
    text.subscribe((before, now) -> read());
  }

  /** What is typed. */
  StringProperty text() {
    return text;
  }

  /** Why the text cannot be read; null while it can. */
  ReadOnlyObjectProperty<@Nullable FieldProblem> problem() {
    return problem.getReadOnlyProperty();
  }

  /** The schema's keywords by which fields depend on each other; without any, there are fields. */
  ReadOnlyObjectProperty<Set<String>> conditions() {
    return conditions.getReadOnlyProperty();
  }

  /** Whether what is created is what the text says. */
  boolean isAsked() {
    return !conditions.get().isEmpty();
  }

  /** Begins with a document of another type. */
  void show(EntityDocument document, Set<String> ties) {
    ObjectNode json = document.json().deepCopy();
    json.remove(ID);
    showing = true;
    text.set(JsonText.show(json));
    showing = false;
    problem.set(null);
    conditions.set(Collections.unmodifiableSet(new TreeSet<>(ties)));
  }

  private void read() {
    if (showing) {
      return;
    }
    switch (JsonText.read(text.get())) {
      case TypedValue.Valid(JsonNode value) when value instanceof ObjectNode object -> {
        problem.set(null);
        ObjectNode json = object.deepCopy();
        json.remove(ID);
        typed.accept(EntityDocument.of(json));
      }
      case TypedValue.Valid other -> problem.set(new FieldProblem.NotJson(1, 1));
      case TypedValue.Invalid(FieldProblem why) -> problem.set(why);
    }
  }
}
