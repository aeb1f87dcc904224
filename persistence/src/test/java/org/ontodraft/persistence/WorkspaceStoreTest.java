package org.ontodraft.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ontodraft.model.draft.Draft;
import org.ontodraft.model.draft.DraftChange;
import org.ontodraft.model.draft.DraftEdit;
import org.ontodraft.model.draft.DraftStep;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.format.JsonCodec;
import org.ontodraft.model.format.OntologyReader.ReadOntology;
import org.ontodraft.model.patch.JsonPatch;
import org.ontodraft.model.testing.InMemoryRepository;
import org.ontodraft.model.testing.OntologyGenerator;
import org.ontodraft.persistence.store.StoreLocation;
import org.ontodraft.persistence.store.StoreRefusal;
import org.ontodraft.persistence.testing.ChildProcess;
import org.ontodraft.persistence.testing.Edits;
import org.ontodraft.persistence.testing.Entities;
import org.ontodraft.persistence.testing.H2TestDatabase;
import org.ontodraft.persistence.testing.RealMigration;

/** A workspace's store from the outside: what was put in is there after closing and opening. */
class WorkspaceStoreTest {
  @TempDir private Path folder;

  private StoreLocation location() {
    return new StoreLocation(folder, "victim");
  }

  private StoreOpening openAny() {
    return WorkspaceStore.open(location(), new RealMigration(), InstantSource.system());
  }

  private StoreOpening.Opened opened() {
    StoreOpening opening = openAny();
    assertThat(opening).isInstanceOf(StoreOpening.Opened.class);
    return (StoreOpening.Opened) opening;
  }

  private WorkspaceStore open() {
    return opened().store();
  }

  /** A store with a draft, three edits journaled and two of them in the database. */
  private UUID prepare() {
    H2TestDatabase.putEmptyStore(location());
    try (WorkspaceStore store = open()) {
      UUID draft = store.drafts().create("Draft", Entities.version("1")).id();
      for (int i = 1; i <= 3; i++) {
        DraftEdit edit = Edits.of(i, draft, "label " + i);
        store.journal().append(edit);
        if (i < 3) {
          store.drafts().apply(edit, StoreChild.change(edit));
        }
      }
      return draft;
    }
  }

  private static void replay(WorkspaceStore store) {
    for (DraftStep step : store.journal().after(store.drafts().appliedSequence())) {
      DraftEdit edit = step.edits().getFirst();
      store.drafts().apply(edit, StoreChild.change(edit));
    }
  }

  @Test
  void anEditTheDatabaseLacksIsReplayedFromTheJournal() {
    UUID draft = prepare();
    StoreOpening.Opened opened = opened();
    try (WorkspaceStore store = opened.store()) {
      assertThat(opened.notices()).isEmpty();
      assertThat(store.drafts().appliedSequence()).isEqualTo(2);
      replay(store);
      assertThat(store.drafts().edits(draft))
          .extracting(DraftEdit::sequence)
          .containsExactly(1L, 2L, 3L);
    }
  }

  @Test
  void aJournalThatIsGoneIsToldAndTheSequenceGoesOn() throws IOException {
    UUID draft = prepare();
    Files.delete(location().journal());

    StoreOpening.Opened opened = opened();
    try (WorkspaceStore store = opened.store()) {
      assertThat(opened.notices()).containsExactly(new StoreNotice.JournalLost(2));
      assertThat(store.journal().nextSequence()).isEqualTo(3);
      assertThat(store.drafts().appliedSequence()).isEqualTo(2);
      DraftEdit edit = Edits.of(3, draft, "again");
      store.journal().append(edit);
    }
    StoreOpening.Opened again = opened();
    try (WorkspaceStore store = again.store()) {
      assertThat(again.notices()).isEmpty();
      replay(store);
      assertThat(store.drafts().edits(draft)).hasSize(3);
    }
  }

  @Test
  void anOldCopyOfTheJournalIsSetAside() throws IOException {
    UUID draft = prepare();
    byte[] old = Files.readAllBytes(location().journal());
    try (WorkspaceStore store = open()) {
      replay(store);
      for (int i = 4; i <= 6; i++) {
        DraftEdit edit = Edits.of(i, draft, "label " + i);
        store.journal().append(edit);
        store.drafts().apply(edit, StoreChild.change(edit));
      }
    }
    Files.write(location().journal(), old);

    StoreOpening.Opened opened = opened();
    try (WorkspaceStore store = opened.store()) {
      assertThat(opened.notices()).containsExactly(new StoreNotice.JournalLost(6));
      assertThat(store.journal().nextSequence()).isEqualTo(7);
      assertThat(store.drafts().edits(draft)).hasSize(6);
    }
  }

  @Test
  void whatADamagedJournalStillHoldsIsSavedIntoANewOne() throws IOException {
    UUID draft = prepare();
    byte[] bytes = Files.readAllBytes(location().journal());
    bytes[60] ^= 1;
    Files.write(location().journal(), bytes);

    StoreOpening.Opened opened = opened();
    try (WorkspaceStore store = opened.store()) {
      assertThat(opened.notices())
          .singleElement()
          .isInstanceOfSatisfying(
              StoreNotice.JournalDamaged.class,
              notice -> {
                assertThat(notice.saved()).isEqualTo(1);
                assertThat(notice.keptIn()).hasBinaryContent(bytes);
              });
      replay(store);
      assertThat(store.drafts().edits(draft))
          .extracting(edit -> edit.id().getLeastSignificantBits() & 0xff)
          .containsExactly(1L, 2L, 3L);
      assertThat(store.drafts().appliedSequence()).isEqualTo(4);
    }
    StoreOpening.Opened again = opened();
    try (WorkspaceStore store = again.store()) {
      assertThat(again.notices()).isEmpty();
      assertThat(store.journal().nextSequence()).isEqualTo(5);
    }
  }

  @Test
  void aTornEndOfTheJournalIsTold() throws IOException {
    prepare();
    byte[] bytes = Files.readAllBytes(location().journal());
    Files.write(location().journal(), Arrays.copyOf(bytes, bytes.length - 5));

    StoreOpening.Opened opened = opened();
    try (WorkspaceStore store = opened.store()) {
      assertThat(opened.notices()).singleElement().isInstanceOf(StoreNotice.TornJournalEnd.class);
      assertThat(store.journal().after(0)).hasSize(2);
      assertThat(store.journal().nextSequence()).isEqualTo(3);
    }
  }

  @Test
  void aStoreThatAnotherProcessHoldsIsRefused() {
    H2TestDatabase.putEmptyStore(location());
    try (ChildProcess child = ChildProcess.java(StoreChild.class, "hold", folder.toString())) {
      child.awaitLine("open");
      assertThat(openAny())
          .isEqualTo(new StoreOpening.Refused(new StoreRefusal.InUse(location().folder())));
      child.kill();
      open().close();
    }
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"full", "tiny", "read-only"})
  void aDiskThatCannotTakeMoreIsToldAndWorksOnAfterwards(String kind) throws IOException {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    int megabytes = kind.equals("tiny") ? 4 : 40;
    try (ChildProcess child =
        ChildProcess.javaOnSmallDisk(
            disk.toString(), megabytes, DiskChild.class, kind, disk.toString())) {
      child.awaitLine("passed");
    }
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
