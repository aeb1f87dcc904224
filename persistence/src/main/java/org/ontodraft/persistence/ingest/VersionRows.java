package org.ontodraft.persistence.ingest;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ontodraft.model.ontology.OntologyVersion;
import org.ontodraft.model.ontology.SourceProblem;
import org.ontodraft.model.ontology.StoredOntology;
import org.ontodraft.persistence.store.RowIds;
import org.ontodraft.persistence.store.StoredText;

/** The rows of {@code ontology_version}; the completed one with the highest number is canonical. */
final class VersionRows {
  /** What this program reads; a version that was read by one that reads less is none. */
  private static final int READER = 2;

  private static final String CURRENT =
      " from ontology.ontology_version where number ="
          + " (select max(number) from ontology.ontology_version where status = 'completed'"
          + " and reader = "
          + READER
          + ")";
  private static final String NEWEST =
      " from ontology.ontology_version where number ="
          + " (select max(number) from ontology.ontology_version"
          + " where status in ('completed', 'pending') and reader = "
          + READER
          + ")";

  private final RowIds ids;
  private final InstantSource clock;

  VersionRows(RowIds ids, InstantSource clock) {
    this.ids = ids;
    this.clock = clock;
  }

  /** A version and its row. */
  record Row(UUID id, OntologyVersion version, boolean pending) {
    /** Whether all rows of this commit's version are there. */
    boolean isStoredAt(String commit) {
      return !pending && version.commit().equals(commit);
    }

    boolean isOf(StoredOntology index) {
      return version.equals(index.version()) && pending == index.pending();
    }
  }

  Optional<Row> current(Connection connection) throws SQLException {
    return row(connection, CURRENT);
  }

  /** The current version, or the newer one whose index alone is there. */
  Optional<Row> newest(Connection connection) throws SQLException {
    return row(connection, NEWEST);
  }

  private static Optional<Row> row(Connection connection, String from) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select id, status, commit_sha, branch, committed_at, summary" + from)) {
      return row.next()
          ? Optional.of(
              new Row(
                  row.getObject(1, UUID.class),
                  new OntologyVersion(
                      row.getString(3),
                      row.getString(4),
                      row.getObject(5, OffsetDateTime.class).toInstant(),
                      row.getString(6)),
                  row.getString(2).equals("pending")))
          : Optional.empty();
    }
  }

  UUID insertPending(Connection connection, OntologyVersion version) throws SQLException {
    return insert(connection, version, "pending");
  }

  UUID insertInProgress(Connection connection, OntologyVersion version) throws SQLException {
    return insert(connection, version, "in_progress");
  }

  /** A completed row with as many entities as the version before, and this many more. */
  UUID insertCompleted(Connection connection, OntologyVersion version, int grown)
      throws SQLException {
    int before = 0;
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select entity_count" + CURRENT)) {
      if (row.next()) {
        before = row.getInt(1);
      }
    }
    UUID id = insert(connection, version, "in_progress");
    int warnings = 0;
    int errors = 0;
    try (Statement statement = connection.createStatement();
        ResultSet codes =
            statement.executeQuery(
                "select code, count(*) from ontology.source_problem group by code")) {
      while (codes.next()) {
        if (codes.getString(1).equals(SourceProblem.Code.BYTE_ORDER_MARK.shortCode())) {
          warnings += codes.getInt(2);
        } else {
          errors += codes.getInt(2);
        }
      }
    }
    complete(connection, id, before + grown, warnings, errors);
    return id;
  }

  private UUID insert(Connection connection, OntologyVersion version, String status)
      throws SQLException {
    UUID id = ids.next();
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into ontology.ontology_version"
                + " (id, number, commit_sha, branch, committed_at, summary, status, started_at,"
                + " reader)"
                + " select ?, coalesce(max(number), 0) + 1, ?, ?, ?, ?, ?, ?, "
                + READER
                + " from ontology.ontology_version")) {
      insert.setObject(1, id);
      insert.setString(2, version.commit());
      insert.setString(3, StoredText.readable(version.branch()));
      insert.setObject(4, timestamp(version.committedAt()));
      insert.setString(5, StoredText.readable(version.summary()));
      insert.setString(6, status);
      insert.setObject(7, timestamp(clock.instant()));
      insert.executeUpdate();
    }
    return id;
  }

  UUID complete(Connection connection, UUID id, int entities, List<SourceProblem> problems)
      throws SQLException {
    int warnings = (int) problems.stream().filter(SourceProblem::isNotice).count();
    complete(connection, id, entities, warnings, problems.size() - warnings);
    return id;
  }

  private void complete(Connection connection, UUID id, int entities, int warnings, int errors)
      throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "update ontology.ontology_version set status = 'completed', entity_count = ?,"
                + " warning_count = ?, error_count = ?, failure = null, finished_at = ?"
                + " where id = ?")) {
      update.setInt(1, entities);
      update.setInt(2, warnings);
      update.setInt(3, errors);
      update.setObject(4, timestamp(clock.instant()));
      update.setObject(5, id);
      update.executeUpdate();
    }
  }

  /** Whether this commit was the stored version once. */
  boolean wasCompleted(Connection connection, OntologyVersion version) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select 1 from ontology.ontology_version"
                + " where commit_sha = ? and status = 'completed' and reader = "
                + READER)) {
      query.setString(1, version.commit());
      try (ResultSet row = query.executeQuery()) {
        return row.next();
      }
    }
  }

  /** Whether somebody stored this version, or a newer one, and its rows must stay as they are. */
  boolean isOvertaken(Connection connection, UUID id) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select 1 from ontology.ontology_version mine join ontology.ontology_version other"
                + " on other.number > mine.number and other.status in ('pending', 'completed')"
                + " or other.id = mine.id and other.status = 'completed'"
                + " where mine.id = ?")) {
      query.setObject(1, id);
      try (ResultSet row = query.executeQuery()) {
        return row.next();
      }
    }
  }

  int fail(Connection connection, UUID id, String reason) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "update ontology.ontology_version set status = 'failed', failure = ?, finished_at = ?"
                + " where id = ?")) {
      update.setString(1, StoredText.readable(reason));
      update.setObject(2, timestamp(clock.instant()));
      update.setObject(3, id);
      return update.executeUpdate();
    }
  }

  int failUnfinished(Connection connection) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "update ontology.ontology_version set status = 'failed', failure = 'cut off',"
                + " finished_at = ? where status = 'in_progress' or status = 'pending'"
                + " and id not in (select version_id from ontology.packed_index)")) {
      update.setObject(1, timestamp(clock.instant()));
      return update.executeUpdate();
    }
  }

  private static OffsetDateTime timestamp(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
