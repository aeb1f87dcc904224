package org.ontodraft.model.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Makes the files of an ontology of any size: every entity type, categories up to {@value
 * #MAX_DEPTH} deep, no cycle, no dangling reference. The same seed, size and shape always give the
 * same files.
 */
public final class OntologyGenerator {
  /** How many parent steps lead from the deepest category to a root, at most. */
  public static final int MAX_DEPTH = 16;

  private static final int LINE_WIDTH = 80;
  private static final List<String> WORDS =
      List.of(
          "sample",
          "protocol",
          "device",
          "project",
          "person",
          "method",
          "result",
          "tissue",
          "buffer",
          "record",
          "grant",
          "event",
          "place",
          "unit",
          "signal",
          "cohort",
          "assay",
          "vector",
          "archive",
          "licence");
  private static final List<String> DATATYPES = List.of("Text", "Number", "Date", "Page", "URL");

  private final RandomGenerator random;
  private final Shape shape;
  private final int entities;
  private final BiConsumer<String, String> sink;

  private OntologyGenerator(long seed, int entities, Shape shape, BiConsumer<String, String> sink) {
    this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    this.entities = entities;
    this.shape = shape;
    this.sink = sink;
  }

  /** What the categories are like. */
  public enum Shape {
    /** Two thirds of what is left after the other types; about 6% with several parents. */
    MIXED(0.06),
    /**
     * Nearly everything is a category or a property, five to one; about 20% of the categories have
     * several parents, so that each inherits about a hundred properties.
     */
    DENSE(0.2);

    private final double severalParents;

    Shape(double severalParents) {
      this.severalParents = severalParents;
    }
  }

  /**
   * The files of an ontology, by path.
   *
   * @param entities how many entities it has; at least 20, so that each type has one
   */
  public static Map<String, String> files(long seed, int entities) {
    Map<String, String> files = new TreeMap<>();
    generate(seed, entities, Shape.MIXED, files::put);
    return files;
  }

  /**
   * The files of an ontology one after another, in no order that means anything.
   *
   * @param entities how many entities it has; at least 20, so that each type has one
   * @param sink takes each file's path and content
   */
  public static void generate(
      long seed, int entities, Shape shape, BiConsumer<String, String> sink) {
    if (entities < 20) {
      throw new IllegalArgumentException(entities + " entities are too few");
    }
    new OntologyGenerator(seed, entities, shape, sink).generate();
  }

  private void generate() {
    int few = shape == Shape.MIXED ? Math.max(1, entities / 200) : 1;
    List<String> templates = names("Property/Template_", few);
    List<String> dashboards = names("Dashboard_", few);
    List<String> subobjects =
        names("Subobject_", shape == Shape.MIXED ? Math.max(1, entities / 50) : 1);
    List<String> modules = names("Module_", few);
    List<String> bundles = names("Bundle_", few);
    List<String> properties = names("Has_", Math.max(2, entities / (shape == Shape.MIXED ? 5 : 6)));
    int rest =
        entities
            - templates.size()
            - dashboards.size()
            - subobjects.size()
            - modules.size()
            - bundles.size()
            - properties.size();
    int share = shape == Shape.MIXED ? rest * 2 / 3 : rest - 1;
    List<String> categories = names("", Math.max(1, share));
    int resources = rest - categories.size();

    templates.forEach(this::template);
    dashboards.forEach(this::dashboard);
    subobjects.forEach(name -> subobject(name, properties));
    for (int i = 0; i < properties.size(); i++) {
      property(i, properties, categories, templates);
    }
    categories(categories, properties, subobjects);
    List<String> resourceIds = new ArrayList<>();
    for (int i = 0; i < resources; i++) {
      resourceIds.add(resource(i, pick(categories), properties));
    }
    for (int i = 0; i < modules.size(); i++) {
      module(i, modules, categories, properties, subobjects, templates, dashboards, resourceIds);
    }
    bundles.forEach(name -> bundle(name, modules, dashboards));
  }

  private List<String> names(String prefix, int count) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String word = pick(WORDS);
      String start = prefix.isEmpty() ? capital(word) : prefix + word;
      names.add(start + "_" + Integer.toString(i, 36));
    }
    return names;
  }

  private void categories(List<String> names, List<String> properties, List<String> subobjects) {
    int[] depth = new int[names.size()];
    for (int i = 0; i < names.size(); i++) {
      SequencedSet<String> parents = new LinkedHashSet<>();
      if (i >= rootCount(names.size())) {
        int count = random.nextDouble() < shape.severalParents ? 2 + random.nextInt(2) : 1;
        for (int p = 0; p < count; p++) {
          int parent = parentOf(i, depth);
          parents.add(names.get(parent));
          depth[i] = Math.max(depth[i], depth[parent] + 1);
        }
      }
      Map<String, Object> members = described(names.get(i));
      putList(members, "parents", List.copyOf(parents));
      putList(members, "required_properties", several(properties, 2));
      List<String> optional = new ArrayList<>(several(properties, 6));
      optional.removeAll(listOf(members, "required_properties"));
      putList(members, "optional_properties", optional);
      if (random.nextInt(8) == 0) {
        putList(members, "optional_subobjects", several(subobjects, 2));
      }
      write("categories/" + names.get(i), members);
    }
  }

  private static int rootCount(int categories) {
    return Math.max(1, categories / 200);
  }

  /** An earlier category that is not too deep; recent ones more often, which makes it deep. */
  private int parentOf(int child, int[] depth) {
    int parent =
        random.nextBoolean()
            ? random.nextInt(child)
            : child - 1 - random.nextInt(Math.min(child, 9));
    while (depth[parent] >= MAX_DEPTH) {
      parent = random.nextInt(parent + 1) / 2;
    }
    return parent;
  }

  private void property(
      int index, List<String> names, List<String> categories, List<String> templates) {
    String name = names.get(index);
    Map<String, Object> members = described(name);
    String datatype = pick(DATATYPES);
    members.put("datatype", datatype);
    members.put("cardinality", random.nextBoolean() ? "single" : "multiple");
    switch (random.nextInt(12)) {
      case 0 -> putList(members, "allowed_values", several(WORDS, 5));
      case 1 -> members.put("Allows_value_from_category", pick(categories));
      case 2 -> members.put("allowed_values", Map.of("from_category", pick(categories)));
      case 3 -> members.put("has_display_template", pick(templates));
      case 4 -> {
        if (index > 0) {
          members.put("parent_property", names.get(random.nextInt(index)));
        }
      }
      case 5 -> members.put("allowed_pattern", "^[a-z]{" + (1 + random.nextInt(9)) + "}$");
      case 6 -> members.put("unique_values", random.nextBoolean());
      default -> {}
    }
    if (datatype.equals("Number") && random.nextBoolean()) {
      members.put("display_precision", random.nextInt(6));
    }
    write("properties/" + name, members);
  }

  private void subobject(String name, List<String> properties) {
    Map<String, Object> members = described(name);
    putList(members, "required_properties", several(properties, 3));
    write("subobjects/" + name, members);
  }

  private void template(String name) {
    Map<String, Object> members = described(name);
    members.put("wikitext", "<includeonly>{{{value|}}}</includeonly>\n" + sentence());
    write("templates/" + name, members);
  }

  private void dashboard(String name) {
    Map<String, Object> members = described(name);
    members.put(
        "pages",
        List.of(
            page("", "== " + sentence() + " ==\n" + sentence()),
            page("Setup", "# " + sentence() + "\n# \"" + sentence() + "\"")));
    write("dashboards/" + name, members);
  }

  private static Map<String, Object> page(String name, String wikitext) {
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("name", name);
    page.put("wikitext", wikitext);
    return page;
  }

  private String resource(int index, String category, List<String> properties) {
    String id = category + "/" + capital(pick(WORDS)) + "_" + Integer.toString(index, 36);
    Map<String, Object> members = described(id);
    members.put("category", category);
    several(properties, 4).forEach(property -> members.put(property, sentence()));
    write("resources/" + id, members);
    return id;
  }

  private void module(
      int index,
      List<String> names,
      List<String> categories,
      List<String> properties,
      List<String> subobjects,
      List<String> templates,
      List<String> dashboards,
      List<String> resources) {
    Map<String, Object> members = described(names.get(index));
    members.put("version", "1." + index + ".0");
    putList(members, "categories", several(categories, 30));
    putList(members, "properties", several(properties, 30));
    putList(members, "subobjects", several(subobjects, 3));
    putList(members, "templates", several(templates, 2));
    putList(members, "dashboards", several(dashboards, 2));
    putList(members, "resources", several(resources, 4));
    putList(members, "dependencies", several(names.subList(0, index), 2));
    write("modules/" + names.get(index), members);
  }

  private void bundle(String name, List<String> modules, List<String> dashboards) {
    Map<String, Object> members = described(name);
    members.put("version", "1.0.0");
    members.put("modules", List.of(pick(modules)));
    putList(members, "dashboards", several(dashboards, 2));
    write("bundles/" + name, members);
  }

  private Map<String, Object> described(String id) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("id", id);
    members.put("label", id.substring(id.lastIndexOf('/') + 1).replace('_', ' '));
    members.put("description", sentence());
    return members;
  }

  private String sentence() {
    StringBuilder sentence = new StringBuilder(capital(pick(WORDS)));
    int words = 3 + random.nextInt(9);
    for (int i = 0; i < words; i++) {
      sentence.append(' ').append(pick(WORDS));
    }
    return sentence.append(random.nextInt(9) == 0 ? " à 20 °C." : ".").toString();
  }

  private String pick(List<String> items) {
    return items.get(random.nextInt(items.size()));
  }

  private List<String> several(List<String> items, int atMost) {
    SequencedSet<String> picked = new LinkedHashSet<>();
    int count = items.isEmpty() ? 0 : random.nextInt(atMost + 1);
    for (int i = 0; i < count; i++) {
      picked.add(pick(items));
    }
    return List.copyOf(picked);
  }

  private static String capital(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  private static void putList(Map<String, Object> members, String name, List<String> items) {
    if (!items.isEmpty()) {
      members.put(name, items);
    }
  }

  private static List<?> listOf(Map<String, Object> members, String name) {
    return members.get(name) instanceof List<?> list ? list : List.of();
  }

  private void write(String pathAndKey, Map<String, Object> members) {
    sink.accept(pathAndKey + ".json", json(members, "") + "\n");
  }

  private static String json(Object value, String indent) {
    return switch (value) {
      case String text -> quote(text);
      case Map<?, ?> object -> {
        List<String> members = new ArrayList<>();
        object.forEach((name, member) ->
            members.add(quote(String.valueOf(name)) + ": " + json(member, indent + "  ")));
        yield lines("{", members, "}", indent);
      }
      case List<?> list -> {
        List<String> items = list.stream().map(item -> json(item, indent + "  ")).toList();
        String line = "[" + String.join(", ", items) + "]";
        boolean inline = line.length() <= LINE_WIDTH && line.indexOf('{') < 0;
        yield inline ? line : lines("[", items, "]", indent);
      }
      default -> value.toString();
    };
  }

  private static String lines(String open, List<String> parts, String close, String indent) {
    String separator = "\n" + indent + "  ";
    return open + separator + String.join("," + separator, parts) + "\n" + indent + close;
  }

  private static String quote(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
  }
}
