package org.ontodraft.model.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityFields;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.entity.FieldSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Documents of one entity type from a seed. They draw on few keys, words and lines, so that two
 * changed copies of one document often change the same thing, in the same or another way.
 */
public final class RandomEntity {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final List<String> PAGES = List.of("", "A", "B", "C");

  private final RandomGenerator random;
  private final EntityType type;

  /** A source of documents that depend on nothing else. */
  public RandomEntity(RandomGenerator random, EntityType type) {
    this.random = random;
    this.type = type;
  }

  /** A document with most of its type's fields and a member no type knows. */
  public EntityDocument document() {
    EntityDocument document = EntityDocument.of(NODES.objectNode().put("id", "Key"));
    for (FieldSpec field : fields()) {
      if (random.nextInt(4) > 0) {
        document = document.with(type, field.name(), value(field, null));
      }
    }
    return document;
  }

  /** A copy with up to three fields changed, added or removed; often none. */
  public EntityDocument changed(EntityDocument document) {
    EntityDocument changed = document;
    List<FieldSpec> fields = fields();
    for (int i = random.nextInt(4); i > 0; i--) {
      FieldSpec field = fields.get(random.nextInt(fields.size()));
      JsonNode old = changed.get(field.name());
      JsonNode value = random.nextInt(6) == 0 ? null : value(field, old);
      changed = changed.with(type, field.name(), value);
    }
    return changed;
  }

  private List<FieldSpec> fields() {
    List<FieldSpec> fields = new ArrayList<>(EntityFields.of(type));
    fields.removeIf(field -> field.name().equals("id"));
    fields.add(EntityFields.unknown("custom"));
    return fields;
  }

  private JsonNode value(FieldSpec field, @Nullable JsonNode old) {
    return switch (field.kind()) {
      case TEXT, CHOICE, KEY -> NODES.stringNode(letter());
      case LONG_TEXT -> NODES.stringNode(lines(old));
      case BOOLEAN -> NODES.booleanNode(random.nextBoolean());
      case INTEGER -> NODES.numberNode(random.nextInt(3));
      case KEY_SET, STRING_SET -> set(old);
      case PAGES -> pages(old);
      case IMAGES -> NODES.objectNode().set(letter() + ".png", NODES.objectNode());
      case JSON -> random.nextBoolean() ? NODES.stringNode(letter()) : set(null);
    };
  }

  private String letter() {
    return String.valueOf((char) ('a' + random.nextInt(6)));
  }

  private JsonNode set(@Nullable JsonNode old) {
    List<JsonNode> items = new ArrayList<>();
    if (old != null && old.isArray()) {
      items.addAll(old.values());
      items.removeIf(item -> random.nextInt(4) == 0);
    }
    for (int i = random.nextInt(4); i > 0; i--) {
      JsonNode item = NODES.stringNode(letter());
      if (!items.contains(item)) {
        items.add(random.nextInt(items.size() + 1), item);
      }
    }
    return NODES.arrayNode().addAll(items);
  }

  private String lines(@Nullable JsonNode old) {
    if (old == null || !old.isString()) {
      return IntStream.range(0, random.nextInt(8))
          .mapToObj(i -> "line " + i + "\n")
          .collect(Collectors.joining());
    }
    List<String> lines = new ArrayList<>(old.stringValue().lines().toList());
    for (int i = random.nextInt(3); i > 0; i--) {
      int at = random.nextInt(lines.size() + 1);
      if (at < lines.size() && random.nextBoolean()) {
        lines.remove(at);
      }
      lines.add(Math.min(at, lines.size()), "new " + letter());
    }
    return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
  }

  private JsonNode pages(@Nullable JsonNode old) {
    List<JsonNode> pages = new ArrayList<>(old == null ? List.of() : old.values());
    pages.removeIf(page -> random.nextInt(5) == 0);
    for (int i = random.nextInt(3); i > 0; i--) {
      String name = PAGES.get(random.nextInt(PAGES.size()));
      JsonNode present =
          pages.stream()
              .filter(p -> p.path("name").stringValue().equals(name))
              .findFirst()
              .orElse(null);
      JsonNode text = present == null ? null : present.get("wikitext");
      JsonNode page = NODES.objectNode().put("name", name).put("wikitext", lines(text));
      if (present == null || random.nextInt(4) == 0) {
        pages.remove(present);
        pages.add(random.nextInt(pages.size() + 1), page);
      } else {
        pages.set(pages.indexOf(present), page);
      }
    }
    ArrayNode list = NODES.arrayNode();
    pages.forEach(list::add);
    return list;
  }
}
