package org.ontodraft.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ontodraft.model.draft.Draft;
import org.ontodraft.model.draft.DraftEdit;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.draft.DraftStatus;
import org.ontodraft.model.draft.DraftStep;
import org.ontodraft.model.draft.DraftValidation;
import org.ontodraft.model.draft.Submission;
import org.ontodraft.model.exchange.PortableDraft;
import org.ontodraft.model.merge.Choice;
import org.ontodraft.model.merge.Resolution;
import org.ontodraft.model.rebase.BulkResolution;
import org.ontodraft.model.rebase.Rebase;
import org.ontodraft.model.rebase.RebasePlan;
import org.ontodraft.model.rebase.Scope;
import org.ontodraft.model.schema.RepositorySchemas;
import org.ontodraft.model.testing.Snapshots;
import org.ontodraft.persistence.store.ClosedStore;
import org.ontodraft.persistence.store.StoreLocation;
import org.ontodraft.persistence.testing.Edits;
import org.ontodraft.persistence.testing.Entities;
import org.ontodraft.persistence.testing.H2TestDatabase;
import org.ontodraft.persistence.testing.RealMigration;

/** Three drafts, one of them submitted, come back equal whatever happened to the database file. */
class DatabaseLossTest {
  private static final Instant START = Instant.parse("2026-11-22T08:00:00.123456Z");

  @TempDir private Path folder;

  @SuppressWarnings("NullAway.Init")
  private StoreLocation location;

  private Instant now = START;
  private final InstantSource clock = () -> now;
  private final List<UUID> drafts = new ArrayList<>();
  private long sequence;

  enum Loss {
    DELETED,
    EMPTY,
    HALF,
    GARBAGE,
    PASSWORDS_DELETED,
    OLDER
  }

  @BeforeEach
  void makeStore() {
    location = new StoreLocation(folder, "store");
    H2TestDatabase.putEmptyStore(location);
  }

  private StoreOpening.Opened opened() {
    StoreOpening opening = WorkspaceStore.open(location, new RealMigration(), clock);
    assertThat(opening).isInstanceOf(StoreOpening.Opened.class);
    return (StoreOpening.Opened) opening;
  }

  private void edit(WorkspaceStore store, UUID draft, String label) {
    DraftEdit edit = Edits.of(++sequence, draft, label);
    DraftEdit dated =
        new DraftEdit(
            edit.id(),
            draft,
            sequence,
            DraftEdit.Kind.EDIT,
            edit.key(),
            edit.field(),
            edit.forward(),
            edit.inverse(),
            now);
    store.journal().append(dated);
    store.drafts().apply(dated, StoreChild.change(dated));
  }

  private void tick() {
    now = now.plusSeconds(1);
  }

  private void work() {
    try (WorkspaceStore store = opened().store()) {
      for (String title : List.of("Eins", "Two", "Trois")) {
        drafts.add(store.drafts().create(title, Entities.version("1")).id());
        tick();
      }
      for (int i = 0; i < 9; i++) {
        edit(store, drafts.get(i % 3), "before " + i);
        tick();
      }
      store.drafts().describe(found(store, drafts.get(1)), "Two, really", "Why");
      tick();
      edit(store, drafts.get(1), "after the words");
      tick();
      UUID submitted = drafts.get(2);
      store
          .drafts()
          .rebase(
              found(store, submitted), Entities.version("2"), store.drafts().changes(submitted));
      tick();
      store.drafts().transition(submitted, DraftStatus.DRAFT, DraftStatus.VALIDATED);
      store.submissions().record(submission(submitted));
      edit(store, drafts.get(0), "the last");
      UUID deleted = store.drafts().create("Deleted", Entities.version("1")).id();
      edit(store, deleted, "of no use");
      store.drafts().delete(deleted);
    }
  }

  private Submission submission(UUID draft) {
    return new Submission(
        new UUID(5, 5),
        draft,
        "Title",
        "Body",
        "a".repeat(40),
        "b".repeat(40),
        "origin",
        "ontodraft/x",
        "github",
        17,
        "https://forge.example/pull/17",
        Submission.Stage.RECORDED,
        now);
  }

  private List<PortableDraft> read(WorkspaceStore store) {
    return drafts.stream().map(id -> store.transfer().read(id).orElseThrow()).toList();
  }

  /** As the workspace does it. */
  private static void replay(WorkspaceStore store) {
    for (DraftStep step : store.journal().after(store.drafts().appliedSequence())) {
      Set<UUID> known = new HashSet<>();
      store.drafts().steps(step.draft()).forEach(each -> known.add(each.id()));
      DraftEdit edit = step.edits().getFirst();
      if (known.contains(step.id()) || store.drafts().find(step.draft()).isEmpty()) {
        store.drafts().apply(step, Map.of());
      } else {
        store.drafts().apply(edit, StoreChild.change(edit));
      }
    }
  }

  /** How far it got is asked of the server again, so the copy may say less. */
  @Test
  void aSubmitUnderWayComesBackAsItWasPlanned() throws IOException {
    Submission planned;
    try (WorkspaceStore store = opened().store()) {
      UUID draft = store.drafts().create("Sent", Entities.version("1")).id();
      planned = submission(draft).at(Submission.Stage.COMMITTED);
      store.submissions().save(planned);
      store.submissions().save(planned.at(Submission.Stage.PUSHED));
    }
    Files.delete(location.folder().resolve("store.mv.db"));
    try (WorkspaceStore store = opened().store()) {
      assertThat(store.submissions().ofDraft(planned.draft())).containsExactly(planned);
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyDraftComesBackEqual(Loss loss) throws IOException {
    Path database = location.folder().resolve("store.mv.db");
    Path older = folder.resolve("older");
    try (WorkspaceStore store = opened().store()) {
      edit(store, store.drafts().create("Gone early", Entities.version("1")).id(), "x");
      store.drafts().delete(store.drafts().list().getFirst().id());
    }
    Files.copy(database, older);
    work();
    List<PortableDraft> before;
    try (WorkspaceStore store = opened().store()) {
      before = read(store);
    }
    assertThat(before.get(2).status()).isEqualTo(DraftStatus.SUBMITTED);
    byte[] bytes = Files.readAllBytes(database);
    switch (loss) {
      case DELETED -> Files.delete(database);
      case EMPTY -> Files.write(database, new byte[0]);
      case HALF -> Files.write(database, Arrays.copyOf(bytes, bytes.length / 2));
      case GARBAGE -> {
        new Random(7).nextBytes(bytes);
        Files.write(database, bytes);
      }
      case PASSWORDS_DELETED -> Files.delete(location.folder().resolve("passwords"));
      case OLDER -> Files.copy(older, database, StandardCopyOption.REPLACE_EXISTING);
    }

    StoreOpening.Opened opened = opened();
    try (WorkspaceStore store = opened.store()) {
      assertThat(opened.notices())
          .anyMatch(notice ->
              notice instanceof StoreNotice.DraftsBroughtBack brought
                  && brought.titles().size() == 3);
      if (loss != Loss.DELETED && loss != Loss.OLDER && loss != Loss.HALF) {
        assertThat(opened.notices().getFirst())
            .isInstanceOfSatisfying(
                StoreNotice.DatabaseRebuilt.class,
                rebuilt -> assertThat(rebuilt.keptIn()).isDirectory());
      }
      replay(store);
      assertThat(read(store)).isEqualTo(before);
      assertThat(store.drafts().list()).hasSize(3);
      edit(store, drafts.getFirst(), "work goes on");
    }
    StoreOpening.Opened again = opened();
    try (WorkspaceStore store = again.store()) {
      assertThat(again.notices()).isEmpty();
      assertThat(store.drafts().list()).hasSize(3);
    }
  }

  @Test
  void aStatusThatAnOlderFileLacksComesBack() throws IOException {
    Path database = location.folder().resolve("store.mv.db");
    Path older = folder.resolve("older");
    UUID draft;
    try (WorkspaceStore store = opened().store()) {
      draft = store.drafts().create("Herbs", Entities.version("1")).id();
    }
    Files.copy(database, older);
    tick();
    try (WorkspaceStore store = opened().store()) {
      store.drafts().transition(draft, DraftStatus.DRAFT, DraftStatus.VALIDATED);
    }
    Files.copy(older, database, StandardCopyOption.REPLACE_EXISTING);

    StoreOpening.Opened opened = opened();
    try (WorkspaceStore store = opened.store()) {
      assertThat(opened.notices())
          .containsExactly(new StoreNotice.DraftsBroughtBack(List.of("Herbs")));
      assertThat(found(store, draft).status()).isEqualTo(DraftStatus.VALIDATED);
    }
  }

  @Test
  void decisionsTakenSinceTheLastCopyComeBack() throws IOException {
    Rebase rebase = labelConflicts(2_000);
    RebasePlan plan = rebase.plan();
    List<Resolution> mine =
        BulkResolution.of(plan, new Scope.Everything(), Choice.of(Choice.Kind.MINE)).resolutions();
    UUID draft;
    try (WorkspaceStore store = opened().store()) {
      draft = store.drafts().create("Decided", Entities.version("1")).id();
      for (int i = 0; i < mine.size(); i += 100) {
        store.resolutions().decide(draft, plan, mine.subList(i, i + 100));
      }
      store.resolutions().takeBack(draft, List.of(mine.getFirst().place()));
      store.resolutions().decide(draft, plan, mine.subList(3, 4));
    }
    Files.delete(location.folder().resolve("store.mv.db"));

    try (WorkspaceStore store = opened().store()) {
      assertThat(store.resolutions().ofDraft(draft)).isEqualTo(mine.subList(1, mine.size()));
      store.drafts().delete(draft);
    }
    try (Stream<Path> left = Files.walk(location.folder())) {
      assertThat(left).noneMatch(file -> file.getFileName().toString().startsWith("" + draft));
    }
  }

  private static Rebase labelConflicts(int count) {
    String[] base = new String[count];
    String[] upstream = new String[count];
    for (int i = 0; i < count; i++) {
      base[i] = "category:C%d {'label':'base'}".formatted(i);
      upstream[i] = "category:C%d {'label':'yours'}".formatted(i);
    }
    RepositorySchemas none = RepositorySchemas.compile(Map.of());
    DraftOverlay draft = DraftOverlay.of(Snapshots.of(base), List.of());
    for (int i = 0; i < count; i++) {
      String key = "category:C" + i;
      draft =
          draft.with(
              Snapshots.key(key),
              draft.changeTo(Snapshots.key(key), Snapshots.document(key, "{'label':'mine'}")));
    }
    return Rebase.of(
        DraftValidation.of(Snapshots.of(base), none).with(draft),
        Snapshots.of(upstream),
        none,
        List.of());
  }

  /** The copies of today must not undo the restore. */
  @Test
  void aBackupTakesTheDraftsBackToWhatTheyWere() {
    work();
    List<PortableDraft> before;
    try (WorkspaceStore store = opened().store()) {
      before = read(store);
    }
    ClosedStore closed = new ClosedStore(location, new RealMigration());
    assertThat(closed.backup())
        .isInstanceOfSatisfying(
            ClosedStore.Attempt.Done.class,
            backup -> {
              try (WorkspaceStore store = opened().store()) {
                store.drafts().describe(found(store, drafts.get(0)), "Other words", "");
                store.drafts().create("One more", Entities.version("1"));
                store.drafts().delete(drafts.get(1));
              }
              assertThat(closed.restore((Path) backup.value()))
                  .isInstanceOf(ClosedStore.Attempt.Done.class);
            });

    StoreOpening.Opened opened = opened();
    try (WorkspaceStore store = opened.store()) {
      assertThat(opened.notices()).isEmpty();
      assertThat(read(store)).isEqualTo(before);
      assertThat(store.drafts().list()).hasSize(3);
    }
  }

  @Test
  void aStoreWithoutCopiesIsRefusedAsItIs() throws IOException {
    Path database = location.folder().resolve("store.mv.db");
    Files.write(database, new byte[0]);

    assertThat(WorkspaceStore.open(location, new RealMigration(), clock))
        .isInstanceOf(StoreOpening.Refused.class);
    assertThat(database).isEmptyFile();
  }

  @Test
  void draftsFromBeforeThereWereCopiesGetTheirs() throws IOException {
    work();
    try (var files = Files.list(location.draftCopies())) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(location.draftCopies());

    try (WorkspaceStore store = opened().store()) {
      store.warmUp(
          Runnable::run,
          failed -> {
            throw new AssertionError(failed);
          });
    }

    try (var files = Files.list(location.draftCopies())) {
      assertThat(files).hasSize(3);
    }
  }

  /** A later edit under an earlier clock leaves a copy that looks newer than its draft. */
  @Test
  void aClockThatGoesBackBringsNothingOldBack() {
    work();
    PortableDraft before;
    try (WorkspaceStore store = opened().store()) {
      now = START.minusSeconds(3_600);
      edit(store, drafts.getFirst(), "under an earlier clock");
      before = store.transfer().read(drafts.getFirst()).orElseThrow();
    }

    StoreOpening.Opened opened = opened();
    try (WorkspaceStore store = opened.store()) {
      assertThat(opened.notices()).isEmpty();
      assertThat(store.transfer().read(drafts.getFirst())).contains(before);
    }
  }

  @Test
  void aCopyThatIsDamagedTooIsTold() throws IOException {
    work();
    Path copy = location.draftCopies().resolve(drafts.getFirst() + ".ontodraft");
    byte[] bytes = Files.readAllBytes(copy);
    bytes[bytes.length / 2] ^= 4;
    Files.write(copy, bytes);
    Files.delete(location.folder().resolve("store.mv.db"));

    StoreOpening.Opened opened = opened();
    try (WorkspaceStore store = opened.store()) {
      assertThat(opened.notices()).contains(new StoreNotice.CopyDamaged(copy));
      assertThat(store.drafts().list()).hasSize(2);
      assertThat(copy).hasBinaryContent(bytes);
    }
  }

  private static Draft found(WorkspaceStore store, UUID draft) {
    return store.drafts().find(draft).orElseThrow();
  }
}
