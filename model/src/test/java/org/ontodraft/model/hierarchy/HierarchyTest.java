package org.ontodraft.model.hierarchy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.model.entity.EntityType.CATEGORY;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ontodraft.model.draft.DraftChange;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.testing.InMemoryRepository;
import org.ontodraft.model.testing.OntologyGenerator;

class HierarchyTest {
  private static final List<String> FIELDS =
      List.of("parents", "required_properties", "optional_properties", "optional_subobjects");

  @Test
  void requiredByAnyAncestorWinsAndTheNearestSourceComesFirst() {
    Hierarchy hierarchy =
        hierarchy(
            "D parents=B,C optional_properties=Has_d",
            "B parents=A optional_properties=Has_a",
            "C parents=A optional_properties=Has_c,Has_c",
            "A required_properties=Has_a optional_subobjects=Address");

    assertThat(describe(hierarchy.effectiveProperties(category("D"))))
        .containsExactly(
            "Has_a required: B 1, A 2 required", "Has_c optional: C 1", "Has_d optional: D 0");
    assertThat(hierarchy.effectiveProperties(category("D")).getLast().direct()).isTrue();
    assertThat(hierarchy.effectiveProperties(category("D")).getFirst().direct()).isFalse();
    assertThat(describe(hierarchy.effectiveSubobjects(category("D"))))
        .containsExactly("Address optional: A 2");
  }

  @Test
  void sourcesOfOneDepthComeByKey() {
    Hierarchy hierarchy =
        hierarchy(
            "X parents=Zeta,Alpha",
            "Zeta required_properties=Has_a",
            "Alpha optional_properties=Has_a");

    assertThat(describe(hierarchy.effectiveProperties(category("X"))))
        .containsExactly("Has_a required: Alpha 1, Zeta 1 required");
  }

  @Test
  void oneSourceCountsOnceForEachDepth() {
    Hierarchy hierarchy = hierarchy("X parents=Y,A", "Y parents=A", "A required_properties=Has_a");

    assertThat(describe(hierarchy.effectiveProperties(category("X"))))
        .containsExactly("Has_a required: A 1 required, A 2 required");
  }

  @Test
  void itemListedAsBothIsRequired() {
    Hierarchy hierarchy = hierarchy("X required_properties=Has_a optional_properties=Has_a");

    assertThat(describe(hierarchy.effectiveProperties(category("X"))))
        .containsExactly("Has_a required: X 0 required");
  }

  @Test
  void cycleIsReportedOnceAndNotFollowed() {
    Hierarchy hierarchy =
        hierarchy(
            "B parents=C,P optional_properties=Has_b",
            "C parents=B optional_properties=Has_c",
            "Below parents=C",
            "P required_properties=Has_p");

    assertThat(hierarchy.cycles()).containsExactly(List.of(category("B"), category("C")));
    assertThat(describe(hierarchy.effectiveProperties(category("C"))))
        .containsExactly("Has_c optional: C 0");
    assertThat(describe(hierarchy.effectiveProperties(category("B"))))
        .containsExactly("Has_b optional: B 0", "Has_p required: P 1 required");
    assertThat(describe(hierarchy.effectiveProperties(category("Below"))))
        .containsExactly("Has_c optional: C 1");
    assertThat(names(hierarchy.roots())).containsExactly("P");
    assertThat(names(hierarchy.descendants(category("C")))).containsExactly("B", "Below", "C");
    assertThat(names(hierarchy.descendants(category("P")))).containsExactly("B", "Below", "C");
  }

  @Test
  void cycleNothingLeadsToHasARoot() {
    Hierarchy hierarchy = hierarchy("B parents=C", "C parents=B", "D parents=C", "S parents=S");

    assertThat(names(hierarchy.roots())).containsExactly("B", "S");
    assertThat(hierarchy.cycles())
        .containsExactly(List.of(category("B"), category("C")), List.of(category("S")));
  }

  @Test
  void everyParentOnACycleIsInOneOfTheCycles() {
    Hierarchy hierarchy = hierarchy("A parents=B", "B parents=A,C", "C parents=D", "D parents=B,D");

    assertThat(hierarchy.cycles().stream().map(HierarchyTest::names))
        .containsExactly(List.of("A", "B"), List.of("B", "C", "D"), List.of("D"));
  }

  @Test
  void parentsThatDoNotExistAreIgnored() {
    Hierarchy hierarchy = hierarchy("A parents=Missing,B,B", "B");

    assertThat(names(hierarchy.parents(category("A")))).containsExactly("B");
    assertThat(names(hierarchy.roots())).containsExactly("B");
    assertThat(hierarchy.parents(category("Missing"))).isEmpty();
    assertThat(hierarchy.children(category("Missing"))).isEmpty();
    assertThat(hierarchy.descendants(category("Missing"))).isEmpty();
    assertThat(hierarchy.effectiveProperties(category("Missing"))).isEmpty();
  }

  @Test
  void deletedCategoryStandsAmongTheRootsAndPassesNothingOn() {
    Ontology base =
        ontology(
            Map.of(
                "Top", Map.of("required_properties", List.of("Has_top")),
                "Middle",
                    Map.of("parents", List.of("Top"), "required_properties", List.of("Has_middle")),
                "Bottom", Map.of("parents", List.of("Middle"))));
    DraftChange delete = new DraftChange.Delete(category("Middle"), base.file(category("Middle")));

    Hierarchy hierarchy = Hierarchy.of(DraftOverlay.of(base, List.of(delete)));

    assertThat(names(hierarchy.roots())).containsExactly("Middle", "Top");
    assertThat(hierarchy.children(category("Top"))).isEmpty();
    assertThat(hierarchy.effectiveProperties(category("Middle"))).isEmpty();
    assertThat(hierarchy.effectiveProperties(category("Bottom"))).isEmpty();
  }

  @Test
  void stackedDiamondsGivePairsNotPaths() {
    List<String> lines = new ArrayList<>();
    lines.add("T000 required_properties=Has_a");
    for (int i = 1; i <= 200; i++) {
      String below = "T%03d".formatted(i);
      String above = "T%03d".formatted(i - 1);
      lines.add(below + " parents=" + below + "l," + below + "r");
      lines.add(below + "l parents=" + above);
      lines.add(below + "r parents=" + above);
    }

    assertThat(
            describe(hierarchy(lines.toArray(String[]::new)).effectiveProperties(category("T200"))))
        .containsExactly("Has_a required: T000 400 required");
  }

  @Test
  void endlessLadderKeepsTheNearestDepthOfEverySource() {
    List<String> lines = new ArrayList<>();
    int rungs = 2_000;
    lines.add("R00000 required_properties=Has_a");
    for (int i = 1; i <= rungs; i++) {
      int shortCut = Math.max(0, i - 2);
      lines.add("R%05d parents=R%05d,R%05d".formatted(i, i - 1, shortCut));
    }
    Hierarchy hierarchy = hierarchy(lines.toArray(String[]::new));

    EffectiveItem item =
        hierarchy.effectiveProperties(category("R%05d".formatted(rungs))).getFirst();

    assertThat(item.winner().depth()).isEqualTo(rungs / 2);
    assertThat(item.required()).isTrue();
  }

  @Test
  void longChainNeedsNoStack() {
    List<String> lines = new ArrayList<>();
    lines.add("C00000 parents=C20000 required_properties=Has_a");
    for (int i = 1; i <= 20_000; i++) {
      lines.add("C%05d parents=C%05d".formatted(i, i - 1));
    }

    assertThat(hierarchy(lines.toArray(String[]::new)).cycles())
        .singleElement()
        .satisfies(cycle -> assertThat(cycle).hasSize(20_001));
  }

  static List<Long> seeds() {
    return IntStream.range(0, 60).mapToObj(i -> 1_000L + i).toList();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void agreesWithTheNaiveOracle(long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    boolean acyclic = random.nextInt(3) > 0;
    int size = 1 + random.nextInt(12);
    Map<String, Map<String, List<String>>> categories = new TreeMap<>();
    for (int i = 0; i < size; i++) {
      int child = i;
      Map<String, List<String>> fields = new LinkedHashMap<>();
      fields.put(
          "parents",
          random
              .ints(random.nextInt(4), 0, acyclic ? Math.max(1, child) : size + 1)
              .filter(parent -> !acyclic || parent < child)
              .mapToObj(parent -> "K" + parent)
              .toList());
      for (String field : FIELDS.subList(1, FIELDS.size())) {
        fields.put(field, random.ints(random.nextInt(3), 0, 4).mapToObj(p -> "Has_" + p).toList());
      }
      categories.put("K" + i, fields);
    }
    Hierarchy hierarchy = Hierarchy.of(ontology(categories));

    NaiveHierarchy naive = new NaiveHierarchy(categories);
    for (String name : categories.keySet()) {
      assertThat(describe(hierarchy.effectiveProperties(category(name))))
          .as("%s of %s", name, categories)
          .isEqualTo(naive.effective(name, "required_properties", "optional_properties"));
      assertThat(describe(hierarchy.effectiveSubobjects(category(name))))
          .isEqualTo(naive.effective(name, "required_subobjects", "optional_subobjects"));
      assertThat(new TreeSet<>(names(hierarchy.descendants(category(name)))))
          .isEqualTo(naive.descendants(name));
      assertThat(names(hierarchy.parents(category(name)))).isEqualTo(naive.parents(name));
      for (EntityKey child : hierarchy.children(category(name))) {
        assertThat(naive.parents(child.key())).contains(name);
      }
    }
    checkRootsAndCycles(hierarchy, naive, categories.keySet());
  }

  private static void checkRootsAndCycles(
      Hierarchy hierarchy, NaiveHierarchy naive, Set<String> all) {
    Set<String> reached = new HashSet<>(names(hierarchy.roots()));
    hierarchy.roots().forEach(root -> reached.addAll(names(hierarchy.descendants(root))));
    assertThat(reached).isEqualTo(all);
    assertThat(hierarchy.roots()).isSorted().doesNotHaveDuplicates();
    for (EntityKey root : hierarchy.roots()) {
      assertThat(naive.parents(root.key()))
          .allMatch(parent -> naive.descendants(root.key()).contains(parent));
    }
    Set<List<String>> edgesOnCycles = new HashSet<>();
    for (List<EntityKey> cycle : hierarchy.cycles()) {
      assertThat(cycle).doesNotHaveDuplicates();
      assertThat(cycle.getFirst()).isEqualTo(cycle.stream().min(EntityKey::compareTo).get());
      for (int i = 0; i < cycle.size(); i++) {
        String child = cycle.get(i).key();
        String parent = cycle.get((i + 1) % cycle.size()).key();
        assertThat(naive.parents(child)).contains(parent);
        edgesOnCycles.add(List.of(child, parent));
      }
    }
    assertThat(edgesOnCycles).isEqualTo(naive.edgesOnCycles());
  }

  @Test
  void generatedOntologyIsDeepAndHasNoCycle() {
    Ontology ontology = InMemoryRepository.of(OntologyGenerator.files(5, 5_000)).ontology();

    Hierarchy hierarchy = Hierarchy.of(ontology);

    assertThat(hierarchy.cycles()).isEmpty();
    int deepest =
        ontology.entities(CATEGORY).stream()
            .flatMap(entity -> hierarchy.effectiveProperties(entity.key()).stream())
            .flatMap(item -> item.provenance().stream())
            .mapToInt(Provenance::depth)
            .max()
            .orElseThrow();
    assertThat(deepest).isBetween(10, OntologyGenerator.MAX_DEPTH);
  }

  private static List<String> describe(List<EffectiveItem> items) {
    return items.stream()
        .map(item -> line(item.item().key(), item.required(), item.provenance()))
        .toList();
  }

  static String line(String item, boolean required, List<Provenance> provenance) {
    return item
        + (required ? " required: " : " optional: ")
        + provenance.stream()
            .map(p -> p.source().key() + " " + p.depth() + (p.required() ? " required" : ""))
            .collect(Collectors.joining(", "));
  }

  private static List<String> names(Iterable<EntityKey> keys) {
    List<String> names = new ArrayList<>();
    keys.forEach(key -> names.add(key.key()));
    return names;
  }

  private static EntityKey category(String name) {
    return EntityKey.of(CATEGORY, name);
  }

  /** Categories as lines: a name, then fields with their keys. */
  private static Hierarchy hierarchy(String... lines) {
    Map<String, Map<String, List<String>>> categories = new LinkedHashMap<>();
    for (String line : lines) {
      String[] parts = line.split(" ");
      Map<String, List<String>> fields = new LinkedHashMap<>();
      for (int i = 1; i < parts.length; i++) {
        int equals = parts[i].indexOf('=');
        fields.put(
            parts[i].substring(0, equals), List.of(parts[i].substring(equals + 1).split(",")));
      }
      categories.put(parts[0], fields);
    }
    return Hierarchy.of(ontology(categories));
  }

  private static Ontology ontology(Map<String, Map<String, List<String>>> categories) {
    Map<String, String> files = new TreeMap<>();
    categories.forEach((name, fields) -> {
      StringBuilder json = new StringBuilder("{\"id\": \"" + name + "\"");
      fields.forEach(
          (field, keys) -> json.append(", \"").append(field).append("\": ").append(quoted(keys)));
      files.put("categories/" + name + ".json", json.append("}").toString());
    });
    return InMemoryRepository.of(files).ontology();
  }

  private static String quoted(List<String> keys) {
    return keys.stream().map(key -> "\"" + key + "\"").collect(Collectors.joining(",", "[", "]"));
  }
}
