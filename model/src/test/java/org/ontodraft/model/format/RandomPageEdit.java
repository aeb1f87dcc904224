package org.ontodraft.model.format;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A change of one field, with values that break things among them.
 *
 * @param field the member that is changed
 */
record RandomPageEdit(String field, EntityDocument after) {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final List<String> NASTY =
      List.of(
          "{{open",
          "close}}",
          "[[x",
          "y]]",
          "a\nb",
          "a\n|has_type=Evil\nb",
          " edge ",
          "<!-- OntologySync End -->",
          "x <!-- OntologySync Start --> y",
          "[[Category:Evil]]",
          "a\r\nb",
          "}}\n{{Category",
          "\uD800",
          "");

  static RandomPageEdit of(EntityType type, EntityDocument before, RandomGenerator random) {
    List<String> fields = new ArrayList<>(before.json().propertyNames());
    fields.remove("id");
    for (WikitextField field : WikitextFields.of(type)) {
      if (!fields.contains(field.member())) {
        fields.add(field.member());
      }
    }
    fields.add("Has_new_thing");
    if (type == EntityType.RESOURCE) {
      fields.add("wikitext");
      fields.add("categories");
    }
    String name = fields.get(random.nextInt(fields.size()));
    @Nullable JsonNode present = before.get(name);
    boolean removable = present != null && random.nextInt(6) == 0;
    @Nullable JsonNode value = removable ? null : value(type, name, present, random);
    return new RandomPageEdit(name, before.with(type, name, value));
  }

  private static JsonNode value(
      EntityType type, String name, @Nullable JsonNode present, RandomGenerator random) {
    if (name.equals("pages")) {
      ArrayNode pages = NODES.arrayNode();
      return pages.add(WikitextReader.page("", text(random)));
    }
    if (name.equals("wikitext")) {
      return NODES.stringNode(lines(present == null ? "" : present.asString(""), random));
    }
    WikitextField field = WikitextFields.ofMember(type, name);
    boolean list = field.isList() || name.equals("categories");
    if (list || present instanceof ArrayNode) {
      return list(field, present, random);
    }
    return switch (field.kind()) {
      case FLAG -> NODES.booleanNode(random.nextBoolean());
      case CARDINALITY -> NODES.stringNode(random.nextBoolean() ? "single" : "multiple");
      case WHOLE -> NODES.numberNode(random.nextInt(20));
      case KEY -> NODES.stringNode("Key_" + random.nextInt(9));
      default -> NODES.stringNode(text(random));
    };
  }

  private static String text(RandomGenerator random) {
    return random.nextInt(5) == 0
        ? NASTY.get(random.nextInt(NASTY.size()))
        : "new "
            + random.nextInt(100)
            + (random.nextBoolean() ? ", and = {{More|x=[[y]]}} | z" : "");
  }

  private static ArrayNode list(
      WikitextField field, @Nullable JsonNode present, RandomGenerator random) {
    List<JsonNode> items = new ArrayList<>();
    if (present instanceof ArrayNode array) {
      items.addAll(array.values());
    }
    JsonNode fresh =
        NODES.stringNode(
            random.nextInt(8) == 0
                ? NASTY.get(random.nextInt(NASTY.size()))
                : (field.kind() == WikitextField.Kind.STRINGS ? "v " : "New_")
                    + random.nextInt(99));
    int at = random.nextInt(items.size() + 1);
    switch (items.isEmpty() ? 0 : random.nextInt(4)) {
      case 0 -> items.add(at, fresh);
      case 1 -> items.set(random.nextInt(items.size()), fresh);
      case 2 -> items.remove(random.nextInt(items.size()));
      default -> items.add(items.removeFirst());
    }
    return NODES.arrayNode().addAll(items);
  }

  private static String lines(String text, RandomGenerator random) {
    List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
    int at = random.nextInt(lines.size());
    switch (random.nextInt(3)) {
      case 0 -> lines.add(at, "A new line " + random.nextInt(100));
      case 1 -> lines.set(at, text(random));
      default -> lines.remove(at);
    }
    return String.join("\n", lines);
  }
}
