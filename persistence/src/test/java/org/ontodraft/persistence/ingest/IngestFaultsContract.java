package org.ontodraft.persistence.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ontodraft.persistence.testing.Entities.deltaTo;
import static org.ontodraft.persistence.testing.Entities.entity;
import static org.ontodraft.persistence.testing.Entities.moveOn;
import static org.ontodraft.persistence.testing.Entities.recordFirst;
import static org.ontodraft.persistence.testing.Entities.version;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.ontodraft.model.ontology.IngestedEntity;
import org.ontodraft.model.ontology.OntologyDelta;
import org.ontodraft.model.ontology.StoredOntology;
import org.ontodraft.persistence.store.RowIds;
import org.ontodraft.persistence.store.StoreFaultException;
import org.ontodraft.persistence.testing.FaultyDataSource;
import org.ontodraft.persistence.testing.TestDatabase;

/** A store that fails, is cut off or read meanwhile has the old version or the new one. */
abstract class IngestFaultsContract {
  /** An empty database; the same one within a test. */
  abstract TestDatabase database();

  private JdbcCanonicalStore store() {
    InstantSource clock = InstantSource.system();
    return new JdbcCanonicalStore(database().dataSource(), new RowIds(clock), clock);
  }

  private static StoredOntology load(JdbcCanonicalStore store) {
    return store.load().orElseThrow();
  }

  @Test
  void aFailureAtAnyStatementLeavesTheOldVersion() throws Exception {
    JdbcCanonicalStore store = store();
    store.importAll(
        version("1"),
        List.of(entity("category:A", ""), entity("category:B", "\"parents\": [\"A\"]")),
        List.of());
    StoredOntology before = load(store);
    OntologyDelta delta =
        deltaTo("2").put(entity("category:C", "\"parents\": [\"B\"]")).delete("category:A").build();
    InstantSource clock = InstantSource.system();
    int failures = 0;
    for (int n = 1; ; n++) {
      FaultyDataSource faulty = new FaultyDataSource(database().dataSource(), n);
      JdbcCanonicalStore failing =
          new JdbcCanonicalStore(faulty.dataSource(), new RowIds(clock), clock);
      boolean whole = n % 2 == 0;
      try {
        if (whole) {
          failing.importAll(version("2"), delta.upserts(), List.of());
        } else {
          failing.apply(version("1").commit(), delta);
        }
      } catch (StoreFaultException expected) {
        failures++;
        assertThat(load(store)).as("after a failure at statement " + n).isEqualTo(before);
        continue;
      }
      if (!faulty.failed()) {
        break;
      }
    }
    assertThat(failures).isGreaterThan(20);
    assertThat(
            database()
                .rows(
                    "select count(*) from ontology.ontology_version where status = 'in_progress'"))
        .containsExactly("0");
  }

  @Test
  void aFailedImportSaysSo() throws Exception {
    InstantSource clock = InstantSource.system();
    FaultyDataSource faulty = new FaultyDataSource(database().dataSource(), 20);
    JdbcCanonicalStore failing =
        new JdbcCanonicalStore(faulty.dataSource(), new RowIds(clock), clock);

    assertThatThrownBy(
            () -> failing.importAll(version("1"), List.of(entity("category:A", "")), List.of()))
        .isInstanceOf(StoreFaultException.class);

    assertThat(database().rows("select status, failure is not null from ontology.ontology_version"))
        .hasSize(1)
        .allSatisfy(row -> assertThat(row).startsWith("failed|"));
    assertThat(store().load()).isEmpty();
  }

  @Test
  void anImportThatWasCutOffIsCleared() throws Exception {
    store().importAll(version("1"), List.of(entity("category:A", "")), List.of());
    database()
        .execute(
            "insert into ontology.ontology_version (id, number, commit_sha, branch, committed_at,"
                + " summary, status, started_at) values"
                + " ('0198c000-0000-7000-8000-000000000001', 99, 'x', 'main', current_timestamp,"
                + " '', 'in_progress', current_timestamp)");

    assertThat(store().clearUnfinished()).isEqualTo(1);

    assertThat(store().clearUnfinished()).isZero();
    assertThat(load(store()).version()).isEqualTo(version("1"));
  }

  private static StoredOntology index(String version, List<IngestedEntity> entities) {
    return new StoredOntology(
        version(version),
        entities.stream().map(IngestedEntity::summary).toList(),
        entities.stream().flatMap(entity -> entity.references().stream()).toList(),
        List.of(),
        true);
  }

  @Test
  void aReaderSeesTheOldVersionOrTheNewOne() throws Exception {
    JdbcCanonicalStore store = store();
    List<IngestedEntity> odd = new ArrayList<>();
    List<IngestedEntity> even = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      odd.add(entity("category:C" + i, "\"label\": \"odd\", \"parents\": [\"Odd\"]"));
      even.add(entity("category:C" + i, "\"label\": \"even\", \"parents\": [\"Even\"]"));
    }
    store.importAll(version("odd"), odd, List.of());
    AtomicBoolean writing = new AtomicBoolean(true);
    try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
      Future<?> writer =
          threads.submit(() -> {
            for (int i = 0; i < 12; i++) {
              boolean toEven = i % 2 == 0;
              var delta = deltaTo(toEven ? "even" : "odd");
              (toEven ? even : odd).forEach(delta::put);
              if (i % 4 == 3) {
                recordFirst(store, index("odd", odd));
                store.importAll(version("odd"), odd, List.of());
              } else {
                moveOn(store, delta.build());
              }
            }
            writing.set(false);
          });
      while (writing.get() && !writer.isDone()) {
        StoredOntology seen = load(store);
        String side = seen.version().summary();
        assertThat(seen.entities()).hasSize(40).allMatch(entity -> entity.label().equals(side));
        assertThat(seen.references())
            .hasSize(40)
            .allMatch(reference -> reference.target().key().equalsIgnoreCase(side));
      }
      writer.get();
    }
  }
}
