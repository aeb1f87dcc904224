package org.ontodraft.app.ui.editor;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON values as text a person types: strict to read, indented to show. */
final class JsonText {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  private JsonText() {}

  /** The value the text holds, or where it stops being JSON. */
  static TypedValue read(String text) {
    try {
      JsonNode value = MAPPER.readTree(text);
      return value == null || value.isMissingNode()
          ? new TypedValue.Invalid(new FieldProblem.NotJson(1, 1))
          : new TypedValue.Valid(value);
    } catch (JacksonException e) {
      return new TypedValue.Invalid(
          new FieldProblem.NotJson(
              Math.max(1, e.getLocation().getLineNr()),
              Math.max(1, e.getLocation().getColumnNr())));
    }
  }

  /** The value as indented text. */
  static String show(JsonNode value) {
    return MAPPER.writeValueAsString(value);
  }

  /**
   * Whether two values read the same in a file. Nodes of equal numbers differ by the width they
   * were read with, so the text decides.
   */
  static boolean same(@Nullable JsonNode one, @Nullable JsonNode other) {
    if (one == null || other == null) {
      return one == other;
    }
    return one.equals(other) || one.toString().equals(other.toString());
  }
}
