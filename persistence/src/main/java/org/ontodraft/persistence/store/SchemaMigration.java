package org.ontodraft.persistence.store;

import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Brings the SQL schemas of a database up to date. The composition root joins it with the
 * migrations, which this module does not know.
 */
public interface SchemaMigration {
  /**
   * How far the database is. Changes nothing.
   *
   * @throws SQLException when the versions cannot be read
   */
  Status inspect(DataSource owner) throws SQLException;

  /**
   * Runs what is missing.
   *
   * @throws SQLException when a script fails; the database may be half changed then
   */
  void migrate(DataSource owner) throws SQLException;

  /**
   * Takes versions of a schema back, newest first; what the dropped tables hold is lost.
   *
   * @param version the version it has then, 0 for an empty schema
   * @throws SQLException when a script fails; the database may be half changed then
   */
  void undo(DataSource owner, String schema, int version) throws SQLException;

  /**
   * Looks whether what ran is what this program has.
   *
   * @throws SQLException when it is not, or cannot be read
   */
  void verify(DataSource owner) throws SQLException;

  /**
   * How far a database is.
   *
   * @param found the versions it has, for people
   * @param known the versions this program knows, for people
   */
  record Status(Kind kind, String found, String known) {}

  /** What the versions say. */
  enum Kind {
    /** No schema of ours. */
    EMPTY,
    /** Older than this program. */
    PENDING,
    CURRENT,
    NEWER
  }
}
