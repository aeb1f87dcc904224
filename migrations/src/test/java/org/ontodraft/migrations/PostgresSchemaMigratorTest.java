package org.ontodraft.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ontodraft.migrations.testing.PostgresProcess;
import org.postgresql.ds.PGSimpleDataSource;

/** On a real PostgreSQL server. */
class PostgresSchemaMigratorTest extends SchemaMigratorContract {
  @SuppressWarnings("NullAway.Init")
  private static EmbeddedPostgres server;

  private static int databases;

  @BeforeAll
  static void startServer() throws IOException {
    server = PostgresProcess.start();
  }

  @AfterAll
  static void stopServer() throws IOException {
    server.close();
  }

  @Override
  DataSource emptyDatabase() throws SQLException {
    String name = "store_" + databases++;
    execute(server.getPostgresDatabase(), "create database " + name);
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setServerNames(new String[] {"localhost"});
    database.setPortNumbers(new int[] {server.getPort()});
    database.setDatabaseName(name);
    database.setUser("postgres");
    return database;
  }

  @Test
  void aScriptThatFailsLeavesTheDatabaseAsItWas() throws Exception {
    SchemaMigrator migrator = new SchemaMigrator();
    DataSource database = emptyDatabase();
    migrator.migrate(database);
    migrator.undo(database, SqlSchema.ONTOLOGY, 4);
    FilledTables.fill(database);
    // Version 5 adds a column before it makes a table of this name.
    execute(database, "create table ontology.draft_intent (id integer)");
    List<String> before = SchemaCatalog.POSTGRESQL.read(database);

    assertThatThrownBy(() -> migrator.migrate(database))
        .isInstanceOf(MigrationFailedException.class);

    assertThat(SchemaCatalog.POSTGRESQL.read(database)).isEqualTo(before);
    execute(database, "drop table ontology.draft_intent");
    assertThat(migrator.migrate(database)).isInstanceOf(MigrationOutcome.UpToDate.class);
  }

  @Override
  SchemaCatalog catalog() {
    return SchemaCatalog.POSTGRESQL;
  }

  @Override
  List<String> dumpQueries() {
    return List.of(
        // A column made again has a new number, so the order counts.
        "select n.nspname, c.relname, a.attname,"
            + " row_number() over (partition by c.oid order by a.attnum), format_type(a.atttypid, a.atttypmod),"
            + " a.attnotnull from pg_attribute a join pg_class c on c.oid = a.attrelid"
            + " join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'ontology'"
            + " and a.attnum > 0 and not a.attisdropped and c.relkind in ('r', 'm', 'v') order by 1, 2, 4",
        "select conrelid::regclass, conname, pg_get_constraintdef(oid) from pg_constraint"
            + " where connamespace::regnamespace::text = 'ontology' order by 1::text, 2",
        "select tablename, indexname, indexdef from pg_indexes where schemaname = 'ontology'"
            + " order by 1, 2",
        "select matviewname, definition from pg_matviews where schemaname = 'ontology'"
            + " order by 1",
        "select proname, prosrc from pg_proc"
            + " where pronamespace::regnamespace::text = 'ontology' order by 1",
        "select tablename, policyname, cmd, qual, with_check from pg_policies"
            + " where schemaname = 'ontology' order by 1, 2",
        "select relname from pg_class where relrowsecurity order by 1");
  }
}
