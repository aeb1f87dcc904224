package org.ontodraft.persistence.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.persistence.testing.Entities.key;
import static org.ontodraft.persistence.testing.Entities.version;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ontodraft.model.draft.Draft;
import org.ontodraft.model.draft.DraftChange;
import org.ontodraft.model.draft.DraftEdit;
import org.ontodraft.model.draft.DraftStep;
import org.ontodraft.model.draft.DraftWrite;
import org.ontodraft.model.draft.EditOutcome;
import org.ontodraft.model.draft.SeenChanges;
import org.ontodraft.model.draft.StoredDraft;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.persistence.store.RowIds;

/** Two sessions with a journal each over one database: none loses what the other wrote. */
abstract class StaleWriteContract extends OrmStoreContract {
  private static final UUID OTHER_JOURNAL = UUID.fromString("0198c000-0000-7000-8000-00000000a002");
  private static final EntityKey PERSON = key("category:Person");

  @SuppressWarnings("NullAway.Init")
  private OrmSessions otherSessions;

  @SuppressWarnings("NullAway.Init")
  private HibernateDraftStore other;

  @BeforeEach
  void startTheOtherSession() throws SQLException {
    database()
        .execute(
            "insert into ontology.journal_position (journal_id, applied_seq) values ('"
                + OTHER_JOURNAL
                + "', 0)");
    otherSessions = new OrmSessions(database().dataSource(), OrmSessions.Schema.TRUSTED);
    other =
        new HibernateDraftStore(
            otherSessions, OTHER_JOURNAL, new RowIds(clock), clock, commits::incrementAndGet);
  }

  @AfterEach
  void endTheOtherSession() {
    otherSessions.close();
  }

  private static StoredDraft read(HibernateDraftStore store, Draft draft) {
    return store.stored(draft.id()).orElseThrow();
  }

  private static EditOutcome.Stored stored(EditOutcome outcome) {
    assertThat(outcome).isInstanceOf(EditOutcome.Stored.class);
    return (EditOutcome.Stored) outcome;
  }

  @Test
  void theSecondOfTwoWritesIsToldBothValuesAndWritesNothing() {
    Draft draft = drafts.create("Shared", version("1"));
    SeenChanges seen = read(drafts, draft).seen(PERSON);
    DraftEdit theirs = labelEdit(draft, "a", "theirs");
    DraftEdit mine = labelEdit(draft, "a", "mine");
    stored(other.apply(theirs, update("a", "theirs"), seen));

    EditOutcome outcome = drafts.apply(mine, update("a", "mine"), seen);

    assertThat(outcome)
        .isEqualTo(
            new EditOutcome.Stale(
                PERSON,
                update("a", "mine"),
                update("a", "theirs"),
                seen,
                read(drafts, draft).seen(PERSON)));
    assertThat(drafts.changes(draft.id())).containsExactly(update("a", "theirs"));
    assertThat(drafts.edits(draft.id())).containsExactly(theirs);
    assertThat(drafts.appliedSequence()).isZero();

    drafts.withdraw(DraftStep.of(labelEdit(draft, "other", "place")));
    assertThat(drafts.appliedSequence()).as("behind a hole").isZero();
  }

  @Test
  void anEditOnWhatIsThereNowIsStored() {
    Draft draft = drafts.create("Shared", version("1"));
    SeenChanges seen = read(drafts, draft).seen(PERSON);
    stored(other.apply(labelEdit(draft, "a", "theirs"), update("a", "theirs"), seen));
    SeenChanges now = read(drafts, draft).seen(PERSON);

    EditOutcome.Stored stored =
        stored(drafts.apply(labelEdit(draft, "theirs", "mine"), update("a", "mine"), now));

    assertThat(stored.seen()).isEqualTo(read(other, draft).seen(PERSON)).isNotEqualTo(now);
    assertThat(stored.version()).isEqualTo(stored.before() + 1);
    assertThat(find(draft).rowVersion()).isEqualTo(stored.version());
  }

  @Test
  void otherEntitiesOfADraftAreNotInTheWay() {
    Draft draft = drafts.create("Shared", version("1"));
    SeenChanges seen = read(drafts, draft).seen(PERSON);
    EntityKey place = key("category:Place");
    DraftChange created = new DraftChange.Create(place, document("Place"));
    stored(other.apply(edit(draft, place, patch("[]"), patch("[]")), created, seen));

    stored(drafts.apply(labelEdit(draft, "a", "mine"), update("a", "mine"), seen));

    assertThat(drafts.changes(draft.id())).containsExactly(update("a", "mine"), created);
  }

  @Test
  void aChangeThatWentAndCameBackIsNotTheOneThatWasSeen() {
    Draft draft = drafts.create("Shared", version("1"));
    SeenChanges none = read(drafts, draft).seen(PERSON);
    SeenChanges first =
        stored(drafts.apply(labelEdit(draft, "a", "b"), update("a", "b"), none)).seen();
    SeenChanges back = stored(other.apply(labelEdit(draft, "b", "a"), null, first)).seen();
    assertThat(back).isEqualTo(none);
    stored(other.apply(labelEdit(draft, "a", "c"), update("a", "c"), back));

    assertThat(drafts.apply(labelEdit(draft, "b", "d"), update("a", "d"), first))
        .isInstanceOfSatisfying(
            EditOutcome.Stale.class,
            stale -> assertThat(stale.theirs()).isEqualTo(update("a", "c")));
  }

  @Test
  void anEditOnTheOldBaseOfAMovedDraftIsToldSo() {
    Draft draft = drafts.create("Shared", version("1"));
    SeenChanges seen = read(drafts, draft).seen(PERSON);
    assertThat(other.rebase(find(draft), version("2"), List.of()))
        .isInstanceOf(DraftWrite.Done.class);

    assertThat(drafts.apply(labelEdit(draft, "a", "b"), update("a", "b"), seen))
        .isEqualTo(new EditOutcome.Rebased(seen, new SeenChanges(version("2").commit(), Map.of())));
    assertThat(drafts.changes(draft.id())).isEmpty();
  }

  @Test
  void aMoveOfADraftThatWasEditedMeanwhileIsRefused() {
    Draft seen = drafts.create("Shared", version("1"));
    other.apply(labelEdit(seen, "a", "theirs"), update("a", "theirs"));

    assertThat(drafts.rebase(seen, version("2"), List.of(update("x", "y"))))
        .isEqualTo(new DraftWrite.Stale(find(seen)));

    assertThat(find(seen).base()).isEqualTo(version("1"));
    assertThat(drafts.changes(seen.id())).containsExactly(update("a", "theirs"));
    Draft now = find(seen);
    assertThat(drafts.rebase(now, version("1"), List.of(update("x", "y"))))
        .isInstanceOfSatisfying(
            DraftWrite.Done.class,
            done -> assertThat(done.draft().rowVersion()).isGreaterThan(now.rowVersion()));
  }

  @Test
  void aTitleThatAnotherSessionChangedIsNotOverwritten() {
    Draft seen = drafts.create("First", version("1"));
    other.describe(seen, "Theirs", "");

    assertThat(drafts.describe(seen, "Mine", "")).isEqualTo(new DraftWrite.Stale(find(seen)));
    assertThat(find(seen).title()).isEqualTo("Theirs");
    other.apply(labelEdit(seen, "a", "b"), update("a", "b"));
    assertThat(drafts.describe(seen.at(99), "Mine", "")).isInstanceOf(DraftWrite.Stale.class);
    assertThat(drafts.describe(find(seen), "Mine", "")).isInstanceOf(DraftWrite.Done.class);
  }

  @Test
  void ofTwoWritesAtOnceExactlyOneIsStored() throws Exception {
    Draft draft = drafts.create("Race", version("1"));
    for (int round = 0; round < 20; round++) {
      SeenChanges seen = read(drafts, draft).seen(PERSON);
      CyclicBarrier start = new CyclicBarrier(2);
      List<EditOutcome> outcomes = new ArrayList<>();
      try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
        List<Future<EditOutcome>> futures = new ArrayList<>();
        for (HibernateDraftStore store : List.of(drafts, other)) {
          DraftEdit edit = labelEdit(draft, "a", "r" + round + (store == drafts ? "m" : "t"));
          futures.add(
              threads.submit(() -> {
                start.await();
                return store.apply(edit, update("a", edit.id().toString()), seen);
              }));
        }
        for (Future<EditOutcome> future : futures) {
          outcomes.add(future.get());
        }
      }
      assertThat(outcomes).filteredOn(EditOutcome.Stored.class::isInstance).hasSize(1);
      assertThat(outcomes).filteredOn(EditOutcome.Stale.class::isInstance).hasSize(1);
      assertThat(drafts.edits(draft.id())).hasSize(round + 1);
    }
  }
}
