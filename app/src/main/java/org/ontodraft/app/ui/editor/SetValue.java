package org.ontodraft.app.ui.editor;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A list of texts whose order means nothing, edited so that the file changes as little as can be.
 */
record SetValue(List<String> items) {
  SetValue {
    items = List.copyOf(items);
  }

  /** Whether a value is a list of texts, or one text that stands for a list of one. */
  static boolean fits(JsonNode value) {
    if (value.isString()) {
      return true;
    }
    if (!value.isArray()) {
      return false;
    }
    for (JsonNode item : value) {
      if (!item.isString()) {
        return false;
      }
    }
    return true;
  }

  /** The items of a value that {@link #fits}; none when it is absent. */
  static SetValue of(@Nullable JsonNode value) {
    List<String> items = new ArrayList<>();
    if (value != null && value.isString()) {
      items.add(value.stringValue());
    } else if (value != null) {
      value.forEach(item -> items.add(item.stringValue()));
    }
    return new SetValue(items);
  }

  /** With one more item behind the others, unless it is there. */
  SetValue plus(String item) {
    if (items.contains(item)) {
      return this;
    }
    List<String> more = new ArrayList<>(items);
    more.add(item);
    return new SetValue(more);
  }

  /** Without an item, however often it is there. */
  SetValue minus(String item) {
    return new SetValue(items.stream().filter(other -> !other.equals(item)).toList());
  }

  /** With an item of the base back in its place: behind the nearest item before it there. */
  SetValue restore(String item, SetValue base) {
    if (items.contains(item)) {
      return this;
    }
    int place = 0;
    for (String before : base.items) {
      if (before.equals(item)) {
        break;
      }
      place = Math.max(place, items.lastIndexOf(before) + 1);
    }
    List<String> more = new ArrayList<>(items);
    more.add(place, item);
    return new SetValue(more);
  }

  /** The items of both, those of the base first. */
  List<String> union(SetValue base) {
    LinkedHashSet<String> all = new LinkedHashSet<>(base.items);
    all.addAll(items);
    return List.copyOf(all);
  }

  /**
   * The value for the document. An emptied list leaves the document, unless the field is required
   * or the base writes an empty list; one text stays one text where the base wrote it so.
   */
  @Nullable JsonNode toJson(@Nullable JsonNode base, boolean required) {
    if (items.isEmpty() && !required && (base == null || !base.isEmpty() || base.isString())) {
      return null;
    }
    if (items.size() == 1 && base != null && base.isString()) {
      return JsonNodeFactory.instance.stringNode(items.getFirst());
    }
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    items.forEach(array::add);
    return array;
  }
}
