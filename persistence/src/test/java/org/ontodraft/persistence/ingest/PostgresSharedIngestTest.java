package org.ontodraft.persistence.ingest;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.ontodraft.persistence.testing.PostgresTestDatabase;
import org.ontodraft.persistence.testing.TestDatabase;

/** On a real PostgreSQL server. */
@ExtendWith(PostgresTestDatabase.Extension.class)
class PostgresSharedIngestTest extends SharedIngestContract {
  private final TestDatabase database;

  PostgresSharedIngestTest(PostgresTestDatabase database) {
    this.database = database;
  }

  @Override
  TestDatabase database() {
    return database;
  }

  @Override
  JdbcCanonicalStore client() {
    return newClient();
  }

  @AfterEach
  void closeDatabase() {
    database.close();
  }
}
