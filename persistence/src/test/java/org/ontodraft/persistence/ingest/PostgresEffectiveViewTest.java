package org.ontodraft.persistence.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
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
    database.execute("select ontology.refresh_effective()");
  }

  @Test
  void cyclesAreNotFollowed() throws SQLException {
    assertAgree(cyclicWorld());
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

  @AfterEach
  void closeDatabase() {
    database.close();
  }
}
