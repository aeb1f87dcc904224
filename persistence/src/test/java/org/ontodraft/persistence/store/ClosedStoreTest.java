package org.ontodraft.persistence.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ontodraft.persistence.store.ClosedStore.Attempt;
import org.ontodraft.persistence.testing.H2TestDatabase;
import org.ontodraft.persistence.testing.RealMigration;

/** What is done to a store from outside: backup, restore, up and down, each whole or not at all. */
class ClosedStoreTest {
  private static final String JOURNAL = "a journal, whatever is in it";

  @TempDir private Path folder;

  @SuppressWarnings("NullAway.Init")
  private StoreLocation location;

  @SuppressWarnings("NullAway.Init")
  private ClosedStore closed;

  @BeforeEach
  void makeStore() throws Exception {
    location = new StoreLocation(folder, "store");
    closed = new ClosedStore(location, new RealMigration());
    H2TestDatabase.putEmptyStore(location);
    Files.writeString(location.journal(), JOURNAL);
    keep("one");
  }

  private void keep(String root) throws SQLException {
    onStore(statement ->
        statement.execute(
            "insert into ontology.repository (id, root_commit, created_at) values"
                + " (random_uuid(), '"
                + root
                + "', current_timestamp)"));
  }

  private List<String> roots() throws SQLException {
    List<String> roots = new ArrayList<>();
    onStore(statement -> {
      try (ResultSet rows =
          statement.executeQuery("select root_commit from ontology.repository order by 1")) {
        while (rows.next()) {
          roots.add(rows.getString(1));
        }
      }
    });
    return roots;
  }

  private interface Work {
    void on(Statement statement) throws SQLException;
  }

  private void onStore(Work work) throws SQLException {
    H2Opening opening = H2Store.open(location, new RealMigration());
    assertThat(opening).isInstanceOf(H2Opening.Opened.class);
    try (H2Store store = ((H2Opening.Opened) opening).store();
        Connection connection = store.worker().getConnection();
        Statement statement = connection.createStatement()) {
      work.on(statement);
    }
  }

  private static <T> T done(Attempt<T> attempt) {
    assertThat(attempt).isInstanceOf(Attempt.Done.class);
    return ((Attempt.Done<T>) attempt).value();
  }

  private static StoreRefusal refusal(Attempt<?> attempt) {
    assertThat(attempt).isInstanceOf(Attempt.Refused.class);
    return ((Attempt.Refused<?>) attempt).refusal();
  }

  /** Every file of the store's folder but its lock. */
  private Map<String, byte[]> files() throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    Files.walkFileTree(
        location.folder(),
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (!file.equals(location.lock())) {
              files.put(location.folder().relativize(file).toString(), Files.readAllBytes(file));
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return files;
  }

  @Test
  void aBackupBringsTheStoreBackAndSetsThePresentOneAside() throws Exception {
    Path backup = done(closed.backup());
    keep("two");
    Files.writeString(location.journal(), "a later journal");

    Path aside = done(closed.restore(backup));

    assertThat(roots()).containsExactly("one");
    assertThat(location.journal()).hasContent(JOURNAL);
    assertThat(aside.resolve("journal.log")).hasContent("a later journal");
    assertThat(done(closed.facts()).backups()).containsExactly(backup);

    Files.copy(aside.resolve("store.mv.db"), folder.resolve("again.mv.db"));
    Path other = done(closed.restore(backup));
    assertThat(other).isNotEqualTo(aside);
  }

  @Test
  void aStoreWhoseDatabaseIsGoneComesBackFromABackup() throws Exception {
    Path backup = done(closed.backup());
    Files.delete(location.database());
    assertThat(refusal(closed.facts())).isInstanceOf(StoreRefusal.Damaged.class);

    done(closed.restore(backup));

    assertThat(roots()).containsExactly("one");
  }

  @Test
  void aDamagedBackupIsRefusedAndNothingIsTouched() throws Exception {
    Path backup = done(closed.backup());
    byte[] whole = Files.readAllBytes(backup);
    for (int at : List.of(0, 40, whole.length / 3, whole.length / 2, whole.length - 30)) {
      byte[] bad = whole.clone();
      bad[at] ^= 0x20;
      Files.write(backup, bad);
      Map<String, byte[]> before = files();
      if (closed.restore(backup) instanceof Attempt.Refused<Path>(StoreRefusal refusal)) {
        assertThat(refusal).isInstanceOf(StoreRefusal.Damaged.class);
        Map<String, byte[]> after = files();
        assertThat(after).containsOnlyKeys(before.keySet());
        before.forEach((name, bytes) -> assertThat(after.get(name)).as(name).isEqualTo(bytes));
      } else {
        // A byte of the archive that says nothing about its files.
        assertThat(roots()).as("at %d", at).containsExactly("one");
      }
    }
    Files.write(backup, Arrays.copyOf(whole, whole.length / 2));
    assertThat(refusal(closed.restore(backup))).isInstanceOf(StoreRefusal.Damaged.class);
    Path other = Files.writeString(folder.resolve("other.zip"), "no archive");
    assertThat(refusal(closed.restore(other))).isInstanceOf(StoreRefusal.Damaged.class);
    assertThat(roots()).containsExactly("one");
  }

  /** The states between the steps of a restore, as a kill would leave them. */
  @Test
  void aRestoreThatIsCutOffIsFinishedAtTheNextOpening() throws Exception {
    Path backup = done(closed.backup());
    keep("two");
    List<String> names = List.of("store.mv.db", "passwords", "journal.log");
    for (int moves = 0; moves <= 2 * names.size(); moves++) {
      new StoreBackup(location, new RealMigration()).unpack(backup);
      Files.writeString(location.unpacking().resolve("aside"), "cut-" + moves);
      Files.move(location.unpacking(), location.restoring());
      Path aside = location.setAside().resolve("cut-" + moves);
      Files.createDirectories(aside);
      for (int move = 0; move < moves; move++) {
        String name = names.get(move % names.size());
        if (move < names.size()) {
          Files.move(location.folder().resolve(name), aside.resolve(name));
        } else {
          if (move == names.size()) {
            Files.createFile(location.restoring().resolve("cleared"));
          }
          Files.move(location.restoring().resolve(name), location.folder().resolve(name));
        }
      }

      assertThat(roots()).as("after %d moves", moves).containsExactly("one");

      assertThat(location.restoring()).doesNotExist();
      for (String name : names) {
        assertThat(aside.resolve(name)).as("after %d moves", moves).exists();
      }
      keep("more");
      Files.writeString(location.journal(), JOURNAL);
    }
  }

  @Test
  void versionsGoDownAndUpWithABackupEachTime() throws Exception {
    ClosedStore.Migrated down = done(closed.undo("ontology", 4));
    assertThat(down.after().found()).isEqualTo("ontology 4, local 1");
    assertThat(down.backup()).exists();

    ClosedStore.Migrated up = done(closed.migrate());

    assertThat(up.before()).isEqualTo(down.after());
    assertThat(up.after().kind()).isEqualTo(SchemaMigration.Kind.CURRENT);
    assertThat(roots()).containsExactly("one");
    done(closed.restore(up.backup()));
    assertThat(done(closed.facts()).schema()).isEqualTo(down.after());
    assertThat(roots()).as("opening migrates").containsExactly("one");
  }

  @Test
  void aScriptThatFailsHalfWayLeavesTheStoreAsItWas() throws Exception {
    Map<String, byte[]> before = files();
    ClosedStore broken =
        new ClosedStore(
            location,
            new RealMigration() {
              @Override
              public void undo(DataSource owner, String schema, int version) throws SQLException {
                try (Connection connection = owner.getConnection();
                    Statement statement = connection.createStatement()) {
                  statement.execute("drop table ontology.submission");
                }
                throw new SQLException("half way");
              }
            });

    assertThat(refusal(broken.undo("ontology", 1)))
        .isInstanceOfSatisfying(
            StoreRefusal.UpgradeFailed.class,
            failed -> assertThat(failed.reason()).contains("half way"));

    Map<String, byte[]> after = files();
    assertThat(after.get("journal.log")).isEqualTo(before.get("journal.log"));
    assertThat(roots()).containsExactly("one");
    assertThat(done(closed.facts()).schema().kind()).isEqualTo(SchemaMigration.Kind.CURRENT);
  }

  @Test
  void aStoreInUseIsLeftAlone() throws Exception {
    Path backup = done(closed.backup());
    onStore(statement -> {
      for (Attempt<?> attempt :
          List.of(
              closed.facts(),
              closed.migrate(),
              closed.undo("ontology", 4),
              closed.backup(),
              closed.restore(backup))) {
        assertThat(refusal(attempt)).isEqualTo(new StoreRefusal.InUse(location.folder()));
      }
    });
  }

  @Test
  void whereThereIsNoStoreNoneIsMade() {
    StoreLocation nowhere = new StoreLocation(folder, "nowhere");
    ClosedStore none = new ClosedStore(nowhere, new RealMigration());
    assertThat(refusal(none.facts())).isInstanceOf(StoreRefusal.Damaged.class);
    assertThat(refusal(none.backup())).isInstanceOf(StoreRefusal.Damaged.class);
    assertThat(nowhere.folder()).doesNotExist();
  }

  @Test
  void backupsAreAsPrivateAsTheStore() throws Exception {
    Path backup = done(closed.backup());
    Assumptions.assumeTrue(
        Files.getFileStore(backup).supportsFileAttributeView("posix"), "no file modes here");
    assertThat(Files.getPosixFilePermissions(backup))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }
}
