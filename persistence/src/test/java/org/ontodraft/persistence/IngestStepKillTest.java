package org.ontodraft.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ontodraft.model.ontology.StoredOntology;
import org.ontodraft.persistence.check.StoreCheck;
import org.ontodraft.persistence.ingest.IngestStep;
import org.ontodraft.persistence.store.ClosedStore;
import org.ontodraft.persistence.store.H2Opening;
import org.ontodraft.persistence.store.H2Store;
import org.ontodraft.persistence.testing.ChildProcess;
import org.ontodraft.persistence.testing.H2Schema;
import org.ontodraft.persistence.testing.H2TestDatabase;
import org.ontodraft.persistence.testing.RealMigration;

/** A process that ends at any step of an import or a sync leaves a store that tells the truth. */
class IngestStepKillTest {
  @TempDir private Path folder;

  private WorkspaceStore open() {
    StoreOpening opening =
        WorkspaceStore.open(
            StoreChild.location(folder), new RealMigration(), InstantSource.system());
    assertThat(opening).isInstanceOf(StoreOpening.Opened.class);
    return ((StoreOpening.Opened) opening).store();
  }

  private List<String> schema() throws SQLException {
    try (H2Store store =
        ((H2Opening.Opened) H2Store.open(StoreChild.location(folder), new RealMigration()))
            .store()) {
      return H2Schema.of(store.owner());
    }
  }

  @ParameterizedTest
  @EnumSource(IngestStep.class)
  void theVersionBeforeOrTheVersionItselfIsThere(IngestStep last) throws SQLException {
    H2TestDatabase.putEmptyStore(StoreChild.location(folder));
    List<String> fresh = schema();
    try (ChildProcess child =
        ChildProcess.java(IngestChild.class, folder.toString(), last.name())) {
      child.awaitLine(last.name());
      assertThat(child.nextLine()).as("it ended there").isEmpty();
    }

    assertThat(
            new StoreCheck(StoreChild.location(folder), new RealMigration()).run(Optional.empty()))
        .isEqualTo(new ClosedStore.Attempt.Done<>(List.of()));
    assertThat(schema()).as("every key, once it was opened").isEqualTo(fresh);
    try (WorkspaceStore store = open()) {
      Optional<StoredOntology> stored = store.canonical().load();
      IngestTruth.assertHolds(stored, last);
      IngestTruth.finish(store.canonical(), stored);
      IngestTruth.assertIs(store.canonical().load(), IngestChild.NEXT, false);
    }
    assertThat(schema()).isEqualTo(fresh);
  }
}
