package org.ontodraft.persistence.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.persistence.testing.Entities.deltaTo;
import static org.ontodraft.persistence.testing.Entities.entity;
import static org.ontodraft.persistence.testing.Entities.moveOn;
import static org.ontodraft.persistence.testing.Entities.problem;
import static org.ontodraft.persistence.testing.Entities.recordFirst;
import static org.ontodraft.persistence.testing.Entities.version;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ontodraft.model.format.OntologyReader.ReadOntology;
import org.ontodraft.model.ontology.EntityReference;
import org.ontodraft.model.ontology.EntitySummary;
import org.ontodraft.model.ontology.IngestedEntity;
import org.ontodraft.model.ontology.OntologyVersion;
import org.ontodraft.model.ontology.SourceProblem;
import org.ontodraft.model.ontology.StoredOntology;
import org.ontodraft.model.testing.InMemoryRepository;
import org.ontodraft.model.testing.OntologyGenerator;
import org.ontodraft.persistence.store.RowIds;
import org.ontodraft.persistence.testing.TestDatabase;

/** A version is stored when its index is, and its rows may come later, or after a crash. */
abstract class PackedIndexContract {
  private static final List<IngestedEntity> ENTITIES =
      List.of(
          entity("category:Person", "\"parents\": [\"Agent\"], \"label\": \"Person \u00e9\""),
          entity("resource:Person/Ada", "\"category\": \"Person\""));

  /** An empty database; the same one within a test. */
  abstract TestDatabase database();

  private JdbcCanonicalStore store() {
    InstantSource clock = InstantSource.system();
    return new JdbcCanonicalStore(database().dataSource(), new RowIds(clock), clock);
  }

  private static StoredOntology pending(
      OntologyVersion version, List<IngestedEntity> entities, List<SourceProblem> problems) {
    List<EntitySummary> summaries = entities.stream().map(IngestedEntity::summary).toList();
    List<EntityReference> references =
        entities.stream().flatMap(entity -> entity.references().stream()).toList();
    return new StoredOntology(version, summaries, references, problems, true);
  }

  private long rows(String query) throws SQLException {
    try (Connection connection = database().dataSource().getConnection();
        Statement statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private void run(String sql) throws SQLException {
    try (Connection connection = database().dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  @Test
  void whatIsRecordedIsLoadedBeforeAnyRowIsThere() throws SQLException {
    InMemoryRepository repository = InMemoryRepository.of(OntologyGenerator.files(7, 9_000));
    ReadOntology read = repository.read(repository.head());
    StoredOntology index =
        pending(
            repository.head(),
            read.entities(),
            List.of(problem("categories/Broken.json", SourceProblem.Code.MALFORMED, "why", "two")));

    recordFirst(store(), index);

    assertThat(store().load()).contains(index);
    assertThat(rows("select count(*) from ontology.categories")).isZero();
    assertThat(rows("select count(*) from ontology.packed_index")).isGreaterThan(1);
  }

  @Test
  void anImportCompletesTheRecordedVersion() throws SQLException {
    recordFirst(store(), pending(version("1"), ENTITIES, List.of()));

    store().importAll(version("1"), ENTITIES, List.of());

    StoredOntology stored = store().load().orElseThrow();
    assertThat(stored.pending()).isFalse();
    assertThat(stored.entities())
        .isEqualTo(ENTITIES.stream().map(IngestedEntity::summary).toList());
    assertThat(rows("select count(*) from ontology.ontology_version")).isEqualTo(1);
    assertThat(rows("select count(*) from ontology.categories")).isEqualTo(1);
  }

  @Test
  void aRecordedVersionOutlivesACrashBeforeItsRows() {
    recordFirst(store(), pending(version("1"), ENTITIES, List.of()));

    assertThat(store().clearUnfinished()).isZero();

    assertThat(store().load().orElseThrow().pending()).isTrue();
  }

  @Test
  void aRecordedVersionTakesThePlaceOfAnEarlierOne() {
    store().importAll(version("1"), ENTITIES, List.of());
    recordFirst(store(), pending(version("2"), ENTITIES.subList(0, 1), List.of()));

    assertThat(store().load().orElseThrow().version()).isEqualTo(version("2"));

    store().importAll(version("2"), ENTITIES.subList(0, 1), List.of());
    assertThat(store().load().orElseThrow().entities()).hasSize(1);
  }

  @Test
  void manyDeltasUponThePackedIndexSayWhatTheRowsSay() throws SQLException {
    long seed = Long.getLong("seed", 20261122L);
    RandomDeltas random = new RandomDeltas(seed);
    recordFirst(store(), pending(version("0"), random.entities(), List.of()));
    store().importAll(version("0"), random.entities(), List.of());
    for (int step = 1; step <= 12; step++) {
      moveOn(store(), random.next(version(String.valueOf(step))));
    }
    assertThat(rows("select count(distinct version_id) from ontology.packed_index")).isEqualTo(13);
    StoredOntology packed = store().load().orElseThrow();

    run("delete from ontology.packed_index");

    assertSameIndex(packed, store().load().orElseThrow(), "seed " + seed);
  }

  @Test
  void problemsOfTouchedPathsAreThoseOfTheNewestVersion() {
    SourceProblem old = problem("categories/Broken.json", SourceProblem.Code.MALFORMED, "why");
    SourceProblem kept = problem("modules/Odd.json", SourceProblem.Code.ENCODING, "3");
    recordFirst(store(), pending(version("1"), ENTITIES, List.of(old, kept)));
    store().importAll(version("1"), ENTITIES, List.of(old, kept));
    SourceProblem worse = problem("categories/Broken.json", SourceProblem.Code.ENCODING, "7");

    moveOn(store(), deltaTo("2").problem(worse).build());

    assertThat(store().load().orElseThrow().problems()).containsExactlyInAnyOrder(worse, kept);
    moveOn(store(), deltaTo("3").put(entity("category:Broken", "")).build());
    assertThat(store().load().orElseThrow().problems()).containsExactly(kept);
  }

  @Test
  void whatHadToBePutTogetherIsKeptInOnePieceWhenAsked() throws SQLException {
    JdbcCanonicalStore store = store();
    RandomDeltas random = new RandomDeltas(3);
    recordFirst(store, pending(version("0"), random.entities(), List.of()));
    store.importAll(version("0"), random.entities(), List.of());
    store.compact(store.load().orElseThrow());
    assertThat(rows("select count(*) from ontology.packed_index")).as("one piece").isEqualTo(1);
    for (int step = 1; step <= 3; step++) {
      moveOn(store, random.next(version(String.valueOf(step))));
    }
    StoredOntology scattered = store.load().orElseThrow();
    moveOn(store, random.next(version("4")));
    store.compact(scattered);
    assertThat(rows("select count(distinct version_id) from ontology.packed_index"))
        .as("the store had moved on")
        .isEqualTo(5);
    StoredOntology newest = store.load().orElseThrow();

    store.compact(newest);

    assertThat(rows("select count(distinct version_id) from ontology.packed_index")).isEqualTo(1);
    assertSameIndex(store.load().orElseThrow(), newest, "in one piece");
  }

  @Test
  void anIndexThatWasReadFromTheRowsIsPackedWhenAsked() throws SQLException {
    JdbcCanonicalStore store = store();
    store.importAll(version("1"), ENTITIES, List.of());
    assertThat(rows("select count(*) from ontology.packed_index")).isZero();
    StoredOntology read = store.load().orElseThrow();

    store.compact(read);

    assertThat(rows("select count(*) from ontology.packed_index")).isEqualTo(1);
    assertSameIndex(store.load().orElseThrow(), read, "packed");
  }

  private static void assertSameIndex(StoredOntology one, StoredOntology other, String what) {
    assertThat(one.version()).as(what).isEqualTo(other.version());
    assertThat(one.pending()).as(what).isEqualTo(other.pending());
    assertThat(one.entities()).as(what).containsExactlyInAnyOrderElementsOf(other.entities());
    assertThat(CanonicalStoreContract.referencesBySource(one.references()))
        .as(what)
        .isEqualTo(CanonicalStoreContract.referencesBySource(other.references()));
    assertThat(one.problems()).as(what).containsExactlyInAnyOrderElementsOf(other.problems());
  }

  @Test
  void aDamagedPackedIndexIsReadFromTheRows() throws SQLException {
    recordFirst(store(), pending(version("1"), ENTITIES, List.of()));
    store().importAll(version("1"), ENTITIES, List.of());
    byte[] packed = PackedIndex.pack(pending(version("1"), ENTITIES, List.of()));
    for (int length : new int[] {0, 3, 4, packed.length / 2, packed.length - 1}) {
      run("delete from ontology.packed_index");
      try (Connection connection = database().dataSource().getConnection();
          var insert =
              connection.prepareStatement(
                  "insert into ontology.packed_index select id, 0, ? from"
                      + " ontology.ontology_version")) {
        insert.setBytes(1, Arrays.copyOf(packed, length));
        insert.executeUpdate();
      }

      assertThat(store().load().orElseThrow().entities()).as("%s bytes", length).hasSize(2);
    }
  }

  @Test
  void aRecordedVersionWhoseIndexIsDamagedIsNoVersion() throws SQLException {
    recordFirst(store(), pending(version("1"), ENTITIES, List.of()));
    run("delete from ontology.packed_index");

    assertThat(store().load()).isEmpty();
    assertThat(store().clearUnfinished()).isEqualTo(1);
  }
}
