package org.ontodraft.model.testing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON objects and small changes to them, from a seed; with names and texts that break things. */
public final class RandomJson {
  private static final List<String> NAMES =
      List.of(
          "", "~", "/", "~1", "~0", "a/b", "m~n", "-", "0", "01", "id", "label", "😀", "e\u0301",
          "\u00e9", " ", "\"", "\\", "\n", "\u0000", "a.b", "%25", "日本");

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final RandomGenerator random;

  /** A source of values that depend on nothing else. */
  public RandomJson(RandomGenerator random) {
    this.random = random;
  }

  /** An object of some depth. */
  public ObjectNode object() {
    return object(3);
  }

  /** A copy with a few members or items added, changed, moved or removed, at any depth. */
  public ObjectNode changed(ObjectNode object) {
    ObjectNode copy = object.deepCopy();
    for (int i = random.nextInt(4); i >= 0; i--) {
      change(copy);
    }
    return copy;
  }

  private ObjectNode object(int depth) {
    ObjectNode object = NODES.objectNode();
    for (int i = random.nextInt(6); i > 0; i--) {
      object.set(text(), value(depth - 1));
    }
    return object;
  }

  private JsonNode value(int depth) {
    return switch (random.nextInt(depth > 0 ? 9 : 7)) {
      case 0 -> NODES.nullNode();
      case 1 -> NODES.booleanNode(random.nextBoolean());
      case 2 -> NODES.numberNode(random.nextInt(10));
      case 3 -> NODES.numberNode(new BigDecimal(random.nextBoolean() ? "1.0" : "1.00"));
      case 4, 5, 6 -> NODES.stringNode(text());
      case 7 -> object(depth);
      default -> array(depth);
    };
  }

  private ArrayNode array(int depth) {
    ArrayNode array = NODES.arrayNode();
    for (int i = random.nextInt(8); i > 0; i--) {
      array.add(value(depth - 1));
    }
    return array;
  }

  private String text() {
    String name = NAMES.get(random.nextInt(NAMES.size()));
    return random.nextInt(4) == 0 ? name + NAMES.get(random.nextInt(NAMES.size())) : name;
  }

  private void change(JsonNode value) {
    if (value instanceof ObjectNode object) {
      changeMembers(object);
    } else if (value instanceof ArrayNode array) {
      changeItems(array);
    }
  }

  private void changeMembers(ObjectNode object) {
    List<String> names = new ArrayList<>(object.propertyNames());
    if (names.isEmpty() || random.nextInt(4) == 0) {
      object.set(text(), value(2));
      return;
    }
    String name = names.get(random.nextInt(names.size()));
    JsonNode member = object.get(name);
    if (member.isContainer() && random.nextInt(3) > 0) {
      change(member);
    } else if (random.nextBoolean()) {
      object.set(name, value(2));
    } else {
      object.remove(name);
    }
  }

  private void changeItems(ArrayNode array) {
    if (array.isEmpty() || random.nextInt(3) == 0) {
      array.insert(random.nextInt(array.size() + 1), value(2));
      return;
    }
    int index = random.nextInt(array.size());
    switch (random.nextInt(5)) {
      case 0 -> array.remove(index);
      case 1 -> array.set(index, value(2));
      case 2 -> array.insert(random.nextInt(array.size()), array.remove(index));
      case 3 -> shuffle(array);
      default -> change(array.get(index));
    }
  }

  private void shuffle(ArrayNode array) {
    List<JsonNode> items = new ArrayList<>(array.values());
    Collections.shuffle(items, java.util.Random.from(random));
    array.removeAll();
    items.forEach(array::add);
  }
}
