package org.ontodraft.model.hierarchy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.model.entity.EntityType.CATEGORY;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.testing.Snapshots;

/** What is worked out step by step equals what is worked out from nothing. */
class HierarchyHistoryTest {
  private static final int STEPS = 20;

  static LongStream seeds() {
    return LongStream.range(0, 150);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void anIncrementalHierarchyEqualsAFullOne(long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    int size = 2 + random.nextInt(12);
    boolean acyclic = seed % 3 == 0;
    Map<String, Map<String, List<String>>> categories = new TreeMap<>();
    for (int i = 0; i < size; i++) {
      if (random.nextInt(4) > 0) {
        categories.put("K" + i, Graphs.category(random, acyclic ? i : size));
      }
    }
    List<EntityKey> keys =
        IntStream.rangeClosed(0, size).mapToObj(i -> EntityKey.of(CATEGORY, "K" + i)).toList();
    Ontology base = Graphs.ontology(categories);
    DraftOverlay overlay = DraftOverlay.of(base, List.of());
    Hierarchy hierarchy = Hierarchy.of(base);
    EffectiveClosure properties = EffectiveClosure.ofProperties(hierarchy);
    EffectiveClosure subobjects = EffectiveClosure.ofSubobjects(hierarchy);

    for (int step = 0; step < STEPS; step++) {
      Set<EntityKey> changed = new HashSet<>();
      for (int i = random.nextInt(3); i >= 0; i--) {
        int number = random.nextInt(size);
        EntityKey key = keys.get(number);
        overlay =
            overlay.with(
                key, overlay.changeTo(key, next(random, base, key, acyclic ? number : size)));
        changed.add(key);
      }
      hierarchy = hierarchy.with(overlay, changed);
      properties = properties.with(hierarchy, changed);
      subobjects = subobjects.with(hierarchy, changed);

      String as = "seed " + seed + " step " + step + " " + overlay.changes();
      Hierarchy full = Hierarchy.of(overlay);
      assertThat(Graphs.everything(hierarchy, keys))
          .as(as)
          .isEqualTo(Graphs.everything(full, keys));
      assertThat(Graphs.rows(properties))
          .as(as)
          .isEqualTo(Graphs.rows(EffectiveClosure.ofProperties(full)))
          .hasSize((int) properties.size());
      assertThat(Graphs.rows(subobjects))
          .as(as)
          .isEqualTo(Graphs.rows(EffectiveClosure.ofSubobjects(full)));
      assertThat(Graphs.rows(properties)).as(as).isEqualTo(winners(hierarchy, keys));
    }
  }

  /** Another document, the one of the base, or none. */
  private static @Nullable EntityDocument next(
      RandomGenerator random, Ontology base, EntityKey key, int parents) {
    return switch (random.nextInt(6)) {
      case 0 -> null;
      case 1 -> base.find(key).isPresent() ? base.document(key) : null;
      default -> Snapshots.document(key, Graphs.json(Graphs.category(random, parents)));
    };
  }

  /** The rows a closure must have, from the rows of each category. */
  private static List<String> winners(Hierarchy hierarchy, List<EntityKey> keys) {
    List<String> lines = new ArrayList<>();
    for (EntityKey key : keys) {
      for (EffectiveItem item : hierarchy.effectiveProperties(key)) {
        Provenance winner = item.winner();
        lines.add(
            key
                + " "
                + item.item()
                + " "
                + item.required()
                + " "
                + winner.source()
                + " "
                + winner.depth());
      }
    }
    return lines.stream().sorted().toList();
  }

  @Test
  void whatChangesNothingKeepsTheHierarchy() {
    Ontology base = Snapshots.of("category:A {'parents':['B']}", "category:B {}", "property:P {}");
    Hierarchy hierarchy = Hierarchy.of(base);
    EntityKey a = EntityKey.of(CATEGORY, "A");
    DraftOverlay relabelled =
        DraftOverlay.of(base, List.of())
            .with(
                a,
                DraftOverlay.of(base, List.of())
                    .changeTo(a, Snapshots.document(a, "{'label':'x','parents':['B']}")));

    assertThat(hierarchy.with(relabelled, Set.of(a))).isSameAs(hierarchy);
    assertThat(hierarchy.with(relabelled, Set.of())).isSameAs(hierarchy);
  }

  @Test
  void aCategoryThatAppearsTakesItsPlaceAboveThoseThatNamedIt() {
    Ontology base = Snapshots.of("category:A {'parents':['New']}", "category:Z {}");
    EntityKey created = EntityKey.of(CATEGORY, "New");
    EntityKey a = EntityKey.of(CATEGORY, "A");
    DraftOverlay none = DraftOverlay.of(base, List.of());
    DraftOverlay overlay =
        none.with(
            created,
            none.changeTo(
                created,
                Snapshots.document(created, "{'parents':['Z'],'required_properties':['Has_n']}")));

    Hierarchy before = Hierarchy.of(base);
    Hierarchy after = before.with(overlay, Set.of(created));
    Hierarchy again = after.with(none, Set.of(created));

    assertThat(before.roots()).containsExactly(a, EntityKey.of(CATEGORY, "Z"));
    assertThat(after.roots()).containsExactly(EntityKey.of(CATEGORY, "Z"));
    assertThat(after.children(created)).containsExactly(a);
    assertThat(after.effectiveProperties(a)).hasSize(1);
    assertThat(again.roots()).isEqualTo(before.roots());
    assertThat(again.children(created)).isEmpty();
    assertThat(again.effectiveProperties(a)).isEmpty();
  }
}
