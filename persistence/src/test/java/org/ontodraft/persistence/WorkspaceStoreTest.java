package org.ontodraft.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ontodraft.model.draft.Draft;
import org.ontodraft.model.draft.DraftChange;
import org.ontodraft.model.draft.DraftEdit;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.format.JsonCodec;
import org.ontodraft.model.format.OntologyReader.ReadOntology;
import org.ontodraft.model.patch.JsonPatch;
import org.ontodraft.model.testing.InMemoryRepository;
import org.ontodraft.model.testing.OntologyGenerator;
import org.ontodraft.persistence.store.StoreLocation;
import org.ontodraft.persistence.testing.RealMigration;

/** A workspace's store from the outside: what was put in is there after closing and opening. */
class WorkspaceStoreTest {
  @TempDir private Path folder;

  private WorkspaceStore open() {
    StoreOpening opening =
        WorkspaceStore.open(
            new StoreLocation(folder, "sample"), new RealMigration(), InstantSource.system());
    assertThat(opening).isInstanceOf(StoreOpening.Opened.class);
    return ((StoreOpening.Opened) opening).store();
  }

  @Test
  void everythingIsThereAfterOpeningAgain() {
    InMemoryRepository repository = InMemoryRepository.of(OntologyGenerator.files(1, 60));
    ReadOntology read = repository.read(repository.head());
    EntityKey key = new EntityKey(EntityType.CATEGORY, "New_thing");
    EntityDocument document =
        JsonCodec.parse("{\"id\": \"New_thing\", \"label\": \"New\", \"description\": \"d\"}");
    UUID id;
    DraftEdit edit;
    try (WorkspaceStore store = open()) {
      assertThat(store.canonical().load()).isEmpty();
      store.canonical().importAll(repository.head(), read.entities(), read.problems());
      Draft draft = store.drafts().create("First", repository.head());
      id = draft.id();
      edit =
          new DraftEdit(
              UUID.randomUUID(),
              id,
              store.journal().nextSequence(),
              DraftEdit.Kind.EDIT,
              key,
              "",
              JsonPatch.between(null, document),
              JsonPatch.between(document, null),
              Instant.parse("2026-11-21T10:00:00Z"));
      store.journal().append(edit);
      store.drafts().apply(edit, new DraftChange.Create(key, document));
    }

    try (WorkspaceStore store = open()) {
      assertThat(store.canonical().load())
          .hasValueSatisfying(stored -> {
            assertThat(stored.version()).isEqualTo(repository.head());
            assertThat(stored.entities()).hasSize(60);
          });
      assertThat(store.drafts().changes(id))
          .isEqualTo(List.of(new DraftChange.Create(key, document)));
      assertThat(store.drafts().edits(id)).hasSize(1);
      assertThat(store.drafts().appliedSequence()).isEqualTo(1);
      assertThat(store.journal().after(0)).hasSize(1);
      assertThat(store.journal().after(1)).isEmpty();
      assertThat(store.journal().nextSequence()).isEqualTo(2);
    }
  }
}
