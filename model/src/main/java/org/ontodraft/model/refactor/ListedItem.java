package org.ontodraft.model.refactor;

import java.util.ArrayList;
import java.util.List;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A property or subobject in the required or optional list of a category. */
record ListedItem(EntityKey item) {
  /** The types that categories have lists of. */
  static final List<EntityType> TYPES = List.of(EntityType.PROPERTY, EntityType.SUBOBJECT);

  String list(boolean required) {
    return (required ? "required_" : "optional_") + item.type().folder();
  }

  boolean isIn(EntityDocument category) {
    return isIn(category, true) || isIn(category, false);
  }

  boolean isIn(EntityDocument category, boolean required) {
    return category.texts(list(required)).contains(item.key());
  }

  EntityDocument addedTo(EntityDocument category, boolean required) {
    return added(EntityType.CATEGORY, category, list(required), item.key());
  }

  EntityDocument takenOutOf(EntityDocument category) {
    return takenOut(takenOut(category, list(true)), list(false));
  }

  private EntityDocument takenOut(EntityDocument category, String list) {
    return without(EntityType.CATEGORY, category, list, item.key());
  }

  /** A document with one more key at the end of a list, unless it is there. */
  static EntityDocument added(EntityType type, EntityDocument document, String list, String key) {
    if (document.texts(list).contains(key)) {
      return document;
    }
    ArrayNode items = JsonNodeFactory.instance.arrayNode();
    JsonNode present = document.get(list);
    if (present != null) {
      items.addAll(present.isArray() ? present.values() : List.of(present));
    }
    return document.with(type, list, items.add(key));
  }

  /** A document without a key in a list. */
  static EntityDocument without(EntityType type, EntityDocument document, String list, String key) {
    JsonNode present = document.get(list);
    if (present == null || !document.texts(list).contains(key)) {
      return document;
    }
    List<JsonNode> left = new ArrayList<>();
    for (JsonNode item : present.isArray() ? present.values() : List.<JsonNode>of()) {
      if (!item.isString() || !item.stringValue().equals(key)) {
        left.add(item);
      }
    }
    ArrayNode items = JsonNodeFactory.instance.arrayNode();
    left.forEach(items::add);
    return document.with(type, list, left.isEmpty() ? null : items);
  }
}
