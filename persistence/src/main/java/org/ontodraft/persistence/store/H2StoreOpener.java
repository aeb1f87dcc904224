package org.ontodraft.persistence.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcDataSource;
import org.ontodraft.persistence.store.SchemaMigration.Kind;
import org.ontodraft.persistence.store.StoreRefusal.Damaged;
import org.ontodraft.persistence.store.StoreRefusal.InUse;
import org.ontodraft.persistence.store.StoreRefusal.NewerVersion;
import org.ontodraft.persistence.store.StoreRefusal.Unwritable;
import org.ontodraft.persistence.store.StoreRefusal.UpgradeFailed;

/**
 * The steps of opening a store. A file gets its name only when it is whole: a new store is made
 * under another name, an older one is migrated as a copy, and both are then moved into place.
 */
final class H2StoreOpener {
  /** Less free space than this and not even a small store can be made. */
  private static final long LEAST_FREE_BYTES = 8L * 1024 * 1024;

  static final String OWNER = "owner";
  private static final String WORKER = "worker";
  private static final List<String> SCHEMAS = List.of("ontology", "local");

  private final StoreLocation location;
  private final SchemaMigration migration;

  H2StoreOpener(StoreLocation location, SchemaMigration migration) {
    this.location = location;
    this.migration = migration;
  }

  H2Opening open() {
    Path folder = location.folder();
    WriterLock lock;
    try {
      PrivateFiles.createFolder(folder);
      if (Files.getFileStore(folder).getUsableSpace() < LEAST_FREE_BYTES) {
        return refused(new Unwritable(folder, Unwritable.Cause.FULL, "less than 8 MiB are free"));
      }
      Optional<WriterLock> acquired = WriterLock.tryAcquire(location.lock());
      if (acquired.isEmpty()) {
        return refused(new InUse(folder));
      }
      lock = acquired.get();
    } catch (IOException | ReadOnlyFileSystemException e) {
      return refused(StoreRefusal.ofFile(folder, e));
    }
    H2Opening opening = openLocked(lock);
    if (opening instanceof H2Opening.Refused) {
      try {
        lock.close();
      } catch (IOException e) {
        return refused(StoreRefusal.ofFile(folder, e));
      }
    }
    return opening;
  }

  private H2Opening openLocked(WriterLock lock) {
    try {
      Files.deleteIfExists(location.creating());
      Files.deleteIfExists(location.migrating());
      new StoreRestore(location).finish();
      if (!Files.exists(location.database())) {
        StorePasswords passwords = StorePasswords.random();
        passwords.write(location.passwords());
        create(passwords);
      }
      if (Files.size(location.database()) == 0) {
        return refused(new Damaged(location.database(), "the file is empty"));
      }
      if (!Files.exists(location.passwords())) {
        return refused(new Damaged(location.passwords(), "the file is missing"));
      }
      Optional<StorePasswords> passwords = StorePasswords.read(location.passwords());
      if (passwords.isEmpty()) {
        return refused(new Damaged(location.passwords(), "the file does not hold two passwords"));
      }
      return openExisting(lock, passwords.get());
    } catch (IOException | ReadOnlyFileSystemException e) {
      return refused(StoreRefusal.ofFile(location.folder(), e));
    } catch (SQLException e) {
      return refused(refusalOf(e));
    }
  }

  private void create(StorePasswords passwords) throws SQLException, IOException {
    Path file = location.creating();
    PrivateFiles.createFile(file);
    JdbcDataSource owner = dataSource(H2Urls.creating(file), OWNER, passwords.owner());
    try (Connection held = owner.getConnection()) {
      migration.migrate(owner);
      try (Statement statement = held.createStatement()) {
        statement.execute("create user " + WORKER + " password '" + passwords.worker() + "'");
      }
      grant(held);
      H2Store.shutdown(held);
    }
    PrivateFiles.moveInto(file, location.database());
  }

  private H2Opening openExisting(WriterLock lock, StorePasswords passwords)
      throws SQLException, IOException {
    JdbcDataSource owner = dataSource(H2Urls.owner(location.database()), OWNER, passwords.owner());
    Connection held = owner.getConnection();
    boolean opened = false;
    try {
      SchemaMigration.Status status = migration.inspect(owner);
      if (status.kind() == Kind.NEWER) {
        return refused(new NewerVersion(location.folder(), status.found(), status.known()));
      }
      // A file has its name only since its tables are there, and the worker after them.
      if (status.kind() == Kind.EMPTY) {
        return refused(new Damaged(location.database(), "the tables are gone"));
      }
      if (!hasWorker(held)) {
        return refused(new Damaged(location.database(), "what was written last is gone"));
      }
      if (status.kind() == Kind.PENDING) {
        H2Store.shutdown(held);
        try {
          new StoreUpgrade(location, migration, this::bringUp).run(passwords, status);
        } catch (SQLException e) {
          return refused(
              new UpgradeFailed(
                  location.folder(), status.found(), status.known(), StoreRefusal.reasonOf(e)));
        }
        held = owner.getConnection();
      }
      H2Keys.mend(held);
      opened = true;
    } finally {
      if (!opened && !held.isClosed()) {
        H2Store.shutdown(held);
      }
    }
    JdbcDataSource worker =
        dataSource(H2Urls.worker(location.database()), WORKER, passwords.worker());
    JdbcDataSource alone =
        dataSource(H2Urls.tidying(location.database()), OWNER, passwords.owner());
    Tidying tidying = new Tidying(location.database(), alone);
    return new H2Opening.Opened(new H2Store(location, lock, held, owner, worker, tidying));
  }

  private static boolean hasWorker(Connection owner) throws SQLException {
    try (PreparedStatement users =
        owner.prepareStatement("select 1 from information_schema.users where user_name = ?")) {
      users.setString(1, WORKER);
      try (ResultSet found = users.executeQuery()) {
        return found.next();
      }
    }
  }

  private void bringUp(JdbcDataSource copy) throws SQLException {
    migration.migrate(copy);
    if (migration.inspect(copy).kind() != Kind.CURRENT) {
      throw new SQLException("the migrated copy does not have the schema it should have");
    }
  }

  /** What the worker may do: read and change rows of our schemas, nothing else. */
  static void grant(Connection owner) throws SQLException {
    try (Statement statement = owner.createStatement()) {
      for (String schema : SCHEMAS) {
        statement.execute(
            "grant select, insert, update, delete on schema " + schema + " to " + WORKER);
      }
    }
  }

  static JdbcDataSource dataSource(String url, String user, String password) {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL(url);
    source.setUser(user);
    source.setPassword(password);
    return source;
  }

  private StoreRefusal refusalOf(SQLException fault) {
    return switch (fault.getErrorCode()) {
      case ErrorCode.DATABASE_ALREADY_OPEN_1 -> new InUse(location.folder());
      case ErrorCode.FILE_CREATION_FAILED_1 -> StoreRefusal.ofFile(location.folder(), fault);
      default -> {
        Unwritable unwritable = StoreRefusal.ofFile(location.folder(), fault);
        yield unwritable.cause() == Unwritable.Cause.OTHER
            ? new Damaged(location.database(), unwritable.reason())
            : unwritable;
      }
    };
  }

  private static H2Opening refused(StoreRefusal refusal) {
    return new H2Opening.Refused(refusal);
  }
}
