package org.ontodraft.persistence.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.persistence.testing.Entities.deltaTo;
import static org.ontodraft.persistence.testing.Entities.entity;
import static org.ontodraft.persistence.testing.Entities.problem;
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

    store().record(index);

    assertThat(store().load()).contains(index);
    assertThat(rows("select count(*) from ontology.categories")).isZero();
    assertThat(rows("select count(*) from ontology.packed_index")).isGreaterThan(1);
  }

  @Test
  void anImportCompletesTheRecordedVersion() throws SQLException {
    store().record(pending(version("1"), ENTITIES, List.of()));

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
    store().record(pending(version("1"), ENTITIES, List.of()));

    assertThat(store().clearUnfinished()).isZero();

    assertThat(store().load().orElseThrow().pending()).isTrue();
  }

  @Test
  void aRecordedVersionTakesThePlaceOfAnEarlierOne() {
    store().importAll(version("1"), ENTITIES, List.of());
    store().record(pending(version("2"), ENTITIES.subList(0, 1), List.of()));

    assertThat(store().load().orElseThrow().version()).isEqualTo(version("2"));

    store().importAll(version("2"), ENTITIES.subList(0, 1), List.of());
    assertThat(store().load().orElseThrow().entities()).hasSize(1);
  }

  @Test
  void aDeltaMovesOnFromThePackedIndex() throws SQLException {
    store().record(pending(version("1"), ENTITIES, List.of()));
    store().importAll(version("1"), ENTITIES, List.of());

    store().apply(deltaTo("2").put(entity("category:Agent", "\"label\": \"A\"")).build());

    assertThat(store().load().orElseThrow().entities()).hasSize(3);
    assertThat(rows("select count(*) from ontology.packed_index")).isZero();
  }

  @Test
  void aDamagedPackedIndexIsReadFromTheRows() throws SQLException {
    store().record(pending(version("1"), ENTITIES, List.of()));
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
    store().record(pending(version("1"), ENTITIES, List.of()));
    run("delete from ontology.packed_index");

    assertThat(store().load()).isEmpty();
    assertThat(store().clearUnfinished()).isEqualTo(1);
  }
}
