package org.ontodraft.app.ui.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.ontology.EntitySummary;
import org.ontodraft.model.testing.Snapshots;

class ExplorerLayoutTest {
  private static final int KEYS = 14;
  private static final int EDITS = 60;

  /**
   * A layout that is made edit by edit over that of the base is the one that is worked out from the
   * ontology alone: with creations, deletions, other labels and parents, missing parents and
   * cycles.
   */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void followingEditsIsLayingOutAnew(long seed) {
    Random random = new Random(seed);
    DraftOverlay view = DraftOverlay.of(Snapshots.of(entities(random)), List.of());
    ExplorerIndex followed = ExplorerIndex.of(view);
    for (int edit = 0; edit < EDITS; edit++) {
      EntityKey key = key(random.nextInt(KEYS));
      view = view.with(key, view.changeTo(key, edited(random, key)));
      followed = followed.with(view);
      Expected expected = new Expected(view);
      String reason = "seed " + seed + ", edit " + edit + " of " + key;
      for (EntityType type : List.of(EntityType.CATEGORY, EntityType.PROPERTY)) {
        assertThat(followed.count(type)).as(reason).isEqualTo(view.entities(type).size());
      }
      assertThat(followed.all()).as(reason).isEqualTo(expected.labels.keySet());
      assertThat(followed.tops(EntityType.PROPERTY)).as(reason).isEqualTo(expected.properties());
      for (EntityKey each : expected.labels.keySet()) {
        assertThat(followed.label(each)).as(reason).isEqualTo(expected.labels.get(each));
        assertThat(followed.parents(each)).as(reason).isEqualTo(expected.parents(each));
        assertThat(followed.children(each)).as(reason).isEqualTo(expected.children(each));
      }
      assertThat(followed.tops(EntityType.CATEGORY))
          .as(reason)
          .isEqualTo(expected.sorted(followed.tops(EntityType.CATEGORY)))
          .containsAll(expected.withoutParents());
      assertThat(expected.reachedFrom(followed.tops(EntityType.CATEGORY)))
          .as(reason)
          .containsAll(expected.categories());
      assertThat(ExplorerIndex.of(view).tops(EntityType.CATEGORY))
          .as(reason)
          .isEqualTo(followed.tops(EntityType.CATEGORY));
    }
  }

  private static String[] entities(Random random) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < KEYS; i++) {
      if (random.nextInt(4) > 0) {
        lines.add(key(i) + " " + content(random, key(i)));
      }
    }
    return lines.toArray(String[]::new);
  }

  private static EntityKey key(int number) {
    return number % 7 == 6
        ? EntityKey.of(EntityType.PROPERTY, "Has_" + number)
        : EntityKey.of(EntityType.CATEGORY, "C" + number);
  }

  private static @Nullable EntityDocument edited(Random random, EntityKey key) {
    return random.nextInt(5) == 0 ? null : Snapshots.document(key, content(random, key));
  }

  private static String content(Random random, EntityKey key) {
    List<String> parents = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0 && key.type() == EntityType.CATEGORY; i--) {
      parents.add("'" + key(random.nextInt(KEYS)).key() + "'");
    }
    String label = String.valueOf((char) ((random.nextBoolean() ? 'a' : 'A') + random.nextInt(5)));
    return "{'label':'" + label + "','parents':[" + String.join(",", parents) + "]}";
  }

  /** What the ontology says, without any layout. */
  private static final class Expected {
    private final DraftOverlay view;
    private final Map<EntityKey, String> labels = new HashMap<>();

    Expected(DraftOverlay view) {
      this.view = view;
      for (EntityType type : EntityType.values()) {
        for (EntitySummary entity : view.entities(type)) {
          labels.put(entity.key(), entity.label());
        }
      }
    }

    List<EntityKey> sorted(List<EntityKey> keys) {
      return keys.stream()
          .sorted(
              Comparator.comparing(
                      (EntityKey key) -> Optional.ofNullable(labels.get(key)).orElse(key.key()),
                      String.CASE_INSENSITIVE_ORDER)
                  .thenComparing(Comparator.naturalOrder()))
          .toList();
    }

    List<EntityKey> properties() {
      return sorted(
          labels.keySet().stream().filter(key -> key.type() == EntityType.PROPERTY).toList());
    }

    List<EntityKey> categories() {
      return labels.keySet().stream().filter(key -> key.type() == EntityType.CATEGORY).toList();
    }

    List<EntityKey> parents(EntityKey key) {
      return (view.exists(key) ? view.referencesFrom(key) : view.base().referencesFrom(key))
          .stream()
              .filter(reference -> reference.pointer().equals("/parents"))
              .map(reference -> reference.target())
              .filter(labels::containsKey)
              .distinct()
              .toList();
    }

    List<EntityKey> children(EntityKey key) {
      return sorted(categories().stream().filter(child -> parents(child).contains(key)).toList());
    }

    List<EntityKey> withoutParents() {
      return categories().stream().filter(key -> parents(key).isEmpty()).toList();
    }

    Set<EntityKey> reachedFrom(List<EntityKey> tops) {
      Set<EntityKey> reached = new HashSet<>(tops);
      List<EntityKey> waiting = new ArrayList<>(tops);
      while (!waiting.isEmpty()) {
        for (EntityKey child : children(waiting.removeLast())) {
          if (reached.add(child)) {
            waiting.add(child);
          }
        }
      }
      return reached;
    }
  }
}
