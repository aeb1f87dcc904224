package org.ontodraft.persistence.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.persistence.testing.Entities.entity;
import static org.ontodraft.persistence.testing.Entities.version;

import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.hierarchy.EffectiveItem;
import org.ontodraft.model.hierarchy.Hierarchy;
import org.ontodraft.model.ontology.EntitySummary;
import org.ontodraft.model.ontology.IngestedEntity;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.persistence.store.RowIds;
import org.ontodraft.persistence.testing.TestDatabase;

/** The rows people read by SQL are the ones the application computes. */
abstract class EffectiveViewContract {
  /** An empty database; the same one within a test. */
  abstract TestDatabase database();

  /** Brings the views up to date, where that is not done by itself. */
  abstract void refresh() throws SQLException;

  private Ontology store(List<IngestedEntity> entities) throws SQLException {
    InstantSource clock = InstantSource.system();
    JdbcCanonicalStore store =
        new JdbcCanonicalStore(database().dataSource(), new RowIds(clock), clock);
    store.importAll(version("1"), entities, List.of());
    refresh();
    return CanonicalStoreContract.ontology(store.load().orElseThrow());
  }

  @Test
  void theViewsAgreeWithTheEngine() throws SQLException {
    long seed = Long.getLong("seed", 20261124L);
    assertAgree(store(world(new Random(seed), 40, false)), seed);
  }

  @Test
  void stackedDiamondsAreCountedOnce() throws SQLException {
    List<IngestedEntity> entities = new ArrayList<>();
    entities.add(entity("property:P", ""));
    entities.add(entity("category:T0", "\"optional_properties\": [\"P\"]"));
    for (int i = 1; i <= 10; i++) {
      String below = "T" + (i - 1);
      entities.add(entity("category:L" + i, "\"parents\": [\"" + below + "\"]"));
      entities.add(entity("category:R" + i, "\"parents\": [\"" + below + "\"]"));
      entities.add(entity("category:T" + i, "\"parents\": [\"L" + i + "\", \"R" + i + "\"]"));
    }
    assertAgree(store(entities), 0);
  }

  @ParameterizedTest
  @ValueSource(longs = {20261125L, 20261126L, 20261127L, 20261128L})
  void cyclesAreNotFollowed(long seed) throws SQLException {
    assertAgree(store(world(new Random(seed), 25, true)), seed);
  }

  /** One who is its own parent, two rings that share a category, and one who only leads in. */
  @Test
  void ringsGiveNothingAlongTheRingAndEverythingBesideIt() throws SQLException {
    assertAgree(
        store(
            List.of(
                entity("property:P", ""),
                entity("property:Q", ""),
                category("Self", "Self", "Root"),
                category("Root"),
                category("A", "B"),
                category("B", "C"),
                category("C", "A", "D", "Root"),
                category("D", "C", "Self"),
                category("Leads", "A", "D"))),
        0);
  }

  private static IngestedEntity category(String key, String... parents) {
    return entity(
        "category:" + key,
        "\"parents\": "
            + list(List.of(parents))
            + ", \"optional_properties\": [\"P\"], \"required_properties\": "
            + (key.length() > 1 ? "[\"Q\"]" : "[]"));
  }

  final long rowsAfterStoring(List<IngestedEntity> entities) throws SQLException {
    store(entities);
    return Long.parseLong(
        database().rows("select count(*) from ontology.category_property_effective").getFirst());
  }

  private void assertAgree(Ontology ontology, long seed) throws SQLException {
    Hierarchy hierarchy = Hierarchy.of(ontology);
    List<String> properties = new ArrayList<>();
    List<String> subobjects = new ArrayList<>();
    for (EntitySummary category : ontology.entities(EntityType.CATEGORY)) {
      EntityKey key = category.key();
      hierarchy.effectiveProperties(key).stream()
          .filter(item -> ontology.find(item.item()).isPresent())
          .forEach(item -> properties.add(row(key, item)));
      hierarchy.effectiveSubobjects(key).stream()
          .filter(item -> ontology.find(item.item()).isPresent())
          .forEach(item -> subobjects.add(row(key, item)));
    }
    Collections.sort(properties);
    Collections.sort(subobjects);
    assertThat(properties).isNotEmpty();
    assertThat(view("property", "properties")).as("seed " + seed).isEqualTo(properties);
    assertThat(view("subobject", "subobjects")).as("seed " + seed).isEqualTo(subobjects);
  }

  private static String row(EntityKey category, EffectiveItem item) {
    return String.join(
        "|",
        category.key(),
        item.item().key(),
        item.winner().source().key(),
        String.valueOf(item.winner().depth()),
        item.required() ? "required" : "optional");
  }

  private List<String> view(String item, String table) throws SQLException {
    List<String> rows =
        new ArrayList<>(
            database()
                .rows(
                    String.format(
                        Locale.ROOT,
                        "select c.entity_key, i.entity_key, s.entity_key, e.depth,"
                            + " case when e.is_required then 'required' else 'optional' end"
                            + " from ontology.category_%1$s_effective e"
                            + " join ontology.categories c on c.id = e.category_id"
                            + " join ontology.categories s on s.id = e.source_category_id"
                            + " join ontology.%2$s i on i.id = e.%1$s_id",
                        item,
                        table)));
    Collections.sort(rows);
    return rows;
  }

  private static List<IngestedEntity> world(Random random, int categories, boolean cyclic) {
    List<IngestedEntity> entities = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      entities.add(entity("property:P" + i, ""));
      entities.add(entity("subobject:S" + i, ""));
    }
    for (int i = 0; i < categories; i++) {
      List<String> parents = new ArrayList<>();
      for (int p = random.nextInt(3); p > 0 && i > 0; p--) {
        parents.add("C" + random.nextInt(i));
      }
      if (cyclic && random.nextInt(6) == 0) {
        parents.add("C" + random.nextInt(categories));
      }
      entities.add(
          entity(
              "category:C" + i,
              "\"parents\": "
                  + list(parents)
                  + ", \"required_properties\": "
                  + some(random, "P")
                  + ", \"optional_properties\": "
                  + some(random, "P")
                  + ", \"optional_subobjects\": "
                  + some(random, "S")
                  + ", \"required_subobjects\": "
                  + some(random, "S")));
    }
    return entities;
  }

  private static String some(Random random, String prefix) {
    List<String> keys = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      keys.add(prefix + random.nextInt(10));
    }
    return list(keys);
  }

  private static String list(List<String> keys) {
    return keys.stream().map(key -> "\"" + key + "\"").toList().toString();
  }
}
