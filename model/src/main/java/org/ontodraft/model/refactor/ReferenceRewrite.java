package org.ontodraft.model.refactor;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityFields;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.entity.FieldSpec;
import org.ontodraft.model.format.MediaLinks;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes another key, or none, wherever a document names an entity: in every field of its type that
 * holds keys of the entity's type, in {@code from_category}, as the name of a resource's member,
 * and where a text shows an image.
 */
final class ReferenceRewrite {
  private static final String ALLOWED_VALUES = "allowed_values";
  private static final String FROM_CATEGORY = "from_category";
  private static final String TEMPLATE_NAMESPACE = "Template:";

  private final EntityKey from;
  private final @Nullable String to;

  private ReferenceRewrite(EntityKey from, @Nullable String to) {
    this.from = from;
    this.to = to;
  }

  /** Names the one entity instead of the other; what is named already is not named twice. */
  static ReferenceRewrite replacing(EntityKey from, EntityKey to) {
    return new ReferenceRewrite(from, to.key());
  }

  /** Names the entity no more. */
  static ReferenceRewrite removing(EntityKey target) {
    return new ReferenceRewrite(target, null);
  }

  /** The document with its references written otherwise; the same one where it has none. */
  EntityDocument of(EntityType type, EntityDocument document) {
    EntityDocument written = document;
    for (FieldSpec field : EntityFields.of(type)) {
      JsonNode value = written.get(field.name());
      if (value != null && field.target() == from.type()) {
        written = field(written, type, field.name(), value);
      } else if (value != null && from.type() == EntityType.CATEGORY) {
        written = fromCategory(written, type, field.name(), value);
      }
    }
    if (from.type() == EntityType.MEDIA && to != null) {
      return MediaLinks.renamed(type, written, from, to);
    }
    boolean member =
        type == EntityType.RESOURCE
            && from.type() == EntityType.PROPERTY
            && EntityFields.find(type, from.key()).isEmpty()
            && written.get(from.key()) != null;
    return member ? withMember(written) : written;
  }

  private EntityDocument field(
      EntityDocument document, EntityType type, String field, JsonNode value) {
    if (names(value)) {
      return document.with(type, field, renamed(value));
    }
    if (!value.isArray() || value.valueStream().noneMatch(this::names)) {
      return document;
    }
    SequencedSet<JsonNode> written = new LinkedHashSet<>();
    List<JsonNode> items = new ArrayList<>();
    for (JsonNode item : value) {
      JsonNode kept = names(item) ? renamed(item) : item;
      // An item that stood there twice before is not this refactoring's business.
      boolean doubled = kept != null && !written.add(kept) && (kept != item || isTarget(kept));
      if (kept != null && !doubled) {
        items.add(kept);
      }
    }
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    items.forEach(list::add);
    return document.with(type, field, list);
  }

  private boolean isTarget(JsonNode item) {
    return to != null && item.isString() && item.stringValue().equals(to);
  }

  private boolean names(JsonNode value) {
    return value.isString() && from.key().equals(withoutNamespace(value.stringValue()));
  }

  private String withoutNamespace(String name) {
    return from.type() == EntityType.TEMPLATE && name.startsWith(TEMPLATE_NAMESPACE)
        ? name.substring(TEMPLATE_NAMESPACE.length())
        : name;
  }

  private @Nullable JsonNode renamed(JsonNode value) {
    if (to == null) {
      return null;
    }
    String name = value.stringValue();
    String namespace = name.substring(0, name.length() - withoutNamespace(name).length());
    return JsonNodeFactory.instance.stringNode(namespace + to);
  }

  private EntityDocument fromCategory(
      EntityDocument document, EntityType type, String field, JsonNode value) {
    if (!field.equals(ALLOWED_VALUES)
        || !(value instanceof ObjectNode object)
        || !names(object.path(FROM_CATEGORY))) {
      return document;
    }
    JsonNode renamed = renamed(object.path(FROM_CATEGORY));
    if (renamed == null) {
      return document.with(type, field, null);
    }
    ObjectNode copy = object.deepCopy();
    copy.set(FROM_CATEGORY, renamed);
    return document.with(type, field, copy);
  }

  /** The member under its new name in the same place; values of both, where there are two. */
  private EntityDocument withMember(EntityDocument document) {
    ObjectNode copy = JsonNodeFactory.instance.objectNode();
    JsonNode other = to == null ? null : document.get(to);
    for (Map.Entry<String, JsonNode> member : document.json().properties()) {
      if (!member.getKey().equals(from.key())) {
        copy.set(member.getKey(), member.getValue());
      } else if (to != null && other == null) {
        copy.set(to, member.getValue());
      }
    }
    JsonNode mine = document.get(from.key());
    if (to != null && other != null && mine != null) {
      copy.set(to, union(other, mine));
    }
    return EntityDocument.of(copy);
  }

  /** All items of both, each once; a single value where that is all. */
  static JsonNode union(JsonNode first, JsonNode second) {
    SequencedSet<JsonNode> items = new LinkedHashSet<>();
    for (JsonNode value : List.of(first, second)) {
      items.addAll(value.isArray() ? List.copyOf(value.values()) : List.of(value));
    }
    if (items.size() == 1 && !first.isArray()) {
      return first;
    }
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    items.forEach(list::add);
    return list;
  }
}
