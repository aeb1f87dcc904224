package org.ontodraft.model.schema;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Finds what a schema says of one member depending on another. Which members must be there, or must
 * not be there together, is none of it: a form can show that beside each field.
 */
final class MemberConditions {
  private static final int MAX_REFERENCES = 16;
  private static final Set<String> NO_MORE_THAN_PRESENCE =
      Set.of("required", "not", "anyOf", "oneOf", "allOf", "title", "description", "$comment");

  private final JsonNode root;
  private final Set<String> found = new TreeSet<>();

  private MemberConditions(JsonNode root) {
    this.root = root;
  }

  /** The keywords that say so, sorted; none for a schema that a form can express. */
  static Set<String> of(JsonNode schema) {
    MemberConditions conditions = new MemberConditions(schema);
    conditions.look(schema, 0);
    return conditions.found;
  }

  private void look(@Nullable JsonNode schema, int references) {
    if (schema == null || !schema.isObject() || references > MAX_REFERENCES) {
      return;
    }
    if (schema.has("if") && (schema.has("then") || schema.has("else"))) {
      found.add("if");
    }
    if (!schema.path("dependentSchemas").isEmpty()) {
      found.add("dependentSchemas");
    }
    for (String choice : new String[] {"oneOf", "anyOf", "not"}) {
      if (schema.has(choice) && !isAboutPresence(schema.get(choice))) {
        found.add(choice);
      }
    }
    schema.path("allOf").forEach(part -> look(part, references + 1));
    String reference = schema.path("$ref").asString("");
    if (reference.startsWith("#/")) {
      look(root.at(reference.substring(1)), references + 1);
    }
  }

  private static boolean isAboutPresence(JsonNode schema) {
    if (schema.isArray()) {
      for (JsonNode part : schema) {
        if (!isAboutPresence(part)) {
          return false;
        }
      }
      return true;
    }
    if (!schema.isObject()) {
      return true;
    }
    return schema.properties().stream()
        .allMatch(entry ->
            NO_MORE_THAN_PRESENCE.contains(entry.getKey())
                && (entry.getValue().isString()
                    || entry.getKey().equals("required")
                    || isAboutPresence(entry.getValue())));
  }
}
