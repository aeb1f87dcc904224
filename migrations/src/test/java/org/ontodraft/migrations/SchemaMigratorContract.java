package org.ontodraft.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.ontodraft.migrations.MigrationOutcome.NewerSchema;
import org.ontodraft.migrations.MigrationOutcome.UpToDate;

/** What migrating means, on whichever database a subclass chooses. */
abstract class SchemaMigratorContract {
  private final SchemaMigrator migrator = new SchemaMigrator();

  /** A database without any schema of ours; each call a new one. */
  abstract DataSource emptyDatabase() throws SQLException, IOException;

  @Test
  void anEmptyDatabaseIsPendingAndStaysEmptyWhenInspected() throws Exception {
    DataSource database = emptyDatabase();

    SchemaState state = migrator.inspect(database);

    assertThat(state.isPending()).isTrue();
    assertThat(state.isNewer()).isFalse();
    assertThat(state.versions()).allSatisfy(version -> assertThat(version.applied()).isZero());
    assertThat(dump(database)).isEmpty();
  }

  @Test
  void migratingTwiceChangesNothingTheSecondTime() throws Exception {
    DataSource database = emptyDatabase();

    assertThat(migrator.migrate(database))
        .isInstanceOfSatisfying(
            UpToDate.class,
            done -> {
              assertThat(done.before().isPending()).isTrue();
              assertThat(done.after().isPending()).isFalse();
            });
    List<String> first = dump(database);
    assertThat(first).isNotEmpty();

    assertThat(migrator.migrate(database))
        .isInstanceOfSatisfying(
            UpToDate.class, done -> assertThat(done.before()).isEqualTo(done.after()));
    assertThat(dump(database)).isEqualTo(first);
  }

  @Test
  void theSchemaIsTheDocumentedOne() throws Exception {
    DataSource database = emptyDatabase();
    migrator.migrate(database);

    List<String> found = catalog().read(database);

    List<String> documented = new ArrayList<>(SchemaDocument.lines("both"));
    documented.addAll(SchemaDocument.lines(catalog().name().toLowerCase(Locale.ROOT)));
    assertThat(found)
        .as("docs/schema.md and %s", SchemaDocument.keep(catalog().name(), found))
        .containsExactlyInAnyOrderElementsOf(documented);
  }

  @Test
  void everyVersionGoesDownAndUpAgain() throws Exception {
    DataSource database = emptyDatabase();
    migrator.migrate(database);
    List<String> whole = dump(database);

    for (SchemaVersion version : migrator.inspect(database).versions()) {
      for (int target = version.known() - 1; target >= 0; target--) {
        migrator.undo(database, version.schema(), target);
        assertThat(versionOf(database, version.schema())).isEqualTo(target);
      }
    }
    assertThat(dump(database)).isEmpty();

    migrator.migrate(database);
    assertThat(dump(database)).isEqualTo(whole);

    for (SchemaVersion version : migrator.inspect(database).versions()) {
      migrator.undo(database, version.schema(), version.known() - 1);
      migrator.migrate(database);
      assertThat(dump(database)).as(version.schema().name()).isEqualTo(whole);
    }
  }

  @Test
  void rowsLiveThroughEveryVersionThatHasTheirTables() throws Exception {
    DataSource database = emptyDatabase();
    migrator.migrate(database);
    migrator.undo(database, SqlSchema.ONTOLOGY, 4);
    FilledTables.fill(database);
    Map<String, List<String>> before = FilledTables.read(database, KEPT);
    assertThat(before.values()).allSatisfy(rows -> assertThat(rows).isNotEmpty());

    for (int round = 0; round < 2; round++) {
      migrator.migrate(database);
      assertThat(FilledTables.read(database, KEPT)).isEqualTo(before);
      assertThat(FilledTables.read(database, Map.of("draft_edit", "step_id")))
          .isEqualTo(FilledTables.read(database, Map.of("draft_edit", "id")));
      for (int target = versionOf(database, SqlSchema.ONTOLOGY) - 1; target >= 4; target--) {
        migrator.undo(database, SqlSchema.ONTOLOGY, target);
        assertThat(FilledTables.read(database, KEPT)).isEqualTo(before);
      }
    }
    for (int target = 3; target >= 0; target--) {
      migrator.undo(database, SqlSchema.ONTOLOGY, target);
      assertThat(versionOf(database, SqlSchema.ONTOLOGY)).isEqualTo(target);
    }
    migrator.migrate(database);
    assertThat(FilledTables.read(database, KEPT).values())
        .allSatisfy(rows -> assertThat(rows).isEmpty());
  }

  /** The columns that version 4 has, of the tables that are filled. */
  private static final Map<String, String> KEPT =
      Map.of(
          "repository", "id, root_commit, created_at",
          "ontology_version", "id, number, commit_sha, status, committed_at",
          "categories", "id, entity_key, label, canonical_json",
          "category_parent", "category_id, parent_id",
          "category_property", "category_id, property_id, is_required",
          "draft", "id, title, status, base_commit_sha, row_version",
          "draft_change", "id, draft_id, entity_key, replacement_json",
          "draft_edit", "id, draft_id, position, journal_seq, forward_patch, edited_at",
          "journal_position", "journal_id, applied_seq",
          "submission", "id, draft_id, stage, created_at");

  @Test
  void aSchemaOfANewerProgramIsRefusedByName() throws Exception {
    DataSource database = emptyDatabase();
    migrator.migrate(database);
    int known = versionOf(database, SqlSchema.ONTOLOGY);
    execute(
        database,
        "insert into ontology.\"flyway_schema_history\" (\"installed_rank\", \"version\","
            + " \"description\", \"type\", \"script\", \"checksum\", \"installed_by\","
            + " \"execution_time\", \"success\") values (1000, '99', 'later', 'SQL',"
            + " 'V99__later.sql', 1, 'someone', 1, true)");
    List<String> before = dump(database);

    assertThat(migrator.migrate(database))
        .isInstanceOfSatisfying(
            NewerSchema.class,
            refused -> {
              assertThat(refused.state().found()).contains("ontology 99");
              assertThat(refused.state().known()).contains("ontology " + known);
            });
    assertThat(dump(database)).isEqualTo(before);
  }

  @Test
  void aScriptChangedAfterItRanIsAFault() throws Exception {
    DataSource database = emptyDatabase();
    migrator.migrate(database);
    execute(
        database,
        "update ontology.\"flyway_schema_history\" set \"checksum\" = 7 where \"version\" = '1'");

    assertThatThrownBy(() -> migrator.undo(database, SqlSchema.ONTOLOGY, 0))
        .isInstanceOf(MigrationFailedException.class)
        .hasMessageContaining("ontology");
  }

  private int versionOf(DataSource database, SqlSchema schema) {
    return migrator.inspect(database).versions().stream()
        .filter(version -> version.schema() == schema)
        .findFirst()
        .orElseThrow()
        .applied();
  }

  static void execute(DataSource database, String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Columns, constraints, indexes and views of our schemas, without Flyway's own table. */
  private List<String> dump(DataSource database) throws SQLException {
    List<String> lines = new ArrayList<>();
    for (String query : dumpQueries()) {
      try (Connection connection = database.getConnection();
          Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery(query)) {
        int columns = rows.getMetaData().getColumnCount();
        while (rows.next()) {
          StringBuilder line = new StringBuilder();
          for (int i = 1; i <= columns; i++) {
            line.append(rows.getString(i)).append(" | ");
          }
          if (!line.toString().contains("flyway_schema_history")) {
            lines.add(line.toString());
          }
        }
      }
    }
    return lines;
  }

  /** How the database's catalog is read. */
  abstract SchemaCatalog catalog();

  /** What describes the schemas completely, in a fixed order. */
  abstract List<String> dumpQueries();
}
