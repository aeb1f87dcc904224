package org.ontodraft.persistence.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ontodraft.migrations.SchemaMigrator;
import org.ontodraft.migrations.SqlSchema;
import org.ontodraft.persistence.store.StoreRefusal.Damaged;
import org.ontodraft.persistence.store.StoreRefusal.InUse;
import org.ontodraft.persistence.store.StoreRefusal.NewerVersion;
import org.ontodraft.persistence.store.StoreRefusal.UpgradeFailed;
import org.ontodraft.persistence.testing.H2TestDatabase;
import org.ontodraft.persistence.testing.RealMigration;

/** Opening the embedded database: what is made, who may do what, and what is refused by name. */
class H2StoreTest {
  @TempDir private Path folder;

  @SuppressWarnings("NullAway.Init")
  private StoreLocation location;

  @BeforeEach
  void nameTheStore() {
    location = new StoreLocation(folder, "store");
  }

  private H2Store open() {
    H2Opening opening = H2Store.open(location, new RealMigration());
    assertThat(opening).isInstanceOf(H2Opening.Opened.class);
    return ((H2Opening.Opened) opening).store();
  }

  private StoreRefusal refusal(SchemaMigration migration) {
    H2Opening opening = H2Store.open(location, migration);
    assertThat(opening).isInstanceOf(H2Opening.Refused.class);
    return ((H2Opening.Refused) opening).refusal();
  }

  private static String ask(DataSource database, String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }

  private static void run(DataSource database, String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static void addVersion(DataSource database, int number) throws SQLException {
    run(
        database,
        "insert into ontology.ontology_version (id, number, commit_sha, branch, committed_at,"
            + " summary, status, started_at) values (random_uuid(), "
            + number
            + ", 'c', 'main', current_timestamp, '', 'completed', current_timestamp)");
  }

  /** Works on the closed store as the owner. */
  private void asOwner(OwnerWork work) throws Exception {
    StorePasswords passwords = StorePasswords.read(location.passwords()).orElseThrow();
    DataSource owner =
        H2StoreOpener.dataSource(
            H2Urls.owner(location.database()), H2StoreOpener.OWNER, passwords.owner());
    Connection held = owner.getConnection();
    work.run(owner);
    H2Store.shutdown(held);
  }

  private interface OwnerWork {
    void run(DataSource owner) throws Exception;
  }

  @Test
  void aNewStoreIsPrivateAndItsSettingsAreInForce() throws Exception {
    try (H2Store store = open()) {
      assertThat(ask(store.worker(), setting("WRITE_DELAY"))).isEqualTo("0");
      assertThat(ask(store.worker(), setting("MODE"))).isEqualTo("PostgreSQL");
      assertThat(ask(store.worker(), "select current_user")).isEqualToIgnoringCase("worker");
    }
    Assumptions.assumeTrue(
        Files.getFileStore(folder).supportsFileAttributeView("posix"), "no file modes here");
    assertThat(Files.getPosixFilePermissions(location.folder()))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    try (Stream<Path> files = Files.list(location.folder())) {
      assertThat(files.toList())
          .isNotEmpty()
          .allSatisfy(file ->
              assertThat(Files.getPosixFilePermissions(file))
                  .as(file.toString())
                  .isEqualTo(PosixFilePermissions.fromString("rw-------")));
    }
  }

  private static String setting(String name) {
    return "select setting_value from information_schema.settings where setting_name = '"
        + name
        + "'";
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "create alias x as 'int f() { return 1; }'",
        "select file_read('/etc/hostname')",
        "call csvwrite('x.csv', 'select 1')",
        "script to 'x.sql'",
        "runscript from 'x.sql'",
        "create linked table l('', 'jdbc:h2:mem:', '', '', 't')",
        "create table ontology.x (i int)",
        "create table public.x (i int)",
        "drop table ontology.draft",
        "create user other password 'x' admin",
        "set write_delay 500",
        "shutdown"
      })
  void theWorkerMayOnlyReadAndChangeRows(String sql) throws Exception {
    H2TestDatabase.putEmptyStore(new StoreLocation(folder, "store"));
    try (H2Store store = open()) {
      assertThatThrownBy(() -> run(store.worker(), sql)).isInstanceOf(SQLException.class);
      addVersion(store.worker(), 1);
    }
  }

  @Test
  void rowsAreThereAfterOpeningAgain() throws Exception {
    try (H2Store store = open()) {
      addVersion(store.worker(), 1);
      store.committed();
      store.checkpoint();
    }
    try (H2Store store = open()) {
      assertThat(ask(store.worker(), "select count(*) from ontology.ontology_version"))
          .isEqualTo("1");
    }
  }

  @Test
  void aStoreThatIsOpenIsRefused() {
    try (H2Store store = open()) {
      assertThat(store.location()).isEqualTo(location);
      assertThat(refusal(new RealMigration())).isEqualTo(new InUse(location.folder()));
    }
    open().close();
  }

  @Test
  void aNewerSchemaIsRefusedWithBothVersionsAndNotTouched() throws Exception {
    open().close();
    asOwner(owner ->
        run(
            owner,
            "insert into ontology.\"flyway_schema_history\" (\"installed_rank\", \"version\","
                + " \"description\", \"type\", \"script\", \"checksum\", \"installed_by\","
                + " \"execution_time\", \"success\") values (900, '77', 'later', 'SQL',"
                + " 'V77__later.sql', 1, 'x', 1, true)"));

    for (int i = 0; i < 2; i++) {
      assertThat(refusal(new RealMigration()))
          .isInstanceOfSatisfying(
              NewerVersion.class,
              newer -> {
                assertThat(newer.found()).contains("ontology 77");
                assertThat(newer.known()).contains("ontology ").doesNotContain("77");
              });
    }
  }

  @Test
  void anOlderStoreIsUpgradedAsACopyAndTheOldFileKept() throws Exception {
    open().close();
    asOwner(owner -> {
      new SchemaMigrator().undo(owner, SqlSchema.ONTOLOGY, 2);
      addVersion(owner, 1);
    });

    try (H2Store store = open()) {
      assertThat(ask(store.worker(), "select count(*) from ontology.ontology_version"))
          .isEqualTo("1");
      assertThat(ask(store.worker(), "select count(*) from ontology.draft")).isEqualTo("0");
      run(store.worker(), "delete from ontology.draft");
    }
    try (Stream<Path> backups = Files.list(location.backups())) {
      assertThat(backups.toList())
          .singleElement()
          .satisfies(
              backup -> assertThat(backup.getFileName().toString()).startsWith("ontology-2-"));
    }
    assertThat(location.migrating()).doesNotExist();
  }

  @Test
  void anUpgradeThatFailsLeavesTheStoreAsItWas() throws Exception {
    open().close();
    asOwner(owner -> {
      new SchemaMigrator().undo(owner, SqlSchema.ONTOLOGY, 2);
      addVersion(owner, 1);
    });
    byte[] before = Files.readAllBytes(location.database());
    SchemaMigration failing =
        new RealMigration() {
          @Override
          public void migrate(DataSource owner) throws SQLException {
            run(owner, "drop table ontology.ontology_version cascade");
            throw new SQLException("half way");
          }
        };
    SchemaMigration losing =
        new RealMigration() {
          @Override
          public void migrate(DataSource owner) throws SQLException {
            super.migrate(owner);
            run(owner, "delete from ontology.ontology_version");
          }
        };

    assertThat(refusal(failing))
        .isInstanceOfSatisfying(
            UpgradeFailed.class, failed -> assertThat(failed.reason()).contains("half way"));
    assertThat(refusal(losing))
        .isInstanceOfSatisfying(
            UpgradeFailed.class, failed -> assertThat(failed.reason()).contains("other rows"));

    assertThat(Files.size(location.database())).isGreaterThanOrEqualTo(before.length / 2);
    try (H2Store store = open()) {
      assertThat(ask(store.worker(), "select count(*) from ontology.ontology_version"))
          .isEqualTo("1");
    }
  }

  @Test
  void whatAKilledOpeningLeftIsSweptAway() throws Exception {
    Files.createDirectories(location.folder());
    Files.writeString(location.creating(), "half a database");
    Files.writeString(location.migrating(), "half a copy");

    open().close();

    assertThat(location.creating()).doesNotExist();
    assertThat(location.migrating()).doesNotExist();
  }

  @Test
  void damagedFilesAreRefusedByNameOrOpenWithAllTheirRows() throws Exception {
    H2TestDatabase.putEmptyStore(location);
    try (H2Store store = open()) {
      addVersion(store.worker(), 1);
    }
    byte[] whole = Files.readAllBytes(location.database());
    Map<String, byte[]> bad = new TreeMap<>();
    bad.put("empty", new byte[0]);
    bad.put("garbage", "no database at all".repeat(1000).getBytes(StandardCharsets.US_ASCII));
    bad.put("only the header", Arrays.copyOf(whole, 8192));
    bad.put("the first half", Arrays.copyOf(whole, whole.length / 2));
    bad.forEach((name, bytes) -> {
      try {
        Files.write(location.database(), bytes);
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
      H2Opening opening = H2Store.open(location, new RealMigration());
      assertThat(opening)
          .as(name)
          .isInstanceOfSatisfying(
              H2Opening.Refused.class,
              refused ->
                  assertThat(refused.refusal())
                      .isInstanceOfSatisfying(
                          Damaged.class,
                          damaged -> assertThat(damaged.file()).isEqualTo(location.database())));
    });
    Files.write(location.database(), whole);
    Files.writeString(location.passwords(), "two\nshort");
    assertThat(refusal(new RealMigration()))
        .isInstanceOfSatisfying(
            Damaged.class, damaged -> assertThat(damaged.file()).isEqualTo(location.passwords()));
    StorePasswords.random().write(location.passwords());
    assertThat(refusal(new RealMigration())).isInstanceOf(Damaged.class);
    Files.delete(location.passwords());
    assertThat(refusal(new RealMigration()))
        .isInstanceOfSatisfying(
            Damaged.class, damaged -> assertThat(damaged.file()).isEqualTo(location.passwords()));
  }

  @Test
  void aFolderThatIsAFileIsRefused() throws Exception {
    Files.createDirectories(location.folder().getParent());
    Files.writeString(location.folder(), "");

    assertThat(refusal(new RealMigration())).isInstanceOf(StoreRefusal.Unwritable.class);
  }

  @Test
  void interruptedThreadsDoNotCloseTheDatabase() throws Exception {
    H2TestDatabase.putEmptyStore(location);
    try (H2Store store = open()) {
      AtomicInteger acknowledged = new AtomicInteger();
      AtomicInteger number = new AtomicInteger();
      for (int round = 0; round < 20; round++) {
        CountDownLatch working = new CountDownLatch(1);
        Thread writer =
            Thread.ofPlatform()
                .start(() -> {
                  while (!Thread.currentThread().isInterrupted()) {
                    try {
                      addVersion(store.worker(), number.incrementAndGet());
                      acknowledged.incrementAndGet();
                    } catch (SQLException interrupted) {
                      return;
                    } finally {
                      working.countDown();
                    }
                  }
                });
        working.await();
        writer.interrupt();
        writer.join();
      }
      int rows =
          Integer.parseInt(ask(store.worker(), "select count(*) from ontology.ontology_version"));
      assertThat(acknowledged.get()).isGreaterThanOrEqualTo(20);
      assertThat(rows).isBetween(acknowledged.get(), number.get());
      store.checkpoint();
    }
  }
}
