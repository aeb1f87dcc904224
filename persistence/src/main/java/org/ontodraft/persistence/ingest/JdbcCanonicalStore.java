package org.ontodraft.persistence.ingest;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.ontodraft.model.ontology.CanonicalStore;
import org.ontodraft.model.ontology.IngestedEntity;
import org.ontodraft.model.ontology.OntologyDelta;
import org.ontodraft.model.ontology.OntologyVersion;
import org.ontodraft.model.ontology.SourceProblem;
import org.ontodraft.model.ontology.StoreAwayException;
import org.ontodraft.model.ontology.StoreMove;
import org.ontodraft.model.ontology.StoredOntology;
import org.ontodraft.persistence.store.H2Keys;
import org.ontodraft.persistence.store.LostConnection;
import org.ontodraft.persistence.store.RowIds;
import org.ontodraft.persistence.store.StoreFaultException;
import org.ontodraft.persistence.store.Vendor;

/**
 * The canonical ontology in SQL tables. Import and sync are one transaction each, so a reader or a
 * crash sees the old version or the new one; entities that stay keep their row id. A first import
 * on H2 commits on the way, and nobody reads its rows before the version is marked. One writer at a
 * time, across processes too where the database is shared. Thread-safe.
 */
public final class JdbcCanonicalStore implements CanonicalStore {
  /** On H2, fewer rows are written before their keys would be away and there again. */
  static final int ENTITIES_WITHOUT_KEYS = 1_000;

  private final DataSource database;
  private final DataSource owner;
  private final RowIds ids;
  private final InstantSource clock;
  private final VersionRows versions;
  private final IngestStep.Listener steps;
  private final ReentrantLock writing = new ReentrantLock();

  /** Whether the index that was loaded last had to be put together. */
  private volatile boolean scattered;

  /** Over a migrated database. */
  public JdbcCanonicalStore(DataSource database, RowIds ids, InstantSource clock) {
    this(database, database, ids, clock, step -> {});
  }

  /**
   * Over a migrated database, with somebody who hears of the steps.
   *
   * @param owner connections that may change the tables, for a first import; others will do
   */
  public JdbcCanonicalStore(
      DataSource database,
      DataSource owner,
      RowIds ids,
      InstantSource clock,
      IngestStep.Listener steps) {
    this.database = database;
    this.owner = owner;
    this.steps = steps;
    this.ids = ids;
    this.clock = clock;
    this.versions = new VersionRows(ids, clock);
  }

  /**
   * Marks imports that were cut off as failed; their rows were rolled back. One whose index was
   * kept can be done again and stays.
   *
   * @return how many there were
   */
  public int clearUnfinished() {
    return inTransaction(
        "clearing unfinished imports",
        connection -> tryIngestLock(connection) ? versions.failUnfinished(connection) : 0);
  }

  @Override
  public Optional<StoredOntology> load() {
    return inTransaction(
        database,
        "loading the index",
        connection -> {
          IndexReader reader = new IndexReader(connection, versions);
          Optional<StoredOntology> stored = reader.read();
          scattered = reader.scattered();
          return stored;
        },
        Transaction.SNAPSHOT);
  }

  @Override
  public void compact(StoredOntology index) {
    if (!scattered) {
      return;
    }
    byte[] packed = PackedIndex.pack(index);
    writing.lock();
    try {
      inTransaction(
          "keeping the index in one piece",
          connection -> {
            ingestLock(connection);
            Optional<VersionRows.Row> newest = versions.newest(connection);
            if (newest.isPresent() && newest.get().isOf(index)) {
              PackedRows.replace(connection, newest.get().id(), packed);
            }
            return newest;
          });
      scattered = false;
    } finally {
      writing.unlock();
    }
  }

  @Override
  public StoreMove record(Optional<String> from, StoredOntology pending) {
    byte[] packed = PackedIndex.pack(pending);
    writing.lock();
    try {
      StoreMove move =
          inTransaction(
              "keeping an index",
              connection -> {
                ingestLock(connection);
                Optional<OntologyVersion> at =
                    versions.newest(connection).map(VersionRows.Row::version);
                if (!at.map(OntologyVersion::commit).equals(from)) {
                  return new StoreMove.StandsElsewhere(at);
                }
                UUID row = versions.insertPending(connection, pending.version());
                PackedRows.insert(connection, row, packed);
                steps.reached(IngestStep.INDEX_WRITTEN);
                return new StoreMove.Moved();
              });
      steps.reached(IngestStep.INDEX_COMMITTED);
      return move;
    } finally {
      writing.unlock();
    }
  }

  @Override
  public void importAll(
      OntologyVersion version, List<IngestedEntity> entities, List<SourceProblem> problems) {
    writing.lock();
    try {
      Optional<UUID> begun =
          inTransaction("starting an import", connection -> importRow(connection, version));
      if (begun.isEmpty()) {
        return;
      }
      UUID row = begun.get();
      steps.reached(IngestStep.IMPORT_BEGUN);
      try {
        inTransaction(
            owner,
            "importing",
            connection -> {
              ingestLock(connection);
              if (versions.isOvertaken(connection, row)) {
                return row;
              }
              write(connection, entities, problems);
              steps.reached(IngestStep.ROWS_WRITTEN);
              versions.complete(connection, row, entities.size(), problems);
              PackedRows.keepOnly(connection, row);
              steps.reached(IngestStep.IMPORT_COMPLETED);
              return row;
            },
            Transaction.READ_COMMITTED);
        steps.reached(IngestStep.IMPORT_COMMITTED);
      } catch (StoreFaultException e) {
        markFailed(row, e);
        throw e;
      }
    } finally {
      writing.unlock();
    }
  }

  @Override
  public StoreMove apply(String from, OntologyDelta delta) {
    writing.lock();
    try {
      StoreMove move =
          inTransaction(
              "moving to " + delta.version().shortCommit(),
              connection -> apply(connection, from, delta));
      steps.reached(IngestStep.DELTA_COMMITTED);
      return move;
    } finally {
      writing.unlock();
    }
  }

  private StoreMove apply(Connection connection, String from, OntologyDelta delta)
      throws SQLException {
    ingestLock(connection);
    Optional<VersionRows.Row> before =
        versions.newest(connection).filter(row -> row.isStoredAt(from));
    if (before.isEmpty()) {
      return new StoreMove.StandsElsewhere(
          versions.newest(connection).map(VersionRows.Row::version));
    }
    int grown = new DeltaImport(connection, ids, now()).run(delta);
    steps.reached(IngestStep.DELTA_WRITTEN);
    UUID row = versions.insertCompleted(connection, delta.version(), grown);
    if (PackedRows.has(connection, before.get().id())) {
      PackedRows.insert(connection, row, PackedIndex.pack(delta, before.get().id()));
    } else {
      PackedRows.keepOnly(connection, row);
    }
    steps.reached(IngestStep.DELTA_COMPLETED);
    return new StoreMove.Moved();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private void write(
      Connection connection, List<IngestedEntity> entities, List<SourceProblem> problems)
      throws SQLException {
    if (Vendor.of(connection) == Vendor.H2) {
      writeToH2(connection, entities, problems);
      return;
    }
    FullImport copying = new FullImport(connection, CopyInsert::new, ids, now());
    PostgresKeys keys = new PostgresKeys(connection, FullImport.tables());
    if (keys.areSpare()) {
      keys.drop();
      steps.reached(IngestStep.KEYS_AWAY);
      copying.run(entities, problems);
      steps.reached(IngestStep.ROWS_WITHOUT_KEYS);
      keys.make();
    } else {
      copying.run(entities, problems);
    }
  }

  private void writeToH2(
      Connection connection, List<IngestedEntity> entities, List<SourceProblem> problems)
      throws SQLException {
    H2Keys.mend(connection); // an import of before may have failed where nothing could be written
    H2Keys keys = new H2Keys(connection, FullImport.tables());
    try {
      if (entities.size() < ENTITIES_WITHOUT_KEYS || !keys.areSpare()) {
        new FullImport(connection, ArrayInsert::new, ids, now()).run(entities, problems);
        return;
      }
      keys.drop();
      steps.reached(IngestStep.KEYS_AWAY);
      new FullImport(connection, ArrayInsert::committing, ids, now()).run(entities, problems);
      steps.reached(IngestStep.ROWS_WITHOUT_KEYS);
      keys.make();
      keys.settle();
    } catch (SQLException | RuntimeException e) {
      putBack(connection, e);
      throw e;
    }
  }

  private static void putBack(Connection connection, Exception fault) {
    try {
      connection.rollback();
      H2Keys.mend(connection);
    } catch (SQLException e) {
      // The next import does it, or the next opening.
      fault.addSuppressed(e);
    }
  }

  /** The row of the version whose index was kept, else a new one; none for one that is stored. */
  private Optional<UUID> importRow(Connection connection, OntologyVersion version)
      throws SQLException {
    Optional<VersionRows.Row> newest = versions.newest(connection);
    if (newest.isPresent()
        && newest.get().pending()
        && newest.get().version().commit().equals(version.commit())) {
      return newest.map(VersionRows.Row::id);
    }
    return versions.wasCompleted(connection, version)
        ? Optional.empty()
        : Optional.of(versions.insertInProgress(connection, version));
  }

  private void markFailed(UUID row, StoreFaultException fault) {
    if (fault.gone()) {
      return; // the next opening marks it; a connection would open a file that was closed
    }
    try {
      inTransaction(
          "marking an import as failed",
          connection -> versions.fail(connection, row, String.valueOf(fault.getMessage())));
    } catch (StoreFaultException e) {
      // The next opening marks it.
      fault.addSuppressed(e);
    }
  }

  private static void ingestLock(Connection connection) throws SQLException {
    if (Vendor.of(connection) == Vendor.POSTGRESQL) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("select pg_advisory_xact_lock(hashtext('ontology.ingest'))");
      }
    }
  }

  private static boolean tryIngestLock(Connection connection) throws SQLException {
    if (Vendor.of(connection) == Vendor.H2) {
      return true;
    }
    try (Statement statement = connection.createStatement();
        var answer =
            statement.executeQuery(
                "select pg_try_advisory_xact_lock(hashtext('ontology.ingest'))")) {
      return answer.next() && answer.getBoolean(1);
    }
  }

  private enum Transaction {
    READ_COMMITTED,
    SNAPSHOT
  }

  private interface Work<T> {
    T run(Connection connection) throws SQLException;
  }

  private <T> T inTransaction(String what, Work<T> work) {
    return inTransaction(database, what, work, Transaction.READ_COMMITTED);
  }

  private static <T> T inTransaction(
      DataSource source, String what, Work<T> work, Transaction isolation) {
    try (Connection connection = source.getConnection()) {
      if (isolation == Transaction.SNAPSHOT) {
        connection.setTransactionIsolation(Vendor.of(connection).snapshotIsolation());
      }
      connection.setAutoCommit(false);
      boolean done = false;
      try {
        T result = work.run(connection);
        connection.commit();
        done = true;
        return result;
      } finally {
        if (!done) {
          connection.rollback();
        }
      }
    } catch (SQLException e) {
      if (LostConnection.isCauseOf(e)) {
        throw new StoreAwayException(what, e);
      }
      throw new StoreFaultException(what, e);
    }
  }
}
