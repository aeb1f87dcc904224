package org.ontodraft.persistence.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArraySet;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Connections of one person to a shared database, kept open for the next use. Each of them has
 * shown the tokens of the drafts that were opened by token. Thread-safe.
 */
public final class SharedConnections implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SharedConnections.class);

  private static final int MOST = 6;
  private static final int PULSE_SECONDS = 2;
  private static final Duration WAIT = Duration.ofSeconds(3);
  private static final Duration IDLE = Duration.ofMinutes(2);

  /** A server that does not answer a statement of a curator in this time counts as away. */
  private static final Duration ANSWER = Duration.ofSeconds(20);

  private final PGSimpleDataSource plain;
  private final HikariDataSource pool;
  private @Nullable Connection pulse;
  private final Set<String> tokens = new CopyOnWriteArraySet<>();

  /** Over the database; connects at first use. */
  public SharedConnections(PostgresServer server, String user, String password) {
    this.plain = server.dataSource(user, password);
    PGSimpleDataSource impatient = server.connect(new WithTokens(), user, password);
    impatient.setSocketTimeout(Math.toIntExact(ANSWER.toSeconds()));
    HikariConfig config = new HikariConfig();
    config.setPoolName("ontodraft-" + server.database());
    config.setDataSource(impatient);
    config.setMaximumPoolSize(MOST);
    config.setMinimumIdle(0);
    config.setIdleTimeout(IDLE.toMillis());
    config.setConnectionTimeout(WAIT.toMillis());
    config.setInitializationFailTimeout(-1);
    this.pool = new HikariDataSource(config);
  }

  /** For a curator's work: pooled, and given up when the server does not answer. */
  public DataSource pooled() {
    return pool;
  }

  /** For imports, which may keep the server busy for long: a connection of its own each time. */
  public DataSource patient() {
    return plain;
  }

  /**
   * Shows a token to the database, from now on with every connection.
   *
   * @return the draft it opens; empty when it is unknown, revoked or expired
   */
  public Optional<UUID> show(String token) throws SQLException {
    Optional<UUID> opened;
    try (Connection connection = plain.getConnection()) {
      opened = open(connection, token);
    }
    if (opened.isPresent() && tokens.add(token)) {
      pool.getHikariPoolMXBean().softEvictConnections();
    }
    return opened;
  }

  private static Optional<UUID> open(Connection connection, String token) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("select ontology.open_draft(?)")) {
      statement.setString(1, token);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return Optional.ofNullable(row.getObject(1, UUID.class));
      }
    }
  }

  /** Whether the server answers on a connection that is kept for this question. */
  public synchronized boolean answers() {
    try {
      if (pulse == null || pulse.isClosed()) {
        pulse = plain.getConnection();
      }
      return pulse.isValid(PULSE_SECONDS);
    } catch (SQLException away) {
      pulse = null;
      return false;
    }
  }

  /** Drops what may be broken after the server was away; the next use connects anew. */
  public void reconnect() {
    pool.getHikariPoolMXBean().softEvictConnections();
  }

  @Override
  public synchronized void close() {
    pool.close();
    try {
      if (pulse != null) {
        pulse.close();
      }
    } catch (SQLException alreadyGone) {
      LOG.debug("the connection was gone already");
    }
  }

  /** Shows the tokens on each new connection. */
  private final class WithTokens extends PGSimpleDataSource {
    private static final long serialVersionUID = 1L;

    @Override
    public Connection getConnection() throws SQLException {
      Connection connection = super.getConnection();
      try {
        for (String token : tokens) {
          open(connection, token);
        }
        return connection;
      } catch (SQLException e) {
        connection.close();
        throw e;
      }
    }
  }
}
