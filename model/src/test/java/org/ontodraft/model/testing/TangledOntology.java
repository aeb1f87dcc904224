package org.ontodraft.model.testing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.format.JsonCodec;

/**
 * A small ontology in which nearly everything goes wrong: few names, so that what is written at
 * random forms cycles, dangles, repeats and contradicts itself.
 */
public final class TangledOntology {
  private static final List<String> CATEGORIES =
      List.of("A", "B", "C", "D", "E", "F", "\u0410", "a");
  private static final List<String> NO_KEYS = List.of("a:b", "..", "A");
  private static final List<String> PROPERTIES =
      List.of("Has_a", "Has_b", "Has_c", "Has_d", "Has_\u0430", "Has_A");
  private static final List<String> SUBOBJECTS = List.of("S", "T");
  private static final List<String> TEMPLATES = List.of("Property/X", "Y", "Z/X");
  private static final List<String> MODULES = List.of("M", "N", "O");
  private static final List<String> BUNDLES = List.of("All", "Some");
  private static final List<String> DASHBOARDS = List.of("Board");
  private static final List<String> RESOURCES = List.of("A/x", "A/y", "B/x", "C/z", "D/w", "D/x");
  private static final List<String> LABELS = List.of("One", "one", "Two", "x", " Two ");
  private static final List<String> VALUES =
      List.of("x", "y", "A/x", "1", "true", "12 kg", "a@b.org", "", "One", "w");
  private static final List<String> DATATYPES =
      List.of("Text", "Page", "Number", "Boolean", "Email", "Quantity", "Txet", "Date", "URL");
  private static final List<String> PATTERNS =
      List.of("^[a-z]$", "(?=x)y", "[0-9]", "((a{999}){999})");

  private final Random random;

  /** Names and contents follow from this. */
  public TangledOntology(Random random) {
    this.random = random;
  }

  /** Some of the entities there can be. */
  public Map<EntityKey, EntityDocument> documents() {
    Map<EntityKey, EntityDocument> documents = new TreeMap<>();
    int count = 4 + random.nextInt(24);
    for (int i = 0; i < count; i++) {
      EntityKey key = key();
      documents.put(key, document(key));
    }
    return documents;
  }

  private static final List<EntityType> TYPES =
      Arrays.stream(EntityType.values()).filter(type -> type != EntityType.MEDIA).toList();

  /** The key of one of the entities there can be. */
  public EntityKey key() {
    EntityType type = pick(TYPES);
    if (random.nextInt(3) == 0) {
      type = pick(List.of(EntityType.CATEGORY, EntityType.PROPERTY, EntityType.RESOURCE));
    }
    return EntityKey.of(type, pick(names(type)));
  }

  private static List<String> names(EntityType type) {
    return switch (type) {
      case CATEGORY -> CATEGORIES;
      case PROPERTY -> PROPERTIES;
      case SUBOBJECT -> SUBOBJECTS;
      case MODULE -> MODULES;
      case BUNDLE -> BUNDLES;
      case TEMPLATE -> TEMPLATES;
      case DASHBOARD -> DASHBOARDS;
      case RESOURCE -> RESOURCES;
      case MEDIA -> throw new IllegalArgumentException("no tangle has media");
    };
  }

  /** Any content for an entity. */
  public EntityDocument document(EntityKey key) {
    List<String> members = new ArrayList<>();
    members.add(member("id", text(random.nextInt(12) == 0 ? "Other" : key.key())));
    if (random.nextInt(3) > 0) {
      members.add(member("label", text(pick(LABELS))));
    }
    switch (key.type()) {
      case CATEGORY -> {
        list(members, "parents", random.nextInt(9) == 0 ? NO_KEYS : CATEGORIES, 3);
        list(members, "required_properties", PROPERTIES, 2);
        list(members, "optional_properties", PROPERTIES, 3);
        list(members, "required_subobjects", SUBOBJECTS, 1);
        list(members, "optional_subobjects", SUBOBJECTS, 2);
      }
      case PROPERTY -> property(members);
      case SUBOBJECT -> list(members, "optional_properties", PROPERTIES, 3);
      case TEMPLATE -> members.add(member("wikitext", text("")));
      case MODULE -> {
        list(members, "categories", CATEGORIES, 3);
        list(members, "properties", PROPERTIES, 2);
        list(members, "resources", RESOURCES, 1);
        list(members, "dependencies", MODULES, 2);
        list(members, "dashboards", DASHBOARDS, 1);
      }
      case BUNDLE -> {
        list(members, "modules", MODULES, 3);
        list(members, "dashboards", DASHBOARDS, 1);
      }
      case DASHBOARD -> members.add(member("pages", "[]"));
      case RESOURCE -> resource(members);
    }
    return JsonCodec.parse("{" + String.join(",", members) + "}");
  }

  private void property(List<String> members) {
    members.add(member("datatype", text(pick(DATATYPES))));
    members.add(member("cardinality", text(random.nextBoolean() ? "single" : "multiple")));
    maybe(members, 4, "parent_property", text(pick(PROPERTIES)));
    maybe(members, 4, "has_display_template", text("Template:" + pick(TEMPLATES)));
    maybe(members, 4, "Allows_value_from_category", text(pick(CATEGORIES)));
    maybe(members, 4, "allowed_pattern", text(pick(PATTERNS).replace("\\", "\\\\")));
    maybe(members, 3, "unique_values", "true");
    maybe(members, 8, "display_units", "[\"kg\"]");
    switch (random.nextInt(5)) {
      case 0 -> list(members, "allowed_values", VALUES, 4);
      case 1 ->
          members.add(
              member(
                  "allowed_values", "{" + member("from_category", text(pick(CATEGORIES))) + "}"));
      default -> {}
    }
  }

  private void resource(List<String> members) {
    maybe(members, 2, "category", text(pick(CATEGORIES)));
    list(members, "categories", CATEGORIES, 2);
    for (String property : PROPERTIES) {
      switch (random.nextInt(5)) {
        case 0 -> members.add(member(property, text(pick(VALUES))));
        case 1 -> list(members, property, VALUES, 3);
        case 2 -> maybe(members, 3, property, random.nextBoolean() ? "12" : "{\"odd\":1}");
        default -> {}
      }
    }
  }

  private void maybe(List<String> members, int oneIn, String name, String value) {
    if (random.nextInt(oneIn) == 0) {
      members.add(member(name, value));
    }
  }

  private void list(List<String> members, String name, List<String> items, int atMost) {
    int size = random.nextInt(atMost + 1);
    if (size > 0 || random.nextInt(6) == 0) {
      List<String> picked = IntStream.range(0, size).mapToObj(i -> text(pick(items))).toList();
      members.add(member(name, "[" + String.join(",", picked) + "]"));
    }
  }

  private static String member(String name, String value) {
    return text(name) + ":" + value;
  }

  private static String text(String value) {
    return "\"" + value + "\"";
  }

  private <T> T pick(List<T> items) {
    return items.get(random.nextInt(items.size()));
  }
}
