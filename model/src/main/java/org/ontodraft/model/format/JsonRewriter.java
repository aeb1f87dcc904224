package org.ontodraft.model.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.format.JsonSpan.Items;
import org.ontodraft.model.format.JsonSpan.Member;
import org.ontodraft.model.format.JsonSpan.Members;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes a changed document over its old text: what is equal keeps its characters, and what is new
 * takes the spacing of its neighbours.
 */
final class JsonRewriter {
  private final String text;
  private final JsonStyle style;
  private final JsonPrinter printer;

  private JsonRewriter(String text, JsonStyle style) {
    this.text = text;
    this.style = style;
    this.printer = new JsonPrinter(style);
  }

  static String rewrite(
      String text, ObjectNode before, ObjectNode after, @Nullable String sibling) {
    if (before.equals(after)) {
      return text;
    }
    JsonSpan root = SpanScanner.scan(text);
    JsonRewriter rewriter = new JsonRewriter(text, JsonStyle.of(text, sibling));
    return text.substring(0, root.start())
        + rewriter.value(root, before, after, "", 0)
        + text.substring(root.end());
  }

  /** A part of a container as it will be: what stands there, and where it stood, if it did. */
  private record Part(int oldPlace, String text) {
    static final int NEW = -1;
  }

  /** The parts of a container as they stand: from where to where each. */
  private record Extent(int start, int end) {}

  /**
   * A value's text after the change.
   *
   * @param indent the indentation of the line it begins on, or null when its container stands on
   *     one line
   * @param column how far into the line it begins
   */
  private String value(
      JsonSpan span, JsonNode before, JsonNode after, @Nullable String indent, int column) {
    if (before.equals(after)) {
      return text.substring(span.start(), span.end());
    }
    if (span instanceof Members members
        && before instanceof ObjectNode old
        && after instanceof ObjectNode changed
        && !old.isEmpty()) {
      return object(members, old, changed);
    }
    if (span instanceof Items items
        && before instanceof ArrayNode old
        && after instanceof ArrayNode changed
        && !old.isEmpty()) {
      return array(items, old, changed);
    }
    return printer.print(after, indent, column);
  }

  private String object(Members span, ObjectNode before, ObjectNode after) {
    List<Extent> extents =
        span.members().stream().map(m -> new Extent(m.start(), m.value().end())).toList();
    Spacing spacing = new Spacing(span, extents);
    Map<String, List<Part>> added = new HashMap<>();
    @Nullable String anchor = null;
    List<Part> first = new ArrayList<>();
    for (Map.Entry<String, JsonNode> member : after.properties()) {
      if (before.has(member.getKey())) {
        anchor = member.getKey();
      } else {
        String written = printer.member(member.getKey(), member.getValue(), spacing.indent());
        List<Part> behind =
            anchor == null ? first : added.computeIfAbsent(anchor, a -> new ArrayList<>());
        behind.add(new Part(Part.NEW, written));
      }
    }
    List<Part> parts = new ArrayList<>(first);
    for (int i = 0; i < span.members().size(); i++) {
      Member member = span.members().get(i);
      JsonNode old = before.get(member.name());
      JsonNode value = after.get(member.name());
      if (old != null && value != null) {
        String name = text.substring(member.start(), member.value().start());
        int column = spacing.column() + name.length();
        String written = value(member.value(), old, value, spacing.indent(), column);
        parts.add(new Part(i, name + written));
        parts.addAll(added.getOrDefault(member.name(), List.of()));
      }
    }
    return spacing.lay(parts);
  }

  private String array(Items span, ArrayNode before, ArrayNode after) {
    List<Extent> extents =
        span.items().stream().map(item -> new Extent(item.start(), item.end())).toList();
    Spacing spacing = new Spacing(span, extents);
    int[] partners = ItemPartners.of(before, after);
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < partners.length; i++) {
      int old = partners[i];
      JsonNode item = after.path(i);
      String written =
          old == Part.NEW
              ? printer.print(item, spacing.indent(), spacing.column())
              : value(
                  span.items().get(old),
                  before.path(old),
                  item,
                  spacing.indent(),
                  spacing.column());
      parts.add(new Part(old, written));
    }
    return spacing.lay(parts);
  }

  /** The white space of one container, which has at least one part. */
  private final class Spacing {
    private final JsonSpan container;
    private final List<Extent> extents;
    private final String between;

    Spacing(JsonSpan container, List<Extent> extents) {
      this.container = container;
      this.extents = extents;
      this.between = between();
    }

    /** What a new part has before it: its neighbour's line break and indentation, or a space. */
    private String between() {
      String example = before(extents.size() > 1 ? 1 : 0);
      int lineBreak = JsonStyle.lastLineBreak(example);
      if (lineBreak >= 0) {
        return example.substring(lineBreak);
      }
      return extents.size() > 1 ? example : style.comma().substring(style.comma().indexOf(',') + 1);
    }

    /** The indentation of the container's parts, or null when they stand on one line. */
    @Nullable String indent() {
      return JsonStyle.lastLineBreak(between) < 0 ? null : JsonStyle.indentOf(between);
    }

    /** How far into their lines the parts begin. */
    int column() {
      @Nullable String indent = indent();
      return indent == null ? 0 : indent.length();
    }

    private String before(int place) {
      int from = place == 0 ? container.start() + 1 : commaBehind(place - 1) + 1;
      return text.substring(from, extents.get(place).start());
    }

    private String behind(int place) {
      int to = place == extents.size() - 1 ? container.end() - 1 : commaBehind(place);
      return text.substring(extents.get(place).end(), to);
    }

    private int commaBehind(int place) {
      return text.indexOf(',', extents.get(place).end());
    }

    String lay(List<Part> parts) {
      int last = extents.size() - 1;
      StringBuilder out = new StringBuilder().append(text.charAt(container.start()));
      for (int i = 0; i < parts.size(); i++) {
        Part part = parts.get(i);
        if (i == 0) {
          out.append(before(0));
        } else {
          out.append(part.oldPlace() > 0 ? before(part.oldPlace()) : between);
        }
        out.append(part.text());
        if (i == parts.size() - 1) {
          out.append(behind(last));
        } else {
          boolean hadComma = part.oldPlace() != Part.NEW && part.oldPlace() < last;
          out.append(hadComma ? behind(part.oldPlace()) : last > 0 ? behind(0) : "").append(',');
        }
      }
      return out.append(text.charAt(container.end() - 1)).toString();
    }
  }
}
