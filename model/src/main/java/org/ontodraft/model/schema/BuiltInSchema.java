package org.ontodraft.model.schema;

import org.ontodraft.model.entity.EntityFields;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.entity.FieldSpec;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The schema of a type whose folder has none: the shape of each known field and nothing else
 * (decision 29), so that no rule is invented that the repository does not have.
 */
final class BuiltInSchema {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private BuiltInSchema() {}

  static ObjectNode of(EntityType type) {
    ObjectNode schema = ofType("object");
    schema.putArray("required").add("id");
    if (type == EntityType.MEDIA) {
      // An image whose origin nobody states cannot be handed on.
      schema.withArray("required").add("source").add("license");
    }
    ObjectNode properties = schema.putObject("properties");
    for (FieldSpec field : EntityFields.of(type)) {
      properties.set(field.name(), of(field));
    }
    return schema;
  }

  private static ObjectNode of(FieldSpec field) {
    return switch (field.kind()) {
      case TEXT, LONG_TEXT, CHOICE, KEY -> ofType("string");
      case BOOLEAN -> ofType("boolean");
      case INTEGER -> ofType("integer");
      case KEY_SET -> ofStrings();
      case STRING_SET -> field.name().equals("allowed_values") ? allowedValues() : ofStrings();
      case PAGES -> pages();
      case IMAGES -> ofType("object");
      case JSON -> NODES.objectNode();
    };
  }

  private static ObjectNode ofType(String type) {
    return NODES.objectNode().put("type", type);
  }

  private static ObjectNode ofStrings() {
    ObjectNode schema = ofType("array");
    schema.set("items", ofType("string"));
    return schema;
  }

  private static ObjectNode allowedValues() {
    ObjectNode fromCategory = ofType("object");
    fromCategory.putObject("properties").set("from_category", ofType("string"));
    ObjectNode schema = NODES.objectNode();
    schema.putArray("anyOf").add(ofStrings()).add(fromCategory);
    return schema;
  }

  private static ObjectNode pages() {
    ObjectNode page = ofType("object");
    page.putObject("properties").set("name", ofType("string")).set("wikitext", ofType("string"));
    ObjectNode schema = ofType("array");
    schema.set("items", page);
    return schema;
  }
}
