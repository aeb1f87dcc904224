package org.ontodraft.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.ontodraft.model.ontology.CanonicalStore;
import org.ontodraft.model.ontology.IngestedEntity;
import org.ontodraft.model.ontology.StoredOntology;
import org.ontodraft.persistence.ingest.IngestStep;
import org.ontodraft.persistence.testing.Entities;

/** What a store must say after {@link IngestChild#ingest} was cut off. */
final class IngestTruth {
  private IngestTruth() {}

  /** What it must say when nothing was done behind this step. */
  static void assertHolds(Optional<StoredOntology> stored, IngestStep last) {
    switch (last) {
      case INDEX_WRITTEN -> assertThat(stored).isEmpty();
      case INDEX_COMMITTED,
          IMPORT_BEGUN,
          KEYS_AWAY,
          ROWS_WITHOUT_KEYS,
          ROWS_WRITTEN,
          IMPORT_COMPLETED ->
          assertIs(stored, IngestChild.FIRST, true);
      case IMPORT_COMMITTED, DELTA_WRITTEN, DELTA_COMPLETED ->
          assertIs(stored, IngestChild.FIRST, false);
      case DELTA_COMMITTED -> assertIs(stored, IngestChild.NEXT, false);
    }
  }

  /** Does what the program does next: it takes up what was left. */
  static void finish(CanonicalStore store, Optional<StoredOntology> stored) {
    if (stored.isEmpty()) {
      IngestChild.ingest(store);
      return;
    }
    if (stored.get().pending()) {
      store.importAll(
          Entities.version(IngestChild.FIRST), StoreChild.entities(IngestChild.FIRST), List.of());
    }
    store.apply(Entities.version(IngestChild.FIRST).commit(), IngestChild.delta());
  }

  static void assertIs(Optional<StoredOntology> stored, String version, boolean pending) {
    assertThat(stored).isPresent();
    assertThat(stored.get().version()).isEqualTo(Entities.version(version));
    assertThat(stored.get().pending()).isEqualTo(pending);
    assertThat(stored.get().entities())
        .hasSize(StoreChild.ENTITIES)
        .allMatch(entity -> entity.label().equals(version));
    assertThat(stored.get().references())
        .containsExactlyInAnyOrderElementsOf(
            StoreChild.entities(version).stream()
                .map(IngestedEntity::references)
                .flatMap(List::stream)
                .toList());
  }
}
