package org.ontodraft.persistence.repository;

import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceException;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.cfg.Configuration;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.ontology.StoreAwayException;
import org.ontodraft.persistence.row.DraftChangeRow;
import org.ontodraft.persistence.row.DraftEditRow;
import org.ontodraft.persistence.row.DraftIntentRow;
import org.ontodraft.persistence.row.DraftRow;
import org.ontodraft.persistence.row.JournalPositionRow;
import org.ontodraft.persistence.row.RebaseConflictRow;
import org.ontodraft.persistence.row.SubmissionRow;
import org.ontodraft.persistence.store.LostConnection;
import org.ontodraft.persistence.store.StoreFaultException;

/**
 * Hibernate's session factory of a store, built once: at first use, or before it in the background
 * by {@link #start}, since building takes seconds in a cold process. Thread-safe.
 */
public final class OrmSessions implements AutoCloseable {
  private final FutureTask<SessionFactory> factory;
  private final AtomicBoolean started = new AtomicBoolean();

  /** Whether the tables are compared with the rows when the factory is built. */
  public enum Schema {
    TRUSTED,
    VALIDATED
  }

  /** Over a migrated database. Builds nothing yet. */
  public OrmSessions(DataSource database, Schema schema) {
    this.factory = new FutureTask<>(() -> build(database, schema));
  }

  /** Builds the factory on this executor. */
  public void start(Executor executor) {
    started.set(true);
    executor.execute(factory);
  }

  /** What the work returns, done in one transaction. */
  public <T> T inTransaction(String what, Function<Session, T> work) {
    try {
      return factory().fromTransaction(work);
    } catch (PersistenceException e) {
      throw fault(what, e);
    }
  }

  /** Does the work in one transaction. */
  public void transact(String what, Consumer<Session> work) {
    try {
      factory().inTransaction(work);
    } catch (PersistenceException e) {
      throw fault(what, e);
    }
  }

  private static RuntimeException fault(String what, PersistenceException fault) {
    return LostConnection.isCauseOf(fault)
        ? new StoreAwayException(what, fault)
        : new StoreFaultException(what, fault);
  }

  /**
   * The row with this id, locked against other writers. Unlike {@code Session.find}, which answers
   * null to some failures of the database too, null means that there is no such row.
   */
  static <T> @Nullable T lock(Session session, Class<T> rows, UUID id) {
    return byId(session, rows, id)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getSingleResultOrNull();
  }

  /** The row with this id, or null when there is none. */
  static <T> @Nullable T find(Session session, Class<T> rows, UUID id) {
    return byId(session, rows, id).getSingleResultOrNull();
  }

  private static <T> SelectionQuery<T> byId(Session session, Class<T> rows, UUID id) {
    return session
        .createSelectionQuery("from " + rows.getSimpleName() + " where id = :id", rows)
        .setParameter("id", id);
  }

  private SessionFactory factory() {
    started.set(true);
    factory.run();
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return factory.get();
        } catch (InterruptedException e) {
          // Someone else builds it; giving up here would leave the caller's work undone.
          interrupted = true;
        }
      }
    } catch (ExecutionException e) {
      throw new StoreFaultException("starting Hibernate", e);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static SessionFactory build(DataSource database, Schema schema) {
    Configuration configuration = new Configuration();
    configuration.addAnnotatedClass(DraftRow.class);
    configuration.addAnnotatedClass(DraftChangeRow.class);
    configuration.addAnnotatedClass(DraftEditRow.class);
    configuration.addAnnotatedClass(DraftIntentRow.class);
    configuration.addAnnotatedClass(JournalPositionRow.class);
    configuration.addAnnotatedClass(RebaseConflictRow.class);
    configuration.addAnnotatedClass(SubmissionRow.class);
    configuration.getProperties().put(AvailableSettings.JAKARTA_NON_JTA_DATASOURCE, database);
    configuration.setProperty(
        AvailableSettings.HBM2DDL_AUTO, schema == Schema.VALIDATED ? "validate" : "none");
    configuration.setProperty(AvailableSettings.JDBC_TIME_ZONE, "UTC");
    configuration.setProperty(AvailableSettings.USE_SECOND_LEVEL_CACHE, false);
    configuration.setProperty(AvailableSettings.USE_QUERY_CACHE, false);
    configuration.setProperty(AvailableSettings.XML_MAPPING_ENABLED, false);
    configuration.setProperty(AvailableSettings.STATEMENT_BATCH_SIZE, 100);
    configuration.setProperty(AvailableSettings.ORDER_INSERTS, true);
    // Errors reach the caller; a line of the log would quote the row.
    configuration.setProperty(AvailableSettings.LOG_JDBC_ERRORS, false);
    return configuration.buildSessionFactory();
  }

  /** Waits for a factory that is being built: it would find its database closed. */
  @Override
  public void close() {
    if (!started.get()) {
      factory.cancel(false);
      return;
    }
    try {
      factory().close();
    } catch (StoreFaultException neverBuilt) {
      // There is nothing to close, and whoever wanted it has been told.
    }
  }
}
