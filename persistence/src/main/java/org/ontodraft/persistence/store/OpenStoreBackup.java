package org.ontodraft.persistence.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Backs up a store that is open and worked with: the database as of one moment, then the journal,
 * which so has every step that the database has. Copies of drafts would be of another moment; they
 * are written again when the restored store opens.
 */
public final class OpenStoreBackup {
  private final H2Store store;
  private final SchemaMigration migration;
  private final StoreLocation location;

  /** Of this store. */
  public OpenStoreBackup(H2Store store, SchemaMigration migration) {
    this.store = store;
    this.migration = migration;
    this.location = store.location();
  }

  /** Copies a journal that is being written to, whole steps only. */
  @FunctionalInterface
  public interface JournalCopy {
    /** Copies it to a new file. */
    void to(Path file) throws IOException;
  }

  /**
   * Writes a backup that has been opened once, so it can be restored. Blocking; edits go on.
   *
   * @param archive the file; one that is there is replaced when the new one is whole
   * @throws SQLException when the database cannot be read, or the backup cannot
   */
  public void write(Path archive, JournalCopy journal) throws IOException, SQLException {
    Path folder = location.backingUp();
    StoreArchive.deleteFolder(folder);
    try {
      PrivateFiles.createFolder(folder);
      List<Path> parts = location.inFolder(folder);
      takeDatabase(folder, parts.getFirst());
      copy(location.passwords(), parts.get(1));
      journal.to(parts.get(2));
      verify(parts.getFirst());
      StoreArchive.write(archive, parts.subList(0, 3));
    } finally {
      StoreArchive.deleteFolder(folder);
    }
  }

  private void takeDatabase(Path folder, Path target) throws IOException, SQLException {
    Path packed = folder.resolve("database.zip");
    PrivateFiles.createFile(packed);
    store.backUpTo(packed);
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(packed))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().equals(target.getFileName().toString())) {
          write(zip, target);
          Files.delete(packed);
          return;
        }
      }
    }
    throw new IOException("the database's own backup does not hold " + target.getFileName());
  }

  /** Opens what was taken; it is a file of its own. */
  private void verify(Path database) throws IOException, SQLException {
    Optional<StorePasswords> passwords = StorePasswords.read(location.passwords());
    if (passwords.isEmpty()) {
      throw new IOException(location.passwords() + " does not hold two passwords");
    }
    new StoreBackup(location, migration).schemaOf(database, passwords.get());
  }

  private static void copy(Path from, Path to) throws IOException {
    try (InputStream in = Files.newInputStream(from)) {
      write(in, to);
    }
  }

  private static void write(InputStream in, Path to) throws IOException {
    PrivateFiles.createFile(to);
    try (OutputStream out = Files.newOutputStream(to)) {
      in.transferTo(out);
    }
  }
}
