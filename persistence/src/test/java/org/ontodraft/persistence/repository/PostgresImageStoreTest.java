package org.ontodraft.persistence.repository;

import org.junit.jupiter.api.extension.ExtendWith;
import org.ontodraft.persistence.testing.PostgresTestDatabase;
import org.ontodraft.persistence.testing.TestDatabase;

/** On a real PostgreSQL server. */
@ExtendWith(PostgresTestDatabase.Extension.class)
class PostgresImageStoreTest extends ImageStoreContract {
  private final TestDatabase database;

  PostgresImageStoreTest(PostgresTestDatabase database) {
    this.database = database;
  }

  @Override
  TestDatabase database() {
    return database;
  }
}
