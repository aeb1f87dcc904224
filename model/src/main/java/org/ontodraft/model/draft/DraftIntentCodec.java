package org.ontodraft.model.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Intents as JSON: {@code [{"kind": "rename", "arguments": ["category:A", "category:B"]}]}. What is
 * written reads as the same intents.
 */
public final class DraftIntentCodec {
  private static final String KIND = "kind";
  private static final String ARGUMENTS = "arguments";

  private DraftIntentCodec() {}

  /** Intents as a JSON array. */
  public static ArrayNode write(List<DraftIntent> intents) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    for (DraftIntent intent : intents) {
      ObjectNode json = array.addObject();
      json.put(KIND, intent.kind());
      ArrayNode arguments = json.putArray(ARGUMENTS);
      intent.arguments().forEach(arguments::add);
    }
    return array;
  }

  /** The intents in this value; nothing when one of them is none that this program knows. */
  public static Optional<List<DraftIntent>> read(JsonNode json) {
    if (!json.isArray()) {
      return Optional.empty();
    }
    List<DraftIntent> intents = new ArrayList<>();
    for (JsonNode item : json) {
      Optional<DraftIntent> intent =
          strings(item.path(ARGUMENTS))
              .flatMap(arguments -> DraftIntent.of(item.path(KIND).asString(""), arguments));
      if (intent.isEmpty()) {
        return Optional.empty();
      }
      intents.add(intent.get());
    }
    return Optional.of(List.copyOf(intents));
  }

  private static Optional<List<String>> strings(JsonNode array) {
    List<String> strings = new ArrayList<>();
    for (JsonNode item : array) {
      if (!item.isString()) {
        return Optional.empty();
      }
      strings.add(item.stringValue());
    }
    return array.isArray() ? Optional.of(strings) : Optional.empty();
  }
}
