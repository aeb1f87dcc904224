package org.ontodraft.persistence.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.h2.jdbcx.JdbcDataSource;

/** Backs up a closed store, and takes a backup apart again. */
final class StoreBackup {
  private final StoreLocation location;
  private final SchemaMigration migration;

  StoreBackup(StoreLocation location, SchemaMigration migration) {
    this.location = location;
    this.migration = migration;
  }

  /**
   * Packs the store's files and opens the result: a backup that is returned can be restored.
   *
   * @param status what the store is, and the packed one must be
   * @throws SQLException when the packed database cannot be read
   */
  Path write(StorePasswords passwords, SchemaMigration.Status status)
      throws IOException, SQLException {
    PrivateFiles.createFolder(location.backups());
    Path archive = freeName(status.found().replaceAll("[^a-z0-9]+", "-"));
    List<Path> files = location.inFolder(location.folder()).stream().filter(Files::exists).toList();
    StoreArchive.write(archive, files);
    boolean verified = false;
    try {
      StoreArchive.deleteFolder(location.unpacking());
      unpack(archive);
      SchemaMigration.Status packed =
          schemaOf(location.inFolder(location.unpacking()).getFirst(), passwords);
      if (!packed.equals(status)) {
        throw new SQLException("the backup has " + packed.found() + ", not " + status.found());
      }
      verified = true;
    } finally {
      StoreArchive.deleteFolder(location.unpacking());
      if (!verified) {
        Files.delete(archive);
      }
    }
    return archive;
  }

  /** Unpacks a backup beside the store. */
  void unpack(Path archive) throws IOException {
    List<String> names =
        location.inFolder(location.folder()).stream()
            .map(file -> file.getFileName().toString())
            .toList();
    StoreArchive.unpack(archive, location.unpacking(), names);
  }

  /** How far a closed database file is; all its tables are looked at. */
  SchemaMigration.Status schemaOf(Path database, StorePasswords passwords) throws SQLException {
    JdbcDataSource owner =
        H2StoreOpener.dataSource(H2Urls.owner(database), H2StoreOpener.OWNER, passwords.owner());
    Connection held = owner.getConnection();
    try {
      TableCounts.of(held);
      return migration.inspect(owner);
    } finally {
      H2Store.shutdown(held);
    }
  }

  private Path freeName(String versions) {
    return Stream.iterate(1, i -> i + 1)
        .map(i -> location.backups().resolve(versions + "." + i + ".zip"))
        .filter(candidate -> !Files.exists(candidate))
        .findFirst()
        .orElseThrow();
  }
}
