package org.ontodraft.persistence.ingest;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.ontodraft.persistence.testing.H2TestDatabase;
import org.ontodraft.persistence.testing.TestDatabase;

/** On an H2 file, where the views are ordinary ones. */
class H2EffectiveViewTest extends EffectiveViewContract {
  private final TestDatabase database;

  H2EffectiveViewTest(@TempDir Path folder) {
    this.database = H2TestDatabase.create(folder);
  }

  @Override
  TestDatabase database() {
    return database;
  }

  @Override
  void refresh() {}

  @AfterEach
  void closeDatabase() {
    database.close();
  }
}
