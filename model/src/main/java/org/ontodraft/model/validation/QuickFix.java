package org.ontodraft.model.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A change to one entity that answers a finding. It says what to do and not at which index, so it
 * does the same after other edits; where there is nothing left to do it changes nothing.
 */
public sealed interface QuickFix {
  /** The entity it changes, which need not be the one the finding is about. */
  EntityKey key();

  /** The field it changes, as a member name. */
  String field();

  /** The document after the fix. */
  EntityDocument applyTo(EntityDocument document);

  /** Takes every such item out of a list, or the field away that holds it alone. */
  record RemoveItem(EntityKey key, String field, String item) implements QuickFix {
    @Override
    public EntityDocument applyTo(EntityDocument document) {
      return withItems(
          document, this, items -> items.stream().filter(other -> !isText(other, item)).toList());
    }
  }

  /** Keeps the first of each item. */
  record RemoveDuplicates(EntityKey key, String field) implements QuickFix {
    @Override
    public EntityDocument applyTo(EntityDocument document) {
      return withItems(document, this, items -> items.stream().distinct().toList());
    }
  }

  /** Keeps the first value alone. */
  record KeepFirst(EntityKey key, String field) implements QuickFix {
    @Override
    public EntityDocument applyTo(EntityDocument document) {
      JsonNode value = document.get(field);
      return value != null && value.isArray() && !value.isEmpty()
          ? document.with(key.type(), field, value.get(0))
          : document;
    }
  }

  /** Takes a field away. */
  record RemoveField(EntityKey key, String field) implements QuickFix {
    @Override
    public EntityDocument applyTo(EntityDocument document) {
      return document.get(field) == null ? document : document.with(key.type(), field, null);
    }
  }

  /** Gives a field this text. */
  record SetText(EntityKey key, String field, String value) implements QuickFix {
    @Override
    public EntityDocument applyTo(EntityDocument document) {
      return document.with(key.type(), field, text(value));
    }
  }

  /** Puts a text in the place of another one, in a list or alone. */
  record ReplaceItem(EntityKey key, String field, String item, String replacement)
      implements QuickFix {
    @Override
    public EntityDocument applyTo(EntityDocument document) {
      JsonNode value = document.get(field);
      if (value != null && isText(value, item)) {
        return document.with(key.type(), field, text(replacement));
      }
      return withItems(
          document,
          this,
          items ->
              items.stream()
                  .map(other -> isText(other, item) ? text(replacement) : other)
                  .distinct()
                  .toList());
    }
  }

  /** Adds an item at the end of a list. */
  record AddItem(EntityKey key, String field, String item) implements QuickFix {
    @Override
    public EntityDocument applyTo(EntityDocument document) {
      return document.texts(field).contains(item)
          ? document
          : withItems(
              document,
              this,
              items -> {
                List<JsonNode> more = new ArrayList<>(items);
                more.add(text(item));
                return more;
              });
    }
  }

  /**
   * Asks the curator for the file of an image that a text shows. The document stays as it is: what
   * is missing is the file.
   */
  record AddImage(EntityKey key, String field, EntityKey media) implements QuickFix {
    @Override
    public EntityDocument applyTo(EntityDocument document) {
      return document;
    }
  }

  private static JsonNode text(String value) {
    return JsonNodeFactory.instance.stringNode(value);
  }

  /** Values that are no texts are named by their JSON. */
  private static boolean isText(JsonNode value, String text) {
    return text.equals(value.isString() ? value.stringValue() : value.toString());
  }

  private static EntityDocument withItems(
      EntityDocument document, QuickFix fix, UnaryOperator<List<JsonNode>> change) {
    JsonNode value = document.get(fix.field());
    boolean single = value != null && !value.isArray();
    List<JsonNode> before =
        value == null ? List.of() : single ? List.of(value) : List.copyOf(value.values());
    List<JsonNode> after = change.apply(before);
    if (after.equals(before)) {
      return document;
    }
    if (single && after.isEmpty()) {
      return document.with(fix.key().type(), fix.field(), null);
    }
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    after.forEach(list::add);
    return document.with(fix.key().type(), fix.field(), list);
  }
}
