package org.ontodraft.persistence;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ontodraft.migrations.testing.RestartablePostgres;
import org.ontodraft.model.ontology.StoreAwayException;
import org.ontodraft.model.ontology.StoredOntology;
import org.ontodraft.persistence.ingest.IngestStep;
import org.ontodraft.persistence.ingest.JdbcCanonicalStore;
import org.ontodraft.persistence.store.PostgresServer;
import org.ontodraft.persistence.store.RowIds;
import org.ontodraft.persistence.testing.RealMigration;

/** A PostgreSQL server that is stopped at once at any step of an import or a sync, and started. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IngestServerStopTest {
  @SuppressWarnings("NullAway.Init")
  private RestartablePostgres server;

  @BeforeAll
  void startServer(@TempDir Path folder) throws SQLException {
    server = RestartablePostgres.start(folder.resolve("data"), Map.of());
    execute("create database migrated");
    new RealMigration().migrate(database("migrated"));
  }

  @AfterAll
  void stopServer() {
    server.close();
  }

  private DataSource database(String name) {
    return new PostgresServer(
            "localhost", server.port(), name, PostgresServer.TlsMode.DISABLE, null)
        .dataSource("postgres", "");
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database("postgres").getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static JdbcCanonicalStore store(DataSource database, IngestStep.Listener steps) {
    InstantSource clock = InstantSource.system();
    return new JdbcCanonicalStore(database, database, new RowIds(clock), clock, steps);
  }

  /** Those that differ most; all in the full run. */
  static Stream<IngestStep> steps() {
    boolean all = Integer.getInteger("kills", 0) > 0;
    return Stream.of(IngestStep.values())
        .filter(step ->
            all
                || step == IngestStep.ROWS_WRITTEN
                || step == IngestStep.IMPORT_COMMITTED
                || step == IngestStep.DELTA_WRITTEN);
  }

  @ParameterizedTest
  @MethodSource("steps")
  void theVersionBeforeOrTheVersionItselfIsThere(IngestStep last) throws SQLException {
    String name = "at_" + last.name().toLowerCase(Locale.ROOT);
    execute("create database " + name + " template migrated");
    DataSource database = database(name);
    JdbcCanonicalStore stopped =
        store(
            database,
            step -> {
              if (step == last) {
                server.stopAtOnce();
              }
            });

    if (last == IngestStep.DELTA_COMMITTED) {
      IngestChild.ingest(stopped);
    } else {
      assertThatThrownBy(() -> IngestChild.ingest(stopped)).isInstanceOf(StoreAwayException.class);
    }

    server.start();
    JdbcCanonicalStore store = store(database, step -> {});
    store.clearUnfinished();
    Optional<StoredOntology> stored = store.load();
    IngestTruth.assertHolds(stored, last);
    IngestTruth.finish(store, stored);
    IngestTruth.assertIs(store.load(), IngestChild.NEXT, false);
  }
}
