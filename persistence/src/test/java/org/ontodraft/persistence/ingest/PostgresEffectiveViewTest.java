package org.ontodraft.persistence.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.persistence.testing.Entities.version;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.ontodraft.model.ontology.OntologyDelta;
import org.ontodraft.persistence.store.RowIds;
import org.ontodraft.persistence.testing.PostgresTestDatabase;
import org.ontodraft.persistence.testing.TestDatabase;

/** On a real PostgreSQL server, where the views are materialised. */
@ExtendWith(PostgresTestDatabase.Extension.class)
class PostgresEffectiveViewTest extends EffectiveViewContract {
  private final TestDatabase database;

  PostgresEffectiveViewTest(PostgresTestDatabase database) {
    this.database = database;
  }

  @Override
  TestDatabase database() {
    return database;
  }

  @Override
  void refresh() throws SQLException {
    new EffectiveViews(database.dataSource()).refresh();
  }

  @Test
  void theMarkSaysWhichVersionTheRowsAreOf() throws SQLException {
    rowsAfterStoring(List.of());
    assertThat(database.rows("select version_number from ontology.effective_refresh"))
        .containsExactly("1");
    refresh();
    assertThat(database.rows("select count(*) from ontology.effective_refresh"))
        .containsExactly("1");
  }

  /** As seen by one who reads while somebody else refreshes. */
  @Test
  void readersGoOnWhileTheRowsAreRefreshed() throws SQLException {
    rowsAfterStoring(List.of());
    EffectiveViews views = new EffectiveViews(database.dataSource());
    try (Connection reader = database.dataSource().getConnection();
        Statement statement = reader.createStatement()) {
      reader.setAutoCommit(false);
      statement.execute("select count(*) from ontology.category_property_effective");

      views.refresh();

      try (ResultSet rows =
          statement.executeQuery("select count(*) from ontology.category_property_effective")) {
        assertThat(rows.next()).isTrue();
      }
    }
  }

  @Test
  void theRowsAreStaleFromASyncUntilTheyAreRefreshed() throws SQLException {
    EffectiveViews views = new EffectiveViews(database.dataSource());
    assertThat(views.isFresh()).as("nothing is there yet").isTrue();
    rowsAfterStoring(List.of());
    assertThat(views.isFresh()).isTrue();
    InstantSource clock = InstantSource.system();
    new JdbcCanonicalStore(database.dataSource(), new RowIds(clock), clock)
        .apply(
            version("1").commit(),
            new OntologyDelta(version("2"), List.of(), List.of(), Set.of(), List.of()));

    assertThat(views.isFresh()).isFalse();
    views.refresh();
    assertThat(views.isFresh()).isTrue();
  }

  @AfterEach
  void closeDatabase() {
    database.close();
  }
}
