package org.ontodraft.persistence.ingest;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.ontodraft.persistence.testing.H2TestDatabase;
import org.ontodraft.persistence.testing.TestDatabase;

/** On an H2 file. */
class H2SharedIngestTest extends SharedIngestContract {
  private final TestDatabase database;
  private final JdbcCanonicalStore only;

  H2SharedIngestTest(@TempDir Path folder) {
    this.database = H2TestDatabase.create(folder);
    this.only = newClient();
  }

  @Override
  TestDatabase database() {
    return database;
  }

  @Override
  JdbcCanonicalStore client() {
    return only;
  }

  @AfterEach
  void closeDatabase() {
    database.close();
  }
}
