package org.ontodraft.persistence.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An empty store made ahead of time, for the next repository that is opened for the first time:
 * making the tables takes longer than reading most ontologies. It has a folder of its own among the
 * stores. Thread-safe and blocking; {@link #become} waits for a {@link #prepare} that is under way,
 * which is no longer than making the store then.
 */
public final class SpareStore {
  private static final Logger LOG = LoggerFactory.getLogger(SpareStore.class);

  /** No workspace is called so: their names end in a hash. */
  private static final String NAME = "spare";

  private final StoreLocation spare;
  private final SchemaMigration migration;
  private KnownSchema schema;

  /** The spare of a data directory. */
  public SpareStore(Path dataDirectory, SchemaMigration migration) {
    this.spare = new StoreLocation(dataDirectory, NAME);
    this.migration = migration;
    this.schema = new KnownSchema(migration);
  }

  /**
   * Makes the spare when there is none, and brings an older one up to date. One that cannot be used
   * is made again; where that fails too, there is none and stores are made when they are needed.
   *
   * @param rehearsal reads from the spare while it is open: what a process does for the first time
   *     takes many times as long
   */
  public synchronized void prepare(Consumer<DataSource> rehearsal) {
    if (opens(rehearsal)) {
      return;
    }
    try {
      Files.deleteIfExists(spare.database());
      Files.deleteIfExists(spare.passwords());
      if (!opens(rehearsal)) {
        LOG.warn("no spare store could be made");
      }
    } catch (IOException failed) {
      LOG.warn("the spare store cannot be replaced", failed);
    }
  }

  private boolean opens(Consumer<DataSource> rehearsal) {
    schema = new KnownSchema(migration);
    if (!(H2Store.open(spare, schema) instanceof H2Opening.Opened opened)) {
      return false;
    }
    try (H2Store store = opened.store()) {
      rehearsal.accept(store.worker());
    }
    return true;
  }

  /**
   * Makes the spare the store of this location, when there is one and the location has no store.
   * Cut off in the middle it leaves a location without a store and a spare that is made again.
   *
   * @return what to open the location's store with, if the spare was used up; it knows how far the
   *     spare's schema is and need not look again
   */
  public synchronized Optional<SchemaMigration> become(StoreLocation location) {
    try {
      PrivateFiles.createFolder(location.folder());
      Optional<WriterLock> lock = WriterLock.tryAcquire(location.lock());
      if (lock.isEmpty()) {
        return Optional.empty();
      }
      try (WriterLock held = lock.get()) {
        if (!isReady() || Files.exists(location.database())) {
          return Optional.empty();
        }
        move(location);
        return Optional.of(schema);
      }
    } catch (IOException failed) {
      // Opening the location meets the same disk and says so.
      LOG.warn("the spare store was not used", failed);
      return Optional.empty();
    }
  }

  private boolean isReady() {
    return Files.exists(spare.database()) && Files.exists(spare.passwords());
  }

  private void move(StoreLocation location) throws IOException {
    Files.move(
        spare.passwords(),
        location.passwords(),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
    PrivateFiles.moveInto(spare.database(), location.database());
  }
}
