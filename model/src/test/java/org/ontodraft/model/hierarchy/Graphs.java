package org.ontodraft.model.hierarchy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.testing.Snapshots;

/** Small random graphs of categories and properties. */
final class Graphs {
  static final List<String> LISTS =
      List.of("required_properties", "optional_properties", "optional_subobjects");

  private Graphs() {}

  /**
   * The fields of the category {@code K<number>}.
   *
   * @param parents how many categories there are to take parents from; one more is missing
   */
  static Map<String, List<String>> category(RandomGenerator random, int parents) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    fields.put("parents", names(random, "K", random.nextInt(4), parents + 1));
    for (String list : LISTS) {
      fields.put(list, names(random, "Has_", random.nextInt(3), 4));
    }
    return fields;
  }

  private static List<String> names(RandomGenerator random, String prefix, int count, int among) {
    return random.ints(count, 0, among).mapToObj(number -> prefix + number).toList();
  }

  static String json(Map<String, List<String>> fields) {
    return fields.entrySet().stream()
        .map(field -> "'%s':%s".formatted(field.getKey(), quoted(field.getValue())))
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static String quoted(List<String> keys) {
    return keys.stream().map(key -> "'" + key + "'").collect(Collectors.joining(",", "[", "]"));
  }

  static Ontology ontology(Map<String, Map<String, List<String>>> categories) {
    List<String> lines = new ArrayList<>();
    categories.forEach((name, fields) -> lines.add("category:" + name + " " + json(fields)));
    return Snapshots.of(lines.toArray(String[]::new));
  }

  /** All a hierarchy says of these categories, as lines that can be compared. */
  static List<String> everything(Hierarchy hierarchy, List<EntityKey> categories) {
    List<String> lines = new ArrayList<>();
    lines.add("roots " + hierarchy.roots());
    lines.add("cycles " + hierarchy.cycles());
    for (EntityKey key : categories) {
      lines.add(key + " parents " + hierarchy.parents(key));
      lines.add(key + " children " + hierarchy.children(key));
      lines.add(key + " descendants " + List.copyOf(hierarchy.descendants(key)));
      lines.add(key + " ancestors " + List.copyOf(hierarchy.ancestors(key)));
      lines.add(key + " has " + hierarchy.effectiveProperties(key));
      lines.add(key + " has " + hierarchy.effectiveSubobjects(key));
      lines.add(key + " needs " + new TreeMap<>(hierarchy.requirements(key)));
      Stream.of("Has_0", "Has_1")
          .map(name -> EntityKey.of(EntityType.PROPERTY, name))
          .forEach(item -> lines.add(key + " " + item + " by " + hierarchy.paths(key, item)));
    }
    return lines;
  }

  /** Every row of a closure, sorted. */
  static List<String> rows(EffectiveClosure closure) {
    List<String> lines = new ArrayList<>();
    closure.forEach((category, item, required, source, depth) ->
        lines.add(category + " " + item + " " + required + " " + source + " " + depth));
    return lines.stream().sorted().toList();
  }
}
