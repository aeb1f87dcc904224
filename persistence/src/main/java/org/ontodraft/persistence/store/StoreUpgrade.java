package org.ontodraft.persistence.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import org.h2.jdbcx.JdbcDataSource;
import org.ontodraft.persistence.store.SchemaMigration.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Migrates a copy of a closed store and swaps it in. H2 commits DDL, so a script that fails would
 * leave the file itself half changed. The old file stays in the folder {@code backup}.
 */
final class StoreUpgrade {
  private static final Logger LOG = LoggerFactory.getLogger(StoreUpgrade.class);

  private final StoreLocation location;
  private final SchemaMigration migration;

  StoreUpgrade(StoreLocation location, SchemaMigration migration) {
    this.location = location;
    this.migration = migration;
  }

  /**
   * Upgrades the store, which is closed.
   *
   * @throws SQLException when a script fails or the copy has lost rows; the store is as before
   */
  void run(StorePasswords passwords, SchemaMigration.Status before)
      throws SQLException, IOException {
    PrivateFiles.createFolder(location.backups());
    Path backup = freeName(before.found().replaceAll("[^a-z0-9]+", "-"));
    Files.copy(location.database(), backup, StandardCopyOption.COPY_ATTRIBUTES);
    Files.copy(
        location.database(),
        location.migrating(),
        StandardCopyOption.COPY_ATTRIBUTES,
        StandardCopyOption.REPLACE_EXISTING);
    migrateCopy(passwords);
    PrivateFiles.moveInto(location.migrating(), location.database());
    LOG.info("store upgraded from {} to {}, old file kept", before.found(), before.known());
  }

  private void migrateCopy(StorePasswords passwords) throws SQLException {
    JdbcDataSource owner =
        H2StoreOpener.dataSource(
            H2Urls.owner(location.migrating()), H2StoreOpener.OWNER, passwords.owner());
    Connection held = owner.getConnection();
    try {
      Map<String, Long> rowsBefore = countRows(held);
      migration.migrate(owner);
      H2StoreOpener.grant(held);
      if (migration.inspect(owner).kind() != Kind.CURRENT) {
        throw new SQLException("the migrated copy does not have the schema it should have");
      }
      Map<String, Long> rowsAfter = countRows(held);
      rowsBefore.keySet().retainAll(rowsAfter.keySet());
      rowsAfter.keySet().retainAll(rowsBefore.keySet());
      if (!rowsBefore.equals(rowsAfter)) {
        throw new SQLException(
            "the migrated copy has other rows: " + rowsBefore + ", now " + rowsAfter);
      }
    } finally {
      H2Store.shutdown(held);
    }
  }

  private static Map<String, Long> countRows(Connection owner) throws SQLException {
    Map<String, Long> counts = new TreeMap<>();
    try (Statement statement = owner.createStatement();
        ResultSet tables =
            statement.executeQuery(
                "select table_schema || '.' || table_name from information_schema.tables"
                    + " where table_schema in ('ontology', 'local')"
                    + " and table_type = 'BASE TABLE' and table_name <> 'flyway_schema_history'")) {
      while (tables.next()) {
        counts.put(tables.getString(1), 0L);
      }
    }
    for (Map.Entry<String, Long> table : counts.entrySet()) {
      try (Statement statement = owner.createStatement();
          ResultSet count = statement.executeQuery("select count(*) from " + table.getKey())) {
        count.next();
        table.setValue(count.getLong(1));
      }
    }
    return counts;
  }

  private Path freeName(String versions) {
    for (int i = 1; ; i++) {
      Path candidate = location.backups().resolve(versions + "." + i + H2Urls.SUFFIX);
      if (!Files.exists(candidate)) {
        return candidate;
      }
    }
  }
}
