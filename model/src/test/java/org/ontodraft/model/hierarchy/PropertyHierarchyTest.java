package org.ontodraft.model.hierarchy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.testing.Snapshots;

class PropertyHierarchyTest {
  @Test
  void parentsChildrenAndCycles() {
    PropertyHierarchy hierarchy =
        PropertyHierarchy.of(
            Snapshots.of(
                "property:Has_a {'parent_property':'Has_top'}",
                "property:Has_b {'parent_property':'Has_a'}",
                "property:Has_lost {'parent_property':'Has_missing'}",
                "property:Has_self {'parent_property':'Has_self'}",
                "property:Has_top {}",
                "property:Has_x {'parent_property':'Has_y'}",
                "property:Has_y {'parent_property':'Has_x'}",
                "property:Has_z {'parent_property':'Has_y'}"));

    assertThat(hierarchy.parents(property("Has_b"))).containsExactly(property("Has_a"));
    assertThat(hierarchy.parents(property("Has_lost"))).isEmpty();
    assertThat(hierarchy.children(property("Has_a"))).containsExactly(property("Has_b"));
    assertThat(hierarchy.ancestors(property("Has_b")))
        .containsExactly(property("Has_a"), property("Has_top"));
    assertThat(hierarchy.descendants(property("Has_top")))
        .containsExactly(property("Has_a"), property("Has_b"));
    assertThat(hierarchy.ancestors(property("Has_z")))
        .containsExactly(property("Has_x"), property("Has_y"));
    assertThat(hierarchy.cycles())
        .containsExactly(
            List.of(property("Has_self")), List.of(property("Has_x"), property("Has_y")));
    assertThat(hierarchy.roots())
        .containsExactly(
            property("Has_lost"), property("Has_self"), property("Has_top"), property("Has_x"));
    assertThat(hierarchy.parents(property("Has_missing"))).isEmpty();
    assertThat(hierarchy.children(property("Has_missing"))).isEmpty();
  }

  @Test
  void anIncrementalHierarchyEqualsAFullOne() {
    for (long seed = 0; seed < 100; seed++) {
      Random random = new Random(seed);
      List<EntityKey> keys = IntStream.range(0, 8).mapToObj(i -> property("P" + i)).toList();
      Ontology base =
          Snapshots.of(
              keys.stream()
                  .limit(6)
                  .map(key -> key + " {'parent_property':'P" + random.nextInt(9) + "'}")
                  .toArray(String[]::new));
      DraftOverlay overlay = DraftOverlay.of(base, List.of());
      PropertyHierarchy hierarchy = PropertyHierarchy.of(base);
      for (int step = 0; step < 15; step++) {
        EntityKey key = keys.get(random.nextInt(keys.size()));
        boolean delete = random.nextInt(4) == 0;
        String parent = "{'parent_property':'P" + random.nextInt(9) + "'}";
        overlay =
            overlay.with(
                key, overlay.changeTo(key, delete ? null : Snapshots.document(key, parent)));
        hierarchy = hierarchy.with(overlay, Set.of(key));
        assertThat(everything(hierarchy, keys))
            .as("seed %s step %s", seed, step)
            .isEqualTo(everything(PropertyHierarchy.of(overlay), keys));
      }
    }
  }

  private static List<String> everything(PropertyHierarchy hierarchy, List<EntityKey> keys) {
    return keys.stream()
        .map(key ->
            List.of(
                    key,
                    hierarchy.parents(key),
                    hierarchy.children(key),
                    List.copyOf(hierarchy.ancestors(key)),
                    List.copyOf(hierarchy.descendants(key)),
                    hierarchy.cycles(),
                    hierarchy.roots())
                .toString())
        .toList();
  }

  private static EntityKey property(String name) {
    return EntityKey.of(EntityType.PROPERTY, name);
  }
}
