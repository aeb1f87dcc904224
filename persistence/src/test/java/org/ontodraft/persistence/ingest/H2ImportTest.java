package org.ontodraft.persistence.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ontodraft.persistence.testing.Entities.entity;
import static org.ontodraft.persistence.testing.Entities.version;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ontodraft.model.draft.Draft;
import org.ontodraft.model.draft.DraftChange;
import org.ontodraft.model.draft.DraftEdit;
import org.ontodraft.model.draft.DraftStore;
import org.ontodraft.model.ontology.IngestedEntity;
import org.ontodraft.model.ontology.StoredOntology;
import org.ontodraft.persistence.repository.HibernateDraftStore;
import org.ontodraft.persistence.repository.OrmSessions;
import org.ontodraft.persistence.store.ClosedStore;
import org.ontodraft.persistence.store.H2Opening;
import org.ontodraft.persistence.store.H2Store;
import org.ontodraft.persistence.store.OpenStoreBackup;
import org.ontodraft.persistence.store.RowIds;
import org.ontodraft.persistence.store.StoreFaultException;
import org.ontodraft.persistence.store.StoreLocation;
import org.ontodraft.persistence.testing.Edits;
import org.ontodraft.persistence.testing.FaultyDataSource;
import org.ontodraft.persistence.testing.H2Schema;
import org.ontodraft.persistence.testing.H2TestDatabase;
import org.ontodraft.persistence.testing.RealMigration;

/** What a first import does to the tables of an H2 file beside filling them. */
class H2ImportTest {
  private static final InstantSource CLOCK = InstantSource.system();
  private static final int ENTITIES = JdbcCanonicalStore.ENTITIES_WITHOUT_KEYS + 200;

  /** Longer than H2 waits for a lock by itself. */
  private static final int LOCKED_MILLISECONDS = 2_500;

  private final StoreLocation location;
  private H2Store database;
  private final List<String> fresh;

  H2ImportTest(@TempDir Path folder) throws SQLException {
    this.location = new StoreLocation(folder, "test");
    H2TestDatabase.putEmptyStore(location);
    this.database = open();
    this.fresh = H2Schema.of(database.owner());
  }

  private H2Store open() {
    return ((H2Opening.Opened) H2Store.open(location, new RealMigration())).store();
  }

  @BeforeEach
  void keysAreRead() {
    assertThat(fresh).anyMatch(key -> key.contains("FOREIGN KEY")).hasSizeGreaterThan(100);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private JdbcCanonicalStore store(IngestStep.Listener steps) {
    return new JdbcCanonicalStore(
        database.worker(), database.owner(), new RowIds(CLOCK), CLOCK, steps);
  }

  private JdbcCanonicalStore store() {
    return store(step -> {});
  }

  /** Each third a property; the others are categories that have parents and the properties. */
  private static List<IngestedEntity> entities() {
    List<IngestedEntity> entities = new ArrayList<>();
    for (int i = 0; i < ENTITIES; i++) {
      int before = Math.max(1, i / 6 * 3 + 1);
      entities.add(
          i % 3 == 0
              ? entity("property:P" + i, "")
              : entity(
                  "category:C" + i,
                  "\"parents\": [\"C" + before + "\"], \"required_properties\": [\"P0\", \"P3\"]"));
    }
    return entities;
  }

  private long count(String from) throws SQLException {
    try (Connection connection = database.owner().getConnection();
        Statement statement = connection.createStatement();
        var row = statement.executeQuery("select count(*) from " + from)) {
      row.next();
      return row.getLong(1);
    }
  }

  private void assertIsWhole() throws SQLException {
    assertThat(store().load().orElseThrow().version()).isEqualTo(version("1"));
    assertThat(store().load().orElseThrow().entities()).hasSize(ENTITIES);
    assertThat(count("ontology.category_property")).isEqualTo(ENTITIES / 3 * 4L);
    assertThat(count("ontology.categories where entity_key = 'C4'")).isOne();
    assertThat(H2Schema.of(database.owner()).stream().filter(word -> !word.contains("keys_away")))
        .as("keys")
        .containsExactlyElementsOf(fresh);
  }

  @Test
  void aFirstImportTakesTheKeysAwayAndLeavesEveryOneAsItWas() throws SQLException {
    List<Long> keys = new ArrayList<>();
    String foreign =
        "information_schema.table_constraints where table_name = 'category_property'"
            + " and constraint_type <> 'CHECK'";

    store(
            step -> {
              if (step == IngestStep.ROWS_WITHOUT_KEYS || step == IngestStep.ROWS_WRITTEN) {
                try {
                  keys.add(count(foreign));
                  assertThat(store().load()).as("a version is none before it is whole").isEmpty();
                } catch (SQLException e) {
                  throw new AssertionError(e);
                }
              }
            })
        .importAll(version("1"), entities(), List.of());

    assertThat(keys).containsExactly(0L, 3L);
    assertIsWhole();
    database.close();
    database = open();
    assertIsWhole();
    assertThat(H2Schema.of(database.owner())).isEqualTo(fresh);
  }

  @ParameterizedTest(name = "statement {0}")
  @ValueSource(ints = {3, 30, 80, 115, 135, 150, 190, 225})
  void aFirstImportThatFailsPutsEveryKeyBack(int statement) throws SQLException {
    FaultyDataSource faulty = new FaultyDataSource(database.owner(), statement);
    JdbcCanonicalStore failing =
        new JdbcCanonicalStore(
            database.worker(), faulty.dataSource(), new RowIds(CLOCK), CLOCK, step -> {});

    assertThatThrownBy(() -> failing.importAll(version("1"), entities(), List.of()))
        .isInstanceOf(StoreFaultException.class);

    assertThat(H2Schema.of(database.owner())).isEqualTo(fresh);
    assertThat(count("ontology.categories")).isZero();
    store().importAll(version("1"), entities(), List.of());
    assertIsWhole();
  }

  @ParameterizedTest(name = "statement {0}")
  @ValueSource(ints = {30, 31, 34, 80, 115, 135, 150, 190, 225})
  void whatIsCutOffAtAStatementIsMendedByTheNextOpening(int statement) throws SQLException {
    FaultyDataSource faulty = new FaultyDataSource(database.owner(), statement).forGood();
    JdbcCanonicalStore failing =
        new JdbcCanonicalStore(
            database.worker(), faulty.dataSource(), new RowIds(CLOCK), CLOCK, step -> {});

    assertThatThrownBy(() -> failing.importAll(version("1"), entities(), List.of()))
        .isInstanceOf(StoreFaultException.class);
    assertThat(H2Schema.of(database.owner())).as("it was in the middle").isNotEqualTo(fresh);

    database.close();
    database = open();
    assertThat(H2Schema.of(database.owner())).isEqualTo(fresh);
    assertThat(count("ontology.categories")).isZero();
    store().importAll(version("1"), entities(), List.of());
    assertIsWhole();
  }

  @Test
  void whatCouldNotBePutBackIsMendedByTheNextImport() throws SQLException {
    FaultyDataSource faulty = new FaultyDataSource(database.owner(), 135).forGood();
    JdbcCanonicalStore failing =
        new JdbcCanonicalStore(
            database.worker(), faulty.dataSource(), new RowIds(CLOCK), CLOCK, step -> {});
    assertThatThrownBy(() -> failing.importAll(version("1"), entities(), List.of()))
        .isInstanceOf(StoreFaultException.class);

    store().importAll(version("1"), entities().subList(0, 10), List.of());

    assertThat(H2Schema.of(database.owner())).isEqualTo(fresh);
    assertThat(count("ontology.categories")).isEqualTo(6);
  }

  @Test
  void aVersionThatCannotBeMarkedIsWrittenAgain() throws SQLException {
    JdbcCanonicalStore failing =
        store(step -> {
          if (step == IngestStep.IMPORT_COMPLETED) {
            throw new StoreFaultException("the test asked for it", new SQLException());
          }
        });
    assertThatThrownBy(() -> failing.importAll(version("1"), entities(), List.of()))
        .isInstanceOf(StoreFaultException.class);
    assertThat(store().load()).isEmpty();

    store().importAll(version("1"), entities(), List.of());

    assertIsWhole();
  }

  @Test
  void keysWaitForWhoeverWritesToATable() throws Exception {
    try (Connection other = database.worker().getConnection();
        Statement statement = other.createStatement();
        ScheduledExecutorService threads = Executors.newSingleThreadScheduledExecutor()) {
      other.setAutoCommit(false);
      statement.executeUpdate("delete from ontology.dashboards");
      List<IngestedEntity> entities = entities();

      store(
              step -> {
                if (step == IngestStep.ROWS_WITHOUT_KEYS) {
                  threads.schedule(
                      () -> {
                        other.commit();
                        return true;
                      },
                      LOCKED_MILLISECONDS,
                      TimeUnit.MILLISECONDS);
                }
              })
          .importAll(version("1"), entities, List.of());
    }
    assertIsWhole();
  }

  @Test
  void aVersionThatWasStoredKeepsItsKeysInALaterImport() {
    store().importAll(version("0"), List.of(), List.of());
    List<IngestStep> reached = new ArrayList<>();

    store(reached::add).importAll(version("1"), entities(), List.of());

    assertThat(reached).contains(IngestStep.ROWS_WRITTEN).doesNotContain(IngestStep.KEYS_AWAY);
  }

  @Test
  void draftsAreEditedWhileTheRowsAreWritten() throws Exception {
    try (OrmSessions sessions = new OrmSessions(database.worker(), OrmSessions.Schema.TRUSTED);
        ExecutorService threads = Executors.newSingleThreadExecutor()) {
      RowIds ids = new RowIds(CLOCK);
      DraftStore drafts = new HibernateDraftStore(sessions, ids.next(), ids, CLOCK, () -> {});
      Draft draft = drafts.create("Meanwhile", version("0"));
      List<IngestedEntity> entities = entities();

      AtomicLong edited = new AtomicLong();
      Future<?> writer =
          threads.submit(
              () -> store(step -> awaitMore(edited)).importAll(version("1"), entities, List.of()));
      while (!writer.isDone()) {
        long edits = edited.incrementAndGet();
        DraftEdit edit = Edits.of(edits, draft.id(), "label " + edits);
        drafts.apply(
            edit, new DraftChange.Create(edit.key(), entity(edit.key().toString(), "").document()));
        database.checkpoint();
      }
      writer.get(1, TimeUnit.SECONDS);

      assertThat(drafts.edits(draft.id())).hasSize(edited.intValue());
      assertIsWhole();
    }
  }

  private static void awaitMore(AtomicLong count) {
    long until = count.get() + 3;
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (count.get() < until && System.nanoTime() < deadline) {
      Thread.onSpinWait();
    }
  }

  @Test
  void aBackupOfTheMiddleIsMendedWhenItIsOpened(@TempDir Path backups) throws Exception {
    Path archive = backups.resolve("middle.zip");
    store(
            step -> {
              if (step == IngestStep.ROWS_WITHOUT_KEYS) {
                try {
                  new OpenStoreBackup(database, new RealMigration())
                      .write(archive, file -> Files.createFile(file));
                } catch (IOException | SQLException e) {
                  throw new AssertionError(e);
                }
              }
            })
        .importAll(version("1"), entities(), List.of());
    database.close();

    assertThat(new ClosedStore(location, new RealMigration()).restore(archive))
        .isInstanceOf(ClosedStore.Attempt.Done.class);

    database = open();
    assertThat(H2Schema.of(database.owner())).isEqualTo(fresh);
    assertThat(store().load()).isEmpty();
    assertThat(store().clearUnfinished()).isOne();
    store().importAll(version("1"), entities(), List.of());
    assertIsWhole();
  }

  @Test
  void aStoreThatIsClosedInTheMiddleIsMendedByTheNextOpening() throws SQLException {
    List<IngestedEntity> entities = entities();
    StoredOntology index =
        new StoredOntology(
            version("1"),
            entities.stream().map(IngestedEntity::summary).toList(),
            entities.stream().flatMap(entity -> entity.references().stream()).toList(),
            List.of(),
            true);
    store().record(Optional.empty(), index);
    JdbcCanonicalStore closed =
        store(step -> {
          if (step == IngestStep.ROWS_WITHOUT_KEYS) {
            database.close();
          }
        });
    assertThatThrownBy(() -> closed.importAll(version("1"), entities, List.of()))
        .isInstanceOf(StoreFaultException.class);

    database = open();
    assertThat(H2Schema.of(database.owner())).isEqualTo(fresh);
    assertThat(store().load()).hasValueSatisfying(found -> assertThat(found.pending()).isTrue());
    store().importAll(version("1"), entities, List.of());
    assertIsWhole();
  }
}
