package org.ontodraft.model.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An entity's content as a JSON object, with its members in the order of the file. Immutable by
 * contract: nobody changes the node behind it; {@link #with} makes a new document.
 */
public final class EntityDocument {
  private final ObjectNode json;

  private EntityDocument(ObjectNode json) {
    this.json = json;
  }

  /** A document over this node, which the caller gives up. */
  public static EntityDocument of(ObjectNode json) {
    return new EntityDocument(json);
  }

  /** The node behind the document, to read only. */
  public ObjectNode json() {
    return json;
  }

  /** The label, or empty when the document has none that is text. */
  public Optional<String> label() {
    return text("label");
  }

  /** The description, or empty when the document has none that is text. */
  public Optional<String> description() {
    return text("description");
  }

  /** The value of a field, or null when the document does not have it. */
  public @Nullable JsonNode get(String field) {
    return json.get(field);
  }

  /** The value of a field that is text. */
  public Optional<String> text(String field) {
    JsonNode value = json.get(field);
    return value != null && value.isString() ? Optional.of(value.stringValue()) : Optional.empty();
  }

  /** The text items of a field: of a list, or the one value of a field that is text. */
  public List<String> texts(String field) {
    JsonNode value = json.get(field);
    if (value == null) {
      return List.of();
    }
    if (value.isString()) {
      return List.of(value.stringValue());
    }
    List<String> items = new ArrayList<>();
    for (JsonNode item : value) {
      if (value.isArray() && item.isString()) {
        items.add(item.stringValue());
      }
    }
    return items;
  }

  /**
   * This document with one field set, or removed when the value is null. A field the document has
   * keeps its place; a new one goes behind the last field that the type lists before it.
   */
  public EntityDocument with(EntityType type, String field, @Nullable JsonNode value) {
    ObjectNode copy = json.objectNode();
    if (value == null || json.has(field)) {
      json.properties()
          .forEach(member -> {
            boolean same = member.getKey().equals(field);
            JsonNode kept = same ? value : member.getValue();
            if (kept != null) {
              copy.set(member.getKey(), kept);
            }
          });
      return new EntityDocument(copy);
    }
    @Nullable String before = lastFieldBefore(type, field);
    if (before == null) {
      boolean known = EntityFields.find(type, field).isPresent();
      if (known) {
        copy.set(field, value);
      }
      copy.setAll(json);
      if (!known) {
        copy.set(field, value);
      }
      return new EntityDocument(copy);
    }
    json.properties()
        .forEach(member -> {
          copy.set(member.getKey(), member.getValue());
          if (member.getKey().equals(before)) {
            copy.set(field, value);
          }
        });
    return new EntityDocument(copy);
  }

  /**
   * This document with several fields set, or removed where the value is empty; as {@link
   * #with(EntityType, String, JsonNode)} one after another, in one pass over the members.
   */
  public EntityDocument with(EntityType type, Map<String, Optional<JsonNode>> values) {
    if (values.isEmpty()) {
      return this;
    }
    ObjectNode copy = json.objectNode();
    json.properties()
        .forEach(member -> {
          @Nullable Optional<JsonNode> value = values.get(member.getKey());
          if (value == null) {
            copy.set(member.getKey(), member.getValue());
          } else {
            value.ifPresent(present -> copy.set(member.getKey(), present));
          }
        });
    EntityDocument document = new EntityDocument(copy);
    for (FieldSpec spec : EntityFields.of(type)) {
      @Nullable Optional<JsonNode> value = values.get(spec.name());
      if (value != null && value.isPresent() && !json.has(spec.name())) {
        document = document.with(type, spec.name(), value.get());
      }
    }
    ObjectNode whole = document.json;
    values.forEach((name, value) ->
        value.filter(present -> !whole.has(name)).ifPresent(present -> whole.set(name, present)));
    return document;
  }

  private @Nullable String lastFieldBefore(EntityType type, String field) {
    @Nullable String last = null;
    for (FieldSpec spec : EntityFields.of(type)) {
      if (spec.name().equals(field)) {
        return last;
      }
      if (json.has(spec.name())) {
        last = spec.name();
      }
    }
    return null;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof EntityDocument document && json.equals(document.json);
  }

  @Override
  public int hashCode() {
    return json.hashCode();
  }

  @Override
  public String toString() {
    return json.toString();
  }
}
