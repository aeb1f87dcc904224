package org.ontodraft.migrations;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;

/**
 * Creates and changes the SQL schemas. Blocking; one call at a time on a database. The scripts are
 * chosen by the product the connection names.
 *
 * <p>H2 commits DDL, so callers migrate a copy of an H2 file and swap it in afterwards; on
 * PostgreSQL each script is one transaction.
 */
public final class SchemaMigrator {
  private static final String UNDO = "/db/undo/";

  /**
   * How far the database is. Changes nothing.
   *
   * @throws MigrationFailedException when the database cannot be read
   */
  public SchemaState inspect(DataSource database) {
    List<SchemaVersion> versions = new ArrayList<>();
    Vendor vendor = vendorOf(database);
    for (SqlSchema schema : schemasOf(vendor)) {
      versions.add(versionOf(schema, flyway(database, vendor, schema)));
    }
    return new SchemaState(versions);
  }

  /**
   * Runs the scripts that are missing. A schema newer than the scripts is refused untouched.
   *
   * @throws MigrationFailedException when a script fails or an applied one was changed since
   */
  public MigrationOutcome migrate(DataSource database) {
    SchemaState before = inspect(database);
    if (before.isNewer()) {
      return new MigrationOutcome.NewerSchema(before);
    }
    if (!before.isPending()) {
      return new MigrationOutcome.UpToDate(before, before);
    }
    Vendor vendor = vendorOf(database);
    for (SqlSchema schema : schemasOf(vendor)) {
      try {
        flyway(database, vendor, schema).migrate();
      } catch (FlywayException e) {
        throw new MigrationFailedException("migrating " + schema.sqlName(), e);
      }
    }
    return new MigrationOutcome.UpToDate(before, inspect(database));
  }

  /**
   * Takes versions back, newest first, until {@code target} is the version of the schema; 0 leaves
   * an empty schema. What the dropped tables hold is lost.
   *
   * @throws MigrationFailedException when an undo script is missing or fails
   */
  public void undo(DataSource database, SqlSchema schema, int target) {
    Vendor vendor = vendorOf(database);
    Flyway flyway = flyway(database, vendor, schema);
    try {
      flyway.validate();
    } catch (FlywayException e) {
      throw new MigrationFailedException("undoing " + schema.sqlName(), e);
    }
    List<MigrationInfo> applied =
        Arrays.stream(flyway.info().applied())
            .filter(info -> info.getVersion() != null && numberOf(info) > target)
            .sorted(Comparator.comparingInt(SchemaMigrator::numberOf).reversed())
            .toList();
    for (MigrationInfo migration : applied) {
      try {
        undoOne(database, vendor, schema, migration);
      } catch (SQLException | IOException e) {
        throw new MigrationFailedException(
            "undoing " + schema.sqlName() + " " + migration.getVersion(), e);
      }
    }
  }

  /**
   * Looks whether the scripts that ran are the ones this program has.
   *
   * @throws MigrationFailedException when one was changed since, or is not known
   */
  public void verify(DataSource database) {
    Vendor vendor = vendorOf(database);
    for (SqlSchema schema : schemasOf(vendor)) {
      try {
        flyway(database, vendor, schema).validate();
      } catch (FlywayException e) {
        throw new MigrationFailedException("verifying " + schema.sqlName(), e);
      }
    }
  }

  private static void undoOne(
      DataSource database, Vendor vendor, SqlSchema schema, MigrationInfo migration)
      throws SQLException, IOException {
    String script = undoScript(vendor, schema, migration);
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement();
          PreparedStatement forget =
              connection.prepareStatement(
                  "delete from "
                      + schema.sqlName()
                      + ".\"flyway_schema_history\" where \"installed_rank\" = ?")) {
        statement.execute(script);
        forget.setInt(1, migration.getInstalledRank());
        forget.executeUpdate();
        connection.commit();
      } catch (SQLException e) {
        connection.rollback();
        throw e;
      }
    }
  }

  private static String undoScript(Vendor vendor, SqlSchema schema, MigrationInfo migration)
      throws IOException {
    String script = migration.getScript();
    String name = "U" + script.substring(script.lastIndexOf('/') + 1).substring(1);
    for (String folder : schema.folders(vendor)) {
      String path = UNDO + schema.sqlName() + "/" + folder + "/" + name;
      try (InputStream stream = SchemaMigrator.class.getResourceAsStream(path)) {
        if (stream != null) {
          return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
      }
    }
    throw new IOException("no undo script " + name);
  }

  private static List<SqlSchema> schemasOf(Vendor vendor) {
    return Arrays.stream(SqlSchema.values())
        .filter(schema -> !schema.folders(vendor).isEmpty())
        .toList();
  }

  private static SchemaVersion versionOf(SqlSchema schema, Flyway flyway) {
    int applied = 0;
    int known = 0;
    try {
      for (MigrationInfo info : flyway.info().all()) {
        if (info.getVersion() == null) {
          continue;
        }
        MigrationState state = info.getState();
        if (state.isApplied() && !state.isFailed()) {
          applied = Math.max(applied, numberOf(info));
        }
        if (state.isResolved()) {
          known = Math.max(known, numberOf(info));
        }
      }
    } catch (FlywayException e) {
      throw new MigrationFailedException("reading the versions of " + schema.sqlName(), e);
    }
    return new SchemaVersion(schema, applied, known);
  }

  private static int numberOf(MigrationInfo info) {
    return info.getVersion().getMajor().intValueExact();
  }

  private static Vendor vendorOf(DataSource database) {
    try (Connection connection = database.getConnection()) {
      return Vendor.of(connection);
    } catch (SQLException e) {
      throw new MigrationFailedException("asking for the database product", e);
    }
  }

  private static Flyway flyway(DataSource database, Vendor vendor, SqlSchema schema) {
    String[] locations =
        schema.folders(vendor).stream()
            .map(folder -> "classpath:db/migration/" + schema.sqlName() + "/" + folder)
            .toArray(String[]::new);
    return Flyway.configure(SchemaMigrator.class.getClassLoader())
        .dataSource(database)
        .schemas(schema.sqlName())
        .defaultSchema(schema.sqlName())
        .createSchemas(true)
        .locations(locations)
        .failOnMissingLocations(true)
        .validateMigrationNaming(true)
        .cleanDisabled(true)
        .ignoreMigrationPatterns("*:pending")
        .loggers("slf4j")
        .load();
  }
}
