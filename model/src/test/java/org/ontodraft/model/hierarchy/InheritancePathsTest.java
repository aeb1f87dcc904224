package org.ontodraft.model.hierarchy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.model.entity.EntityType.CATEGORY;
import static org.ontodraft.model.entity.EntityType.PROPERTY;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.testing.Snapshots;

class InheritancePathsTest {
  private static final EntityKey HAS_A = EntityKey.of(PROPERTY, "Has_a");

  @Test
  void everyWayIsListedShortestFirst() {
    Hierarchy hierarchy =
        Hierarchy.of(
            Snapshots.of(
                "category:D {'parents':['B','C','A']}",
                "category:B {'parents':['A'],'optional_properties':['Has_a']}",
                "category:C {'parents':['A','Missing']}",
                "category:A {'required_properties':['Has_a']}"));

    InheritancePaths paths = hierarchy.paths(category("D"), HAS_A);

    assertThat(describe(paths)).containsExactly("D B", "D A", "D B A", "D C A");
    assertThat(paths.total()).isEqualTo(4);
    assertThat(describe(hierarchy.paths(category("A"), HAS_A))).containsExactly("A");
    assertThat(hierarchy.paths(category("A"), EntityKey.of(PROPERTY, "Has_b")))
        .isEqualTo(InheritancePaths.NONE);
    assertThat(hierarchy.paths(category("Missing"), HAS_A)).isEqualTo(InheritancePaths.NONE);
    assertThat(describe(hierarchy.pathsToRoots(category("D"))))
        .containsExactly("D A", "D B A", "D C A");
  }

  @Test
  void cyclesAreNotWalked() {
    Hierarchy hierarchy =
        Hierarchy.of(
            Snapshots.of(
                "category:X {'parents':['Y']}",
                "category:Y {'parents':['X','Top'],'required_properties':['Has_a']}",
                "category:Below {'parents':['X']}",
                "category:Top {'required_properties':['Has_a']}"));

    assertThat(describe(hierarchy.paths(category("Y"), HAS_A))).containsExactly("Y", "Y Top");
    assertThat(hierarchy.paths(category("X"), HAS_A).total()).isZero();
    assertThat(describe(hierarchy.pathsToRoots(category("Below")))).containsExactly("Below X");
  }

  @Test
  void stackedDiamondsAreCountedAndNotWalked() {
    List<String> lines = new ArrayList<>();
    lines.add("category:T000 {'required_properties':['Has_a']}");
    for (int i = 1; i <= 100; i++) {
      lines.add("category:T%03d {'parents':['L%03d','R%03d']}".formatted(i, i, i));
      lines.add("category:L%03d {'parents':['T%03d']}".formatted(i, i - 1));
      lines.add("category:R%03d {'parents':['T%03d']}".formatted(i, i - 1));
    }
    Hierarchy hierarchy = Hierarchy.of(Snapshots.of(lines.toArray(String[]::new)));

    InheritancePaths forty = hierarchy.paths(category("T040"), HAS_A);
    assertThat(forty.total()).isEqualTo(1L << 40);
    assertThat(forty.shown()).hasSize(InheritancePaths.MOST_SHOWN).doesNotHaveDuplicates();
    assertThat(forty.shown()).allSatisfy(path -> assertThat(path).hasSize(81));
    assertThat(hierarchy.paths(category("T100"), HAS_A).total()).isEqualTo(Long.MAX_VALUE);
  }

  static LongStream seeds() {
    return LongStream.range(0, 100);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void agreesWithWalkingThemAll(long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    int size = 2 + random.nextInt(8);
    Map<String, Map<String, List<String>>> categories = new TreeMap<>();
    for (int i = 0; i < size; i++) {
      categories.put("K" + i, Graphs.category(random, seed % 2 == 0 ? i : size));
    }
    Hierarchy hierarchy = Hierarchy.of(Graphs.ontology(categories));
    NaiveHierarchy naive = new NaiveHierarchy(categories);
    for (String name : categories.keySet()) {
      for (String item : List.of("Has_0", "Has_1", "Has_2", "Has_3")) {
        List<String> all = naive.paths(name, item);
        InheritancePaths paths = hierarchy.paths(category(name), EntityKey.of(PROPERTY, item));
        assertThat(paths.total()).as("%s %s %s", name, item, categories).isEqualTo(all.size());
        assertThat(all).containsAll(describe(paths));
        assertThat(describe(paths)).doesNotHaveDuplicates().hasSize(Math.min(all.size(), 20));
        List<Integer> lengths = paths.shown().stream().map(List::size).toList();
        assertThat(lengths)
            .isEqualTo(all.stream().map(way -> way.split(" ").length).sorted().limit(20).toList());
      }
    }
  }

  private static EntityKey category(String name) {
    return EntityKey.of(CATEGORY, name);
  }

  private static List<String> describe(InheritancePaths paths) {
    return paths.shown().stream()
        .map(path -> path.stream().map(EntityKey::key).collect(Collectors.joining(" ")))
        .toList();
  }
}
