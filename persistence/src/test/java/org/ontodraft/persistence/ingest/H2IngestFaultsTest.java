package org.ontodraft.persistence.ingest;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.ontodraft.persistence.testing.H2TestDatabase;
import org.ontodraft.persistence.testing.TestDatabase;

/** On an H2 file. */
class H2IngestFaultsTest extends IngestFaultsContract {
  private final TestDatabase database;

  H2IngestFaultsTest(@TempDir Path folder) {
    this.database = H2TestDatabase.create(folder);
  }

  @Override
  TestDatabase database() {
    return database;
  }

  @AfterEach
  void closeDatabase() {
    database.close();
  }
}
