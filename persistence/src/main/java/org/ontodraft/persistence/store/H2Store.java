package org.ontodraft.persistence.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The embedded database of one workspace, open. The owner's connection is held until {@link
 * #close}; all ordinary work goes through {@link #worker}, a user with rights on our schemas only.
 * Thread-safe.
 */
public final class H2Store implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(H2Store.class);

  /** At most five seconds from an edit to the disk, with time left for the checkpoint itself. */
  private static final Duration CHECKPOINT_DELAY = Duration.ofSeconds(4);

  private final StoreLocation location;
  private final WriterLock lock;
  private final Connection held;
  private final JdbcDataSource owner;
  private final JdbcDataSource worker;
  private final Tidying tidying;
  private final Checkpointer checkpointer;
  private boolean closed;

  H2Store(
      StoreLocation location,
      WriterLock lock,
      Connection held,
      JdbcDataSource owner,
      JdbcDataSource worker,
      Tidying tidying) {
    this.location = location;
    this.lock = lock;
    this.held = held;
    this.owner = owner;
    this.worker = worker;
    this.tidying = tidying;
    this.checkpointer = new Checkpointer(this::checkpoint, CHECKPOINT_DELAY);
  }

  /**
   * Opens the store in this folder: makes it when there is none, and migrates a copy when its
   * schema is older. Blocking; a new or older store takes seconds.
   */
  public static H2Opening open(StoreLocation location, SchemaMigration migration) {
    return new H2StoreOpener(location, migration).open();
  }

  /** Connections without administrator's rights, for all ordinary work. */
  public DataSource worker() {
    return worker;
  }

  /** Connections with the owner's rights, for the first import alone. */
  public DataSource owner() {
    return owner;
  }

  /** Where the store is. */
  public StoreLocation location() {
    return location;
  }

  /** Says that an edit was committed: it is forced to disk within five seconds. */
  public void committed() {
    checkpointer.committed();
  }

  /** Forces all that is committed to disk now. */
  public void checkpoint() throws SQLException {
    synchronized (held) {
      try (Statement statement = held.createStatement()) {
        statement.execute("checkpoint sync");
      }
    }
  }

  /** Packs the database as of one moment, while work goes on. */
  void backUpTo(Path file) throws SQLException {
    synchronized (held) {
      try (PreparedStatement statement = held.prepareStatement("backup to ?")) {
        statement.setString(1, file.toString());
        statement.execute();
      }
    }
  }

  /** Forces everything to disk and closes the file. Connections still open are closed with it. */
  @Override
  public void close() {
    synchronized (held) {
      if (closed) {
        return;
      }
      closed = true;
    }
    checkpointer.close();
    try {
      checkpoint();
    } catch (SQLException e) {
      LOG.error("the last checkpoint failed, error code {}", e.getErrorCode());
    }
    try (lock) {
      shutdown(held);
      tidying.run();
    } catch (SQLException e) {
      LOG.error("closing the database failed, error code {}", e.getErrorCode());
    } catch (IOException e) {
      LOG.error("releasing the store failed", e);
    }
  }

  /** The plain form: the others rewrite the live file. */
  static void shutdown(Connection owner) throws SQLException {
    try (owner;
        Statement statement = owner.createStatement()) {
      statement.execute("shutdown");
    }
  }
}
