package org.ontodraft.model.format;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.entity.EntityFields;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.entity.FieldSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Whether the fields a type knows hold values of their kind, which the rest of the program relies
 * on. What a value may be beyond that is the repository's schema to say.
 */
final class DocumentShape {
  private DocumentShape() {}

  /**
   * The first value of a wrong shape.
   *
   * @param field the member of the document it is in
   * @param pointer where exactly, as a JSON Pointer
   */
  record Mismatch(String field, String pointer, String expected, String found) {}

  static Optional<Mismatch> check(EntityType type, ObjectNode document) {
    for (Map.Entry<String, JsonNode> member : document.properties()) {
      Optional<FieldSpec> field = EntityFields.find(type, member.getKey());
      if (field.isPresent()) {
        @Nullable Mismatch mismatch = check(field.get(), member.getValue());
        if (mismatch != null) {
          return Optional.of(mismatch);
        }
      }
    }
    return Optional.empty();
  }

  private static @Nullable Mismatch check(FieldSpec field, JsonNode value) {
    return switch (field.kind()) {
      case TEXT, LONG_TEXT, CHOICE, KEY ->
          value.isString() ? null : mismatch(field, "", "text", value);
      case BOOLEAN -> value.isBoolean() ? null : mismatch(field, "", "boolean", value);
      case INTEGER -> isWhole(value) ? null : mismatch(field, "", "whole number", value);
      case KEY_SET -> texts(field, value);
      case STRING_SET ->
          field.name().equals(References.ALLOWED_VALUES) && value.isObject()
              ? fromCategory(field, value)
              : texts(field, value);
      case PAGES -> pages(field, value);
      case IMAGES -> value.isObject() ? null : mismatch(field, "", "object", value);
      case JSON -> null;
    };
  }

  private static @Nullable Mismatch texts(FieldSpec field, JsonNode value) {
    if (!value.isArray()) {
      return mismatch(field, "", "list", value);
    }
    for (int i = 0; i < value.size(); i++) {
      if (!value.path(i).isString()) {
        return mismatch(field, "/" + i, "text", value.path(i));
      }
    }
    return null;
  }

  private static @Nullable Mismatch fromCategory(FieldSpec field, JsonNode value) {
    JsonNode category = value.get(References.FROM_CATEGORY);
    return category == null || category.isString()
        ? null
        : mismatch(field, "/" + References.FROM_CATEGORY, "text", category);
  }

  private static @Nullable Mismatch pages(FieldSpec field, JsonNode value) {
    if (!value.isArray()) {
      return mismatch(field, "", "list", value);
    }
    for (int i = 0; i < value.size(); i++) {
      JsonNode page = value.path(i);
      if (!page.isObject()) {
        return mismatch(field, "/" + i, "object", page);
      }
      for (Map.Entry<String, JsonNode> member : page.properties()) {
        boolean known = member.getKey().equals("name") || member.getKey().equals("wikitext");
        if (known && !member.getValue().isString()) {
          String at = "/" + i + "/" + member.getKey();
          return mismatch(field, at, "text", member.getValue());
        }
      }
    }
    return null;
  }

  /** JSON Schema 2020-12 counts 2.0 as an integer, so it is one here. */
  private static boolean isWhole(JsonNode value) {
    return value.isIntegralNumber() || value.isBigDecimal() && isWhole(value.decimalValue());
  }

  private static boolean isWhole(BigDecimal value) {
    return value.signum() == 0 || value.stripTrailingZeros().scale() <= 0;
  }

  /** Its pointer is put together here and no earlier: nearly every file has no mismatch. */
  private static Mismatch mismatch(FieldSpec field, String within, String expected, JsonNode v) {
    return new Mismatch(field.name(), "/" + field.name() + within, expected, nameOf(v));
  }

  private static String nameOf(JsonNode value) {
    return switch (value.getNodeType()) {
      case OBJECT -> "object";
      case ARRAY -> "list";
      case STRING -> "text";
      case NUMBER -> "number";
      case BOOLEAN -> "boolean";
      default -> "null";
    };
  }
}
