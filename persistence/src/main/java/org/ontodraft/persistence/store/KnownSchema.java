package org.ontodraft.persistence.store;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Remembers how far a database was found to be, for the next time that it is opened. */
final class KnownSchema implements SchemaMigration {
  private final SchemaMigration migration;
  private @Nullable Status known;

  KnownSchema(SchemaMigration migration) {
    this.migration = migration;
  }

  @Override
  public synchronized Status inspect(DataSource owner) throws SQLException {
    if (known == null) {
      known = migration.inspect(owner);
    }
    return known;
  }

  @Override
  public synchronized void migrate(DataSource owner) throws SQLException {
    known = null;
    migration.migrate(owner);
  }

  @Override
  public synchronized void undo(DataSource owner, String schema, int version) throws SQLException {
    known = null;
    migration.undo(owner, schema, version);
  }

  @Override
  public void verify(DataSource owner) throws SQLException {
    migration.verify(owner);
  }
}
