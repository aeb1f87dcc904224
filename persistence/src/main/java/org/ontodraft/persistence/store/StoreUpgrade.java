package org.ontodraft.persistence.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.h2.jdbcx.JdbcDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Migrates a copy of a closed store, up or down, and swaps it in. H2 commits DDL, so a script that
 * fails would leave the file itself half changed. A backup is made first.
 */
final class StoreUpgrade {
  private static final Logger LOG = LoggerFactory.getLogger(StoreUpgrade.class);

  private final StoreLocation location;
  private final StoreBackup backups;
  private final Change change;

  /** What is done to the copy. */
  @FunctionalInterface
  interface Change {
    /** Changes the copy's schemas. */
    void run(JdbcDataSource owner) throws SQLException;
  }

  StoreUpgrade(StoreLocation location, SchemaMigration migration, Change change) {
    this.location = location;
    this.backups = new StoreBackup(location, migration);
    this.change = change;
  }

  /**
   * Changes the store, which is closed.
   *
   * @return the backup that was made before
   * @throws SQLException when a script fails or the copy has lost rows; the store is as before
   */
  Path run(StorePasswords passwords, SchemaMigration.Status before)
      throws SQLException, IOException {
    Path backup = backups.write(passwords, before);
    Files.copy(
        location.database(),
        location.migrating(),
        StandardCopyOption.COPY_ATTRIBUTES,
        StandardCopyOption.REPLACE_EXISTING);
    changeCopy(passwords);
    PrivateFiles.moveInto(location.migrating(), location.database());
    LOG.info("store brought from {} to another version, a backup was made", before.found());
    return backup;
  }

  private void changeCopy(StorePasswords passwords) throws SQLException {
    JdbcDataSource owner =
        H2StoreOpener.dataSource(
            H2Urls.owner(location.migrating()), H2StoreOpener.OWNER, passwords.owner());
    Connection held = owner.getConnection();
    try {
      H2Keys.mend(held); // scripts expect every key
      Map<String, Long> rowsBefore = TableCounts.of(held);
      change.run(owner);
      H2StoreOpener.grant(held);
      Map<String, Long> rowsAfter = TableCounts.of(held);
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
}
