package org.ontodraft.app.bootstrap;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.ontodraft.migrations.MigrationFailedException;
import org.ontodraft.migrations.MigrationOutcome;
import org.ontodraft.migrations.SchemaMigrator;
import org.ontodraft.migrations.SchemaState;
import org.ontodraft.migrations.SqlSchema;
import org.ontodraft.persistence.store.SchemaMigration;

/** The migrations as the store wants them; the two modules do not know each other. */
final class SchemaScripts implements SchemaMigration {
  private final SchemaMigrator migrator = new SchemaMigrator();

  @Override
  public Status inspect(DataSource owner) throws SQLException {
    SchemaState state;
    try {
      state = migrator.inspect(owner);
    } catch (MigrationFailedException failed) {
      throw new SQLException(failed.getMessage(), failed);
    }
    Kind kind =
        state.isNewer()
            ? Kind.NEWER
            : state.versions().stream().allMatch(version -> version.applied() == 0)
                ? Kind.EMPTY
                : state.isPending() ? Kind.PENDING : Kind.CURRENT;
    return new Status(kind, state.found(), state.known());
  }

  @Override
  public void migrate(DataSource owner) throws SQLException {
    try {
      if (migrator.migrate(owner) instanceof MigrationOutcome.NewerSchema newer) {
        throw new SQLException("schema " + newer.state().found() + " is newer than this program");
      }
    } catch (MigrationFailedException failed) {
      throw new SQLException(failed.getMessage(), failed);
    }
  }

  @Override
  public void undo(DataSource owner, String schema, int version) throws SQLException {
    try {
      migrator.undo(owner, SqlSchema.of(schema), version);
    } catch (MigrationFailedException failed) {
      throw new SQLException(failed.getMessage(), failed);
    }
  }

  @Override
  public void verify(DataSource owner) throws SQLException {
    try {
      migrator.verify(owner);
    } catch (MigrationFailedException failed) {
      throw new SQLException(failed.getMessage(), failed);
    }
  }
}
