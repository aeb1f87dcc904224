package org.ontodraft.persistence.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ontodraft.persistence.testing.Entities.key;
import static org.ontodraft.persistence.testing.Entities.version;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ontodraft.model.draft.Draft;
import org.ontodraft.model.draft.DraftChange;
import org.ontodraft.model.draft.DraftEdit;
import org.ontodraft.model.draft.DraftStatus;
import org.ontodraft.model.draft.DraftWrite;
import org.ontodraft.model.draft.EditOutcome;
import org.ontodraft.model.draft.Submission;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.format.JsonCodec;
import org.ontodraft.model.patch.JsonPatch;
import org.ontodraft.persistence.store.StoreFaultException;
import org.ontodraft.persistence.testing.FaultyDataSource;

/** What the port to drafts promises of their changes and edits. */
abstract class DraftStoreContract extends OrmStoreContract {
  @Test
  void aNewDraftIsFoundAndListed() {
    Draft first = drafts.create("First", version("1"));
    now = START.plusSeconds(5);
    Draft second = drafts.create("Zweiter – “第二”", version("2"));

    assertThat(first.status()).isEqualTo(DraftStatus.DRAFT);
    assertThat(first.base()).isEqualTo(version("1"));
    assertThat(first.createdAt()).isEqualTo(START);
    assertThat(first.changeCount()).isZero();
    assertThat(find(first)).isEqualTo(first);
    assertThat(drafts.list()).containsExactly(second, first);
    assertThat(drafts.find(UUID.randomUUID())).isEmpty();
    assertThat(first.id().version()).isEqualTo(7);
  }

  @Test
  void everyKindOfChangeComesBackAsItWas() {
    Draft draft = drafts.create("Changes", version("1"));
    List<DraftChange> changes =
        List.of(
            new DraftChange.Create(
                key("category:New"),
                JsonCodec.parse(
                    "{\"id\":\"New\",\"n\":1.10,\"big\":12345678901234567890.5,\"e\":1E400,"
                        + "\"z\":{\"b\":[],\"a\":null},\"s\":\"\\u0000\\ud800/~\\u2028\"}")),
            update("Person", "Human"),
            new DraftChange.Delete(key("dashboard:Desk"), dashboard()),
            new DraftChange.Delete(key("resource:Person/Ada B"), file("Ada")));
    for (DraftChange change : changes) {
      drafts.apply(
          edit(draft, change.key(), patch("[{\"op\":\"remove\",\"path\":\"/a~1b\"}]"), patch("[]")),
          change);
    }

    assertThat(drafts.changes(draft.id())).isEqualTo(changes);
    assertThat(find(draft).changeCount()).isEqualTo(4);
    DraftChange.Create created = (DraftChange.Create) drafts.changes(draft.id()).getFirst();
    assertThat(created.replacement().json().toString()).contains("1.10").contains("1E+400");
  }

  @Test
  void anEditIsAppliedOnceHoweverOftenItIsSent() {
    Draft draft = drafts.create("Once", version("1"));
    DraftEdit edit = labelEdit(draft, "Person", "Human");
    drafts.apply(edit, update("Person", "Human"));
    drafts.apply(labelEdit(draft, "Human", "Being"), update("Person", "Being"));

    drafts.apply(edit, update("Person", "Human"));

    assertThat(drafts.changes(draft.id())).containsExactly(update("Person", "Being"));
    assertThat(drafts.edits(draft.id())).hasSize(2).first().isEqualTo(edit);
    assertThat(drafts.appliedSequence()).isEqualTo(2);
    assertThat(find(draft).modifiedAt()).isEqualTo(START.plusSeconds(2));
  }

  @Test
  void aChangeThatIsTakenBackIsGoneAndItsEditsStay() {
    Draft draft = drafts.create("Back", version("1"));
    drafts.apply(labelEdit(draft, "Person", "Human"), update("Person", "Human"));
    drafts.apply(labelEdit(draft, "Human", "Person"), null);
    drafts.apply(labelEdit(draft, "Person", "Human"), null);

    assertThat(drafts.changes(draft.id())).isEmpty();
    assertThat(drafts.edits(draft.id())).hasSize(3);
  }

  @Test
  void theAppliedSequenceStaysInFrontOfAHole() {
    Draft draft = drafts.create("Hole", version("1"));
    DraftEdit first = labelEdit(draft, "a", "b");
    DraftEdit second = labelEdit(draft, "b", "c");
    DraftEdit third = labelEdit(draft, "c", "d");
    drafts.apply(first, update("a", "b"));
    drafts.apply(third, update("a", "d"));
    assertThat(drafts.appliedSequence()).isEqualTo(1);

    drafts.apply(second, update("a", "c"));
    assertThat(drafts.appliedSequence()).isEqualTo(2);
    drafts.apply(third, update("a", "d"));
    assertThat(drafts.appliedSequence()).isEqualTo(3);
  }

  @Test
  void anEditOfADeletedDraftCountsAsAppliedAndChangesNothing() {
    Draft draft = drafts.create("Gone", version("1"));
    DraftEdit edit = labelEdit(draft, "a", "b");
    drafts.purge(draft.id());

    drafts.apply(edit, update("a", "b"));

    assertThat(drafts.appliedSequence()).isEqualTo(1);
    assertThat(drafts.list()).isEmpty();
  }

  @Test
  void aDeletedDraftIsOutOfTheWayUntilItIsBroughtBack() {
    Draft draft = drafts.create("Deleted", version("1"));
    drafts.apply(labelEdit(draft, "a", "b"), update("a", "b"));
    Draft seen = find(draft);
    now = START.plusSeconds(60);

    drafts.delete(draft.id());

    assertThat(drafts.list()).isEmpty();
    assertThat(drafts.find(draft.id())).isEmpty();
    assertThat(drafts.stored(draft.id())).isEmpty();
    assertThat(drafts.describe(seen, "x", "y")).isEqualTo(new DraftWrite.Gone());
    assertThat(drafts.rebase(seen, version("2"), List.of())).isEqualTo(new DraftWrite.Gone());
    assertThat(drafts.transition(draft.id(), DraftStatus.DRAFT, DraftStatus.VALIDATED)).isFalse();
    drafts.apply(labelEdit(draft, "b", "c"), update("a", "c"));
    assertThat(drafts.deleted())
        .singleElement()
        .satisfies(found -> {
          assertThat(found.draft().title()).isEqualTo("Deleted");
          assertThat(found.deletedAt()).isEqualTo(now);
        });

    assertThat(drafts.restore(draft.id())).map(Draft::id).contains(draft.id());
    assertThat(drafts.list()).extracting(Draft::id).containsExactly(draft.id());
    assertThat(drafts.changes(draft.id())).containsExactly(update("a", "b"));
    assertThat(drafts.edits(draft.id())).hasSize(1);
    assertThat(drafts.deleted()).isEmpty();

    drafts.purge(draft.id());
    assertThat(drafts.restore(draft.id())).isEmpty();
  }

  @Test
  void aDraftIsArchivedAndTakenBack() {
    Draft draft = drafts.create("Done with", version("1"));

    assertThat(drafts.archive(draft.id(), true)).isTrue();
    assertThat(drafts.list()).singleElement().matches(Draft::archived);
    assertThat(drafts.archive(draft.id(), false)).isTrue();
    assertThat(find(draft).archived()).isFalse();
    drafts.purge(draft.id());
    assertThat(drafts.archive(draft.id(), true)).isFalse();
  }

  @Test
  void aChangeOfAnotherEntityIsRefused() {
    Draft draft = drafts.create("Wrong", version("1"));
    DraftEdit edit = edit(draft, key("category:Other"), patch("[]"), patch("[]"));

    assertThatThrownBy(() -> drafts.apply(edit, update("a", "b")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(drafts.edits(draft.id())).isEmpty();
  }

  @Test
  void deletingADraftTakesAllItsRows() throws SQLException {
    Draft draft = drafts.create("All", version("1"));
    Draft other = drafts.create("Other", version("1"));
    drafts.apply(labelEdit(draft, "a", "b"), update("a", "b"));
    drafts.apply(labelEdit(other, "a", "b"), update("a", "b"));
    submissions.save(submission(draft, Submission.Stage.PLANNED));

    drafts.purge(draft.id());

    assertThat(drafts.list()).extracting(Draft::id).containsExactly(other.id());
    assertThat(drafts.changes(draft.id())).isEmpty();
    assertThat(
            database()
                .rows(
                    "select (select count(*) from ontology.draft_change),"
                        + " (select count(*) from ontology.draft_edit),"
                        + " (select count(*) from ontology.submission)"))
        .containsExactly("1|1|0");
    drafts.purge(draft.id());
  }

  @Test
  void aDraftIsDescribed() {
    Draft draft = drafts.create("Title", version("1"));
    now = START.plusSeconds(60);

    drafts.describe(find(draft), "New title", "Two\nlines");

    Draft found = find(draft);
    assertThat(found.title()).isEqualTo("New title");
    assertThat(found.description()).isEqualTo("Two\nlines");
    assertThat(found.modifiedAt()).isEqualTo(now);
    assertThat(found.rowVersion()).isGreaterThan(draft.rowVersion());
    drafts.purge(draft.id());
    assertThat(drafts.describe(found, "x", "y")).isEqualTo(new DraftWrite.Gone());
  }

  @Test
  void aRebaseReplacesBaseAndChangesTogether() {
    Draft draft = drafts.create("Rebased", version("1"));
    drafts.apply(labelEdit(draft, "a", "b"), update("a", "b"));
    drafts.apply(
        edit(draft, key("category:Old"), patch("[]"), patch("[]")),
        new DraftChange.Create(key("category:Old"), document("old")));
    drafts.transition(draft.id(), DraftStatus.DRAFT, DraftStatus.VALIDATED);
    DraftChange rebased = update("A", "b");

    drafts.rebase(find(draft), version("2"), List.of(rebased));

    assertThat(find(draft).base()).isEqualTo(version("2"));
    assertThat(find(draft).status()).isEqualTo(DraftStatus.DRAFT);
    assertThat(drafts.changes(draft.id())).containsExactly(rebased);
    assertThat(drafts.edits(draft.id())).hasSize(2);
    Draft rebasedDraft = find(draft);
    drafts.purge(draft.id());
    assertThat(drafts.rebase(rebasedDraft, version("2"), List.of()))
        .isEqualTo(new DraftWrite.Gone());
  }

  @Test
  void aFailureAtAnyStatementOfAnEditOrARebaseLeavesTheDraftAsItWas() {
    Draft draft = drafts.create("Faults", version("1"));
    drafts.apply(labelEdit(draft, "a", "b"), update("a", "b"));
    Draft before = find(draft);
    List<DraftChange> changes = drafts.changes(draft.id());
    FaultyDataSource faulty = new FaultyDataSource(database().dataSource(), Integer.MAX_VALUE);
    try (OrmSessions failing = new OrmSessions(faulty.dataSource(), OrmSessions.Schema.TRUSTED)) {
      HibernateDraftStore store = store(failing);
      store.appliedSequence();
      Runnable unchanged =
          () -> {
            assertThat(find(draft)).isEqualTo(before);
            assertThat(drafts.changes(draft.id())).isEqualTo(changes);
            assertThat(drafts.appliedSequence()).isEqualTo(1);
          };
      List<DraftChange> rebased = List.of(update("x", "y"));
      int rebase =
          failUntilDone(faulty, () -> store.rebase(find(draft), version("1"), rebased), unchanged);
      assertThat(rebase).isGreaterThanOrEqualTo(3);
      assertThat(drafts.changes(draft.id())).isEqualTo(rebased);
      store.rebase(find(draft), version("1"), changes);
      Draft again = find(draft);
      DraftEdit edit = labelEdit(draft, "b", "c");
      int apply =
          failUntilDone(
              faulty,
              () -> store.apply(edit, update("a", "c")),
              () -> {
                assertThat(find(draft)).isEqualTo(again);
                assertThat(drafts.appliedSequence()).isEqualTo(1);
              });
      assertThat(apply).isGreaterThanOrEqualTo(5);
      assertThat(drafts.appliedSequence()).isEqualTo(2);
    }
  }

  /** Fails the first statement, then the second, until none is left to fail. */
  private static int failUntilDone(FaultyDataSource faulty, Runnable work, Runnable unchanged) {
    for (int failures = 0; ; failures++) {
      faulty.failAt(failures + 1);
      try {
        work.run();
        assertThat(faulty.failed()).isFalse();
        faulty.failAt(Integer.MAX_VALUE);
        return failures;
      } catch (StoreFaultException expected) {
        unchanged.run();
      }
    }
  }

  @Test
  void twoSessionsAtOnceLoseNoEdit() throws Exception {
    Draft draft = drafts.create("Two", version("1"));
    List<DraftEdit> edits = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      edits.add(labelEdit(draft, "l" + i, "l" + (i + 1)));
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      List<Future<?>> done = new ArrayList<>();
      for (DraftEdit edit : edits) {
        done.add(
            threads.submit(() -> {
              // A session that is overtaken reads again and tries again.
              while (!(drafts.apply(edit, update("l0", "x" + edit.sequence()))
                  instanceof EditOutcome.Stored)) {
                Thread.onSpinWait();
              }
            }));
      }
      for (Future<?> each : done) {
        each.get();
      }
    }
    assertThat(drafts.edits(draft.id())).containsExactlyInAnyOrderElementsOf(edits);
    assertThat(drafts.changes(draft.id())).hasSize(1);
  }

  @Test
  void randomEditsAgreeWithAMap() {
    long seed = Long.getLong("seed", 20261122L);
    Random random = new Random(seed);
    List<Draft> made = List.of(drafts.create("A", version("1")), drafts.create("B", version("1")));
    Map<Draft, Map<EntityKey, DraftChange>> model = new HashMap<>();
    Map<Draft, List<DraftEdit>> logs = new HashMap<>();
    for (int i = 0; i < 60; i++) {
      Draft draft = made.get(random.nextInt(2));
      EntityKey key = key("category:K" + random.nextInt(4));
      DraftChange change = randomChange(random, key);
      DraftEdit edit = edit(draft, key, patch("[]"), patch("[]"));
      drafts.apply(edit, change);
      logs.computeIfAbsent(draft, d -> new ArrayList<>()).add(edit);
      Map<EntityKey, DraftChange> changes = model.computeIfAbsent(draft, d -> new TreeMap<>());
      if (change == null) {
        changes.remove(key);
      } else {
        changes.put(key, change);
      }
    }
    for (Draft draft : made) {
      assertThat(drafts.changes(draft.id()))
          .as("seed " + seed)
          .isEqualTo(new ArrayList<>(model.getOrDefault(draft, Map.of()).values()));
      assertThat(drafts.edits(draft.id())).isEqualTo(logs.getOrDefault(draft, List.of()));
    }
    assertThat(drafts.appliedSequence()).isEqualTo(60);
    assertThat(commits.get()).isEqualTo(62);
  }

  private static @Nullable DraftChange randomChange(Random random, EntityKey key) {
    return switch (random.nextInt(4)) {
      case 0 -> null;
      case 1 -> new DraftChange.Create(key, document("d" + random.nextInt()));
      case 2 -> new DraftChange.Delete(key, file("f" + random.nextInt()));
      default ->
          new DraftChange.Update(
              key, file("f"), JsonPatch.between(document("a"), document("u" + random.nextInt())));
    };
  }
}
