package org.ontodraft.persistence.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Ties a shared database to one ontology, and keeps others out of it. */
public final class RepositoryClaim {
  private final DataSource database;
  private final RowIds ids;
  private final InstantSource clock;

  /** Over a migrated database. */
  public RepositoryClaim(DataSource database, RowIds ids, InstantSource clock) {
    this.database = database;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Says which ontology the database is for, or compares. The same first commit or the same remote
   * is the same ontology: history may be rewritten, and a repository may move.
   *
   * @return the remote of the ontology that has the database, when it is another one
   */
  public Optional<String> claim(String rootCommit, String remote) throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try (Statement lock = connection.createStatement()) {
        lock.execute("select pg_advisory_xact_lock(hashtext('ontology.repository'))");
        Optional<String> other = other(lock, rootCommit, remote);
        if (other.isPresent()) {
          connection.rollback();
          return other.filter(found -> !found.isEmpty());
        }
        try (PreparedStatement insert =
            connection.prepareStatement(
                "insert into ontology.repository (id, root_commit, remote, created_at)"
                    + " values (?, ?, ?, ?)")) {
          insert.setObject(1, ids.next());
          insert.setString(2, rootCommit);
          insert.setString(3, remote);
          insert.setObject(4, clock.instant().atOffset(ZoneOffset.UTC));
          insert.executeUpdate();
        }
        connection.commit();
        return Optional.empty();
      }
    }
  }

  /**
   * What tells the database from others, whatever address it was reached by; empty before a claim.
   */
  public Optional<UUID> databaseId() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select id from ontology.repository order by created_at, id limit 1")) {
      return row.next() ? Optional.of(row.getObject(1, UUID.class)) : Optional.empty();
    }
  }

  /** Nothing while nobody has the database; an empty text for this ontology; else the other one. */
  private static Optional<String> other(Statement statement, String rootCommit, String remote)
      throws SQLException {
    Optional<String> found = Optional.empty();
    try (ResultSet row =
        statement.executeQuery("select root_commit, remote from ontology.repository")) {
      while (row.next()) {
        String itsRemote = String.valueOf(row.getString(2));
        if (row.getString(1).equals(rootCommit) || itsRemote.equals(remote)) {
          return Optional.of("");
        }
        found = Optional.of(itsRemote);
      }
    }
    return found;
  }
}
