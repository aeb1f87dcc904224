package org.ontodraft.persistence.testing;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.ontodraft.migrations.MigrationFailedException;
import org.ontodraft.migrations.MigrationOutcome;
import org.ontodraft.migrations.SchemaMigrator;
import org.ontodraft.migrations.SchemaState;
import org.ontodraft.migrations.SchemaVersion;
import org.ontodraft.migrations.SqlSchema;
import org.ontodraft.persistence.store.SchemaMigration;

/** The program's own migrations, joined to the store as the composition root does it. */
public class RealMigration implements SchemaMigration {
  private final SchemaMigrator migrator = new SchemaMigrator();

  @Override
  public Status inspect(DataSource owner) throws SQLException {
    try {
      SchemaState state = migrator.inspect(owner);
      return new Status(kindOf(state), state.found(), state.known());
    } catch (MigrationFailedException e) {
      throw new SQLException(e.getMessage(), e);
    }
  }

  private static Kind kindOf(SchemaState state) {
    if (state.isNewer()) {
      return Kind.NEWER;
    }
    if (state.versions().stream().mapToInt(SchemaVersion::applied).sum() == 0) {
      return Kind.EMPTY;
    }
    return state.isPending() ? Kind.PENDING : Kind.CURRENT;
  }

  @Override
  public void migrate(DataSource owner) throws SQLException {
    try {
      if (migrator.migrate(owner) instanceof MigrationOutcome.NewerSchema newer) {
        throw new SQLException("the schema is " + newer.state().found());
      }
    } catch (MigrationFailedException e) {
      throw new SQLException(e.getMessage(), e);
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
