package org.ontodraft.model.format;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Writes values that have no text yet, in a file's style. */
final class JsonPrinter {
  private final JsonStyle style;

  JsonPrinter(JsonStyle style) {
    this.style = style;
  }

  /**
   * A value as text.
   *
   * @param indent the indentation of the line it begins on, or null to keep it on one line
   * @param column how far into the line it begins
   */
  String print(JsonNode value, @Nullable String indent, int column) {
    return switch (value.getNodeType()) {
      case STRING -> style.strings().quote(value.stringValue());
      case NUMBER -> number(value);
      case BOOLEAN, NULL -> value.asString("null");
      case ARRAY -> array(value, indent, column);
      case OBJECT -> object(value, indent);
      case BINARY, MISSING, POJO ->
          throw new IllegalArgumentException("no JSON value: " + value.getNodeType());
    };
  }

  /** A member as text. */
  String member(String name, JsonNode value, @Nullable String indent) {
    String start = style.strings().quote(name) + style.colon();
    int column = indent == null ? 0 : indent.length() + start.length();
    return start + print(value, indent, column);
  }

  private static String number(JsonNode value) {
    boolean binary = value.isDouble() || value.isFloat();
    if (binary && !Double.isFinite(value.doubleValue())) {
      throw new IllegalArgumentException("no JSON number: " + value.doubleValue());
    }
    return value.asString();
  }

  private String array(JsonNode array, @Nullable String indent, int column) {
    if (array.isEmpty()) {
      return "[]";
    }
    boolean scalars =
        StreamSupport.stream(array.spliterator(), false).noneMatch(JsonNode::isContainer);
    if (indent == null || scalars && style.arrays() != JsonStyle.Arrays.EXPLODED) {
      String line =
          StreamSupport.stream(array.spliterator(), false)
              .map(item -> print(item, null, 0))
              .collect(
                  Collectors.joining(style.comma(), "[" + style.padding(), style.padding() + "]"));
      boolean fits = column + line.length() <= JsonStyle.LINE_WIDTH;
      if (indent == null || fits || style.arrays() == JsonStyle.Arrays.ONE_LINE) {
        return line;
      }
    }
    String inner = indent + style.indent();
    List<String> items = new ArrayList<>();
    for (JsonNode item : array) {
      items.add(print(item, inner, inner.length()));
    }
    return lines('[', items, ']', indent);
  }

  private String object(JsonNode object, @Nullable String indent) {
    if (object.isEmpty()) {
      return "{}";
    }
    @Nullable String inner = indent == null ? null : indent + style.indent();
    List<String> members = new ArrayList<>();
    object.properties().forEach(m -> members.add(member(m.getKey(), m.getValue(), inner)));
    return indent == null
        ? "{" + String.join(style.comma(), members) + "}"
        : lines('{', members, '}', indent);
  }

  private String lines(char open, List<String> parts, char close, String indent) {
    String start = style.lineBreak() + indent + style.indent();
    return open + start + String.join("," + start, parts) + style.lineBreak() + indent + close;
  }
}
