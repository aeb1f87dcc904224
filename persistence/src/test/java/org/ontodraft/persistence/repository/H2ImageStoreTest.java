package org.ontodraft.persistence.repository;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.ontodraft.persistence.testing.H2TestDatabase;
import org.ontodraft.persistence.testing.TestDatabase;

/** On an H2 file. */
class H2ImageStoreTest extends ImageStoreContract {
  private final TestDatabase database;

  H2ImageStoreTest(@TempDir Path folder) {
    this.database = H2TestDatabase.create(folder);
  }

  @Override
  TestDatabase database() {
    return database;
  }
}
