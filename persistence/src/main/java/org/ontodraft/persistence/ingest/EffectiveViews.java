package org.ontodraft.persistence.ingest;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.ontodraft.model.ontology.EffectiveRows;
import org.ontodraft.model.ontology.StoreAwayException;
import org.ontodraft.persistence.store.LostConnection;
import org.ontodraft.persistence.store.StoreFaultException;
import org.ontodraft.persistence.store.Vendor;

/**
 * The views of effective rows: materialised on PostgreSQL, where a mark says of which version they
 * are, and ordinary ones on H2, which are always fresh. Thread-safe.
 */
public final class EffectiveViews implements EffectiveRows {
  private static final String IS_FRESH =
      "select not exists (select 1 from ontology.ontology_version where status = 'completed')"
          + " or exists (select 1 from ontology.effective_refresh where version_number ="
          + " (select max(number) from ontology.ontology_version where status = 'completed'))";

  private final DataSource database;

  /** Over a migrated database. */
  public EffectiveViews(DataSource database) {
    this.database = database;
  }

  @Override
  public boolean isFresh() {
    try (Connection connection = database.getConnection()) {
      if (Vendor.of(connection) == Vendor.H2) {
        return true;
      }
      try (Statement statement = connection.createStatement();
          ResultSet fresh = statement.executeQuery(IS_FRESH)) {
        return fresh.next() && fresh.getBoolean(1);
      }
    } catch (SQLException e) {
      throw fault("asking for the mark of the effective rows", e);
    }
  }

  @Override
  public void refresh() {
    try (Connection connection = database.getConnection()) {
      if (Vendor.of(connection) == Vendor.POSTGRESQL) {
        try (Statement statement = connection.createStatement()) {
          statement.execute("select ontology.refresh_effective()");
        }
      }
    } catch (SQLException e) {
      throw fault("refreshing the effective rows", e);
    }
  }

  private static RuntimeException fault(String what, SQLException e) {
    return LostConnection.isCauseOf(e)
        ? new StoreAwayException(what, e)
        : new StoreFaultException(what, e);
  }
}
