package org.ontodraft.persistence.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.persistence.testing.Entities.deltaTo;
import static org.ontodraft.persistence.testing.Entities.entity;
import static org.ontodraft.persistence.testing.Entities.moveOn;
import static org.ontodraft.persistence.testing.Entities.recordFirst;
import static org.ontodraft.persistence.testing.Entities.version;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.ontodraft.model.ontology.EntitySummary;
import org.ontodraft.model.ontology.IngestedEntity;
import org.ontodraft.model.ontology.StoreMove;
import org.ontodraft.model.ontology.StoredOntology;
import org.ontodraft.persistence.store.RowIds;
import org.ontodraft.persistence.testing.TestDatabase;

/** Two clients that bring one store up to date. */
abstract class SharedIngestContract {
  private static final List<IngestedEntity> ENTITIES =
      List.of(entity("category:A", ""), entity("category:B", "\"parents\": [\"A\"]"));

  /** An empty database; the same one within a test. */
  abstract TestDatabase database();

  /** One of the clients; of an embedded database there is only one. */
  abstract JdbcCanonicalStore client();

  final JdbcCanonicalStore newClient() {
    InstantSource clock = InstantSource.system();
    return new JdbcCanonicalStore(database().dataSource(), new RowIds(clock), clock);
  }

  private static StoredOntology index(String version) {
    return new StoredOntology(
        version(version),
        ENTITIES.stream().map(IngestedEntity::summary).toList(),
        ENTITIES.stream().flatMap(entity -> entity.references().stream()).toList(),
        List.of(),
        true);
  }

  private static StoreMove elsewhere(String version) {
    return new StoreMove.StandsElsewhere(Optional.of(version(version)));
  }

  @Test
  void aStoreThatSomebodyMovedOnIsNotMovedFromWhereItWas() {
    JdbcCanonicalStore mine = client();
    JdbcCanonicalStore theirs = client();
    mine.importAll(version("1"), ENTITIES, List.of());
    moveOn(theirs, deltaTo("2").put(entity("category:Theirs", "")).build());
    StoredOntology before = mine.load().orElseThrow();

    StoreMove move =
        mine.apply(version("1").commit(), deltaTo("3").put(entity("category:Mine", "")).build());

    assertThat(move).isEqualTo(elsewhere("2"));
    assertThat(mine.load()).contains(before);
  }

  @Test
  void ofTwoFirstVersionsTheFirstToComeIsKept() {
    JdbcCanonicalStore mine = client();
    assertThat(client().record(Optional.empty(), index("1"))).isEqualTo(new StoreMove.Moved());

    assertThat(mine.record(Optional.empty(), index("2"))).isEqualTo(elsewhere("1"));

    assertThat(mine.load()).contains(index("1"));
  }

  @Test
  void aVersionWhoseRowsAreStillToComeIsNotMovedOn() {
    client().record(Optional.empty(), index("1"));

    StoreMove move = client().apply(version("1").commit(), deltaTo("2").build());

    assertThat(move).isEqualTo(elsewhere("1"));
  }

  @Test
  void anImportThatComesLateLeavesTheNewerVersionAlone() throws Exception {
    JdbcCanonicalStore mine = client();
    JdbcCanonicalStore theirs = client();
    recordFirst(mine, index("1"));
    theirs.importAll(version("1"), ENTITIES, List.of());
    moveOn(theirs, deltaTo("2").put(entity("category:C", "")).delete("category:B").build());

    mine.importAll(version("1"), ENTITIES, List.of());

    assertThat(mine.load().orElseThrow().version()).isEqualTo(version("2"));
    assertThat(database().rows("select entity_key from ontology.categories order by 1"))
        .containsExactly("A", "C");
    assertThat(
            database()
                .rows("select status, commit_sha from ontology.ontology_version order by number"))
        .containsExactly(
            "completed|" + version("1").commit(), "completed|" + version("2").commit());
  }

  @Test
  void ofManyWhoMoveItAtOnceOneDoes() throws Exception {
    client().importAll(version("1"), ENTITIES, List.of());
    int clients = 4;
    CountDownLatch ready = new CountDownLatch(clients);
    try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
      List<Callable<StoreMove>> moves = new ArrayList<>();
      for (int i = 0; i < clients; i++) {
        JdbcCanonicalStore client = client();
        moves.add(() -> {
          ready.countDown();
          ready.await();
          return client.apply(
              version("1").commit(), deltaTo("2").put(entity("category:C", "")).build());
        });
      }
      int moved = 0;
      for (Future<StoreMove> move : threads.invokeAll(moves)) {
        moved += move.get() instanceof StoreMove.Moved ? 1 : 0;
      }
      assertThat(moved).isEqualTo(1);
    }
    assertThat(client().load().orElseThrow().entities()).extracting(EntitySummary::key).hasSize(3);
    assertThat(database().rows("select count(*) from ontology.ontology_version"))
        .containsExactly("2");
  }
}
