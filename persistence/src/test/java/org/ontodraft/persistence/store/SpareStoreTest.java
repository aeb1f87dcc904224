package org.ontodraft.persistence.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ontodraft.persistence.WorkspaceStore;
import org.ontodraft.persistence.testing.RealMigration;

/** An empty store that is there before it is needed. */
class SpareStoreTest {
  @TempDir private Path folder;

  private SpareStore spare() {
    return new SpareStore(folder, new RealMigration());
  }

  private void opens(StoreLocation location) {
    H2Opening opening = H2Store.open(location, new RealMigration());
    assertThat(opening).isInstanceOf(H2Opening.Opened.class);
    ((H2Opening.Opened) opening).store().close();
  }

  private static void nothing(DataSource database) {}

  @Test
  void a_location_without_a_store_gets_the_spare_and_it_opens() {
    SpareStore spare = spare();
    StoreLocation location = new StoreLocation(folder, "garden");
    spare.prepare(SpareStoreTest::nothing);

    assertThat(spare.become(location)).isPresent();

    opens(location);
    assertThat(spare.become(new StoreLocation(folder, "other"))).isEmpty();
  }

  @Test
  void a_store_that_is_there_is_left_alone() throws IOException {
    SpareStore spare = spare();
    StoreLocation location = new StoreLocation(folder, "garden");
    opens(location);
    byte[] passwords = Files.readAllBytes(location.passwords());
    spare.prepare(SpareStoreTest::nothing);

    assertThat(spare.become(location)).isEmpty();

    assertThat(Files.readAllBytes(location.passwords())).isEqualTo(passwords);
    opens(location);
  }

  @Test
  void a_spare_cut_off_while_it_moved_is_made_again() throws IOException {
    SpareStore spare = spare();
    spare.prepare(SpareStoreTest::nothing);
    Files.delete(new StoreLocation(folder, "spare").passwords());
    StoreLocation location = new StoreLocation(folder, "garden");
    assertThat(spare.become(location)).isEmpty();

    spare.prepare(SpareStoreTest::nothing);

    assertThat(spare.become(location)).isPresent();
    opens(location);
  }

  @Test
  void a_damaged_spare_is_made_again() throws IOException {
    SpareStore spare = spare();
    spare.prepare(SpareStoreTest::nothing);
    Files.writeString(new StoreLocation(folder, "spare").database(), "not a database");

    spare.prepare(SpareStoreTest::nothing);

    StoreLocation location = new StoreLocation(folder, "garden");
    assertThat(spare.become(location)).isPresent();
    opens(location);
  }

  @Test
  void a_location_that_someone_else_opens_is_not_touched() throws IOException {
    SpareStore spare = spare();
    spare.prepare(SpareStoreTest::nothing);
    StoreLocation location = new StoreLocation(folder, "garden");
    PrivateFiles.createFolder(location.folder());

    try (WriterLock other = WriterLock.tryAcquire(location.lock()).orElseThrow()) {
      assertThat(other).isNotNull();
      assertThat(spare.become(location)).isEmpty();
    }
    assertThat(location.database()).doesNotExist();
  }

  @Test
  void the_rehearsal_of_an_opening_works_on_an_empty_store() {
    AtomicInteger rehearsals = new AtomicInteger();

    spare()
        .prepare(database -> {
          WorkspaceStore.rehearse(database, InstantSource.system());
          rehearsals.incrementAndGet();
        });

    assertThat(rehearsals).hasValue(1);
    assertThat(new StoreLocation(folder, "spare").database()).exists();
  }
}
