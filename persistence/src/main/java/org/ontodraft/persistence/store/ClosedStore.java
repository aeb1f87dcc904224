package org.ontodraft.persistence.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.ontodraft.persistence.store.SchemaMigration.Kind;
import org.ontodraft.persistence.store.StoreRefusal.Damaged;
import org.ontodraft.persistence.store.StoreRefusal.InUse;
import org.ontodraft.persistence.store.StoreRefusal.NewerVersion;
import org.ontodraft.persistence.store.StoreRefusal.UpgradeFailed;

/**
 * A workspace's store that nobody has open, and what is done to it from outside. Each call holds
 * the writer's lock, and refuses when somebody else does; one that is refused has changed nothing.
 * Blocking.
 */
public final class ClosedStore {
  private final StoreLocation location;
  private final SchemaMigration migration;
  private final StoreBackup backups;

  /** The store in this place, which must exist for every call but {@link #restore}. */
  public ClosedStore(StoreLocation location, SchemaMigration migration) {
    this.location = location;
    this.migration = migration;
    this.backups = new StoreBackup(location, migration);
  }

  /** What came of a call. */
  public sealed interface Attempt<T> {
    /** It was done. */
    record Done<T>(T value) implements Attempt<T> {}

    /** It was not done, and nothing changed. */
    record Refused<T>(StoreRefusal refusal) implements Attempt<T> {}
  }

  /**
   * What a store is.
   *
   * @param databaseBytes the size of the database file
   * @param journalBytes the size of the journal, 0 when there is none
   * @param backups by name
   */
  public record Facts(
      SchemaMigration.Status schema, long databaseBytes, long journalBytes, List<Path> backups) {
    public Facts {
      backups = List.copyOf(backups);
    }
  }

  /**
   * A change of version.
   *
   * @param backup the state before
   */
  public record Migrated(
      SchemaMigration.Status before, SchemaMigration.Status after, Path backup) {}

  private interface Work<T> {
    Attempt<T> run(StorePasswords passwords, SchemaMigration.Status schema)
        throws IOException, SQLException;
  }

  /** What the store is. */
  public Attempt<Facts> facts() {
    return withSchema((passwords, schema) -> {
      Path journal = location.journal();
      return new Attempt.Done<>(
          new Facts(
              schema,
              Files.size(location.database()),
              Files.exists(journal) ? Files.size(journal) : 0,
              archives()));
    });
  }

  private List<Path> archives() throws IOException {
    if (!Files.isDirectory(location.backups())) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(location.backups())) {
      return files.filter(file -> file.toString().endsWith(".zip")).sorted().toList();
    }
  }

  /** What reads the open database. */
  @FunctionalInterface
  public interface Reader<T> {
    /** Reads through the owner's connections, and changes nothing. */
    T read(DataSource owner, SchemaMigration.Status schema) throws SQLException, IOException;
  }

  /** What a reader makes of the store; refuses a newer one. */
  public <T> Attempt<T> read(Reader<T> reader) {
    return withSchema((passwords, schema) -> {
      if (schema.kind() == Kind.NEWER) {
        return refused(new NewerVersion(location.folder(), schema.found(), schema.known()));
      }
      JdbcDataSource owner =
          H2StoreOpener.dataSource(
              H2Urls.owner(location.database()), H2StoreOpener.OWNER, passwords.owner());
      Connection held = owner.getConnection();
      try {
        return new Attempt.Done<>(reader.read(owner, schema));
      } catch (StoreFaultException unreadable) {
        return refused(new Damaged(location.database(), StoreRefusal.reasonOf(unreadable)));
      } finally {
        if (!held.isClosed()) {
          H2Store.shutdown(held);
        }
      }
    });
  }

  /** Brings the store to this program's version, after a backup. */
  public Attempt<Migrated> migrate() {
    return change(owner -> migration.migrate(owner));
  }

  /**
   * Takes versions of a schema back until it has this one, after a backup.
   *
   * @param schema {@code ontology} or {@code local}
   */
  public Attempt<Migrated> undo(String schema, int version) {
    return change(owner -> migration.undo(owner, schema, version));
  }

  private Attempt<Migrated> change(StoreUpgrade.Change change) {
    return withSchema((passwords, before) -> {
      if (before.kind() == Kind.NEWER) {
        return refused(new NewerVersion(location.folder(), before.found(), before.known()));
      }
      try {
        Path backup = new StoreUpgrade(location, migration, change).run(passwords, before);
        return new Attempt.Done<>(new Migrated(before, schemaIn(passwords), backup));
      } catch (SQLException failed) {
        return refused(
            new UpgradeFailed(
                location.folder(), before.found(), before.known(), StoreRefusal.reasonOf(failed)));
      }
    });
  }

  /** Makes a backup, and verifies it. */
  public Attempt<Path> backup() {
    return withSchema((passwords, schema) -> new Attempt.Done<>(backups.write(passwords, schema)));
  }

  /**
   * Puts a backup in the place of the store.
   *
   * @return the folder the present state was set aside to
   */
  public Attempt<Path> restore(Path archive) {
    return locked(() -> {
      try {
        new StoreRestore(location).finish();
        backups.unpack(archive);
        List<Path> unpacked = location.inFolder(location.unpacking());
        Optional<StorePasswords> passwords = StorePasswords.read(unpacked.get(1));
        if (passwords.isEmpty()) {
          throw new IOException("its passwords cannot be read");
        }
        SchemaMigration.Status status = backups.schemaOf(unpacked.getFirst(), passwords.get());
        if (status.kind() == Kind.NEWER) {
          StoreArchive.deleteFolder(location.unpacking());
          return refused(new NewerVersion(archive, status.found(), status.known()));
        }
        return new Attempt.Done<>(new StoreRestore(location).run());
      } catch (IOException | SQLException unusable) {
        if (!Files.exists(location.restoring())) {
          StoreArchive.deleteFolder(location.unpacking());
        }
        return refused(new Damaged(archive, StoreRefusal.reasonOf(unusable)));
      }
    });
  }

  private <T> Attempt<T> withSchema(Work<T> work) {
    return locked(() -> {
      new StoreRestore(location).finish();
      Path database = location.database();
      if (!Files.exists(database)) {
        return refused(new Damaged(database, "the file is missing"));
      }
      Optional<StorePasswords> passwords =
          Files.exists(location.passwords())
              ? StorePasswords.read(location.passwords())
              : Optional.empty();
      if (passwords.isEmpty()) {
        return refused(new Damaged(location.passwords(), "the file does not hold two passwords"));
      }
      SchemaMigration.Status schema;
      try {
        schema = schemaIn(passwords.get());
      } catch (SQLException unreadable) {
        return refused(new Damaged(database, StoreRefusal.reasonOf(unreadable)));
      }
      if (schema.kind() == Kind.EMPTY) {
        return refused(new Damaged(database, "the tables are gone"));
      }
      return work.run(passwords.get(), schema);
    });
  }

  private interface Locked<T> {
    Attempt<T> run() throws IOException, SQLException;
  }

  private <T> Attempt<T> locked(Locked<T> work) {
    Path folder = location.folder();
    if (!Files.isDirectory(folder)) {
      return refused(new Damaged(folder, "there is no store"));
    }
    try {
      Optional<WriterLock> acquired = WriterLock.tryAcquire(location.lock());
      if (acquired.isEmpty()) {
        return refused(new InUse(folder));
      }
      try (WriterLock lock = acquired.get()) {
        return work.run();
      }
    } catch (SQLException failed) {
      return refused(new Damaged(location.database(), StoreRefusal.reasonOf(failed)));
    } catch (IOException | ReadOnlyFileSystemException failed) {
      return refused(StoreRefusal.ofFile(folder, failed));
    }
  }

  private SchemaMigration.Status schemaIn(StorePasswords passwords) throws SQLException {
    return backups.schemaOf(location.database(), passwords);
  }

  private static <T> Attempt<T> refused(StoreRefusal refusal) {
    return new Attempt.Refused<>(refusal);
  }
}
