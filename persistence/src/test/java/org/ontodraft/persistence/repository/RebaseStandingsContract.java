package org.ontodraft.persistence.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.persistence.testing.Entities.version;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.ontodraft.model.draft.Draft;
import org.ontodraft.model.draft.RebaseStanding;
import org.ontodraft.model.draft.RebaseStanding.Status;
import org.ontodraft.persistence.row.DraftRow;

/** What the port to how drafts stand promises. */
abstract class RebaseStandingsContract extends OrmStoreContract {
  private HibernateRebaseStandings standings() {
    return new HibernateRebaseStandings(sessions);
  }

  private RebaseStanding of(Draft draft) {
    return standings().all().getOrDefault(draft.id(), new RebaseStanding(Status.PENDING, "none"));
  }

  @Test
  void whatIsKeptIsFoundAndIsNoEdit() {
    Draft conflicting = drafts.create("Conflicting", version("1"));
    Draft clean = drafts.create("Clean", version("1"));
    RebaseStanding conflict = new RebaseStanding(Status.CONFLICT, "2".repeat(40));

    assertThat(standings().put(conflicting, conflict)).isTrue();

    assertThat(of(conflicting)).isEqualTo(conflict);
    assertThat(of(clean).commit()).isNull();
    assertThat(find(conflicting)).isEqualTo(conflicting);
  }

  @Test
  void aDraftThatWasEditedSinceIsToBeExaminedAgain() {
    Draft draft = drafts.create("Edited", version("1"));
    standings().put(draft, new RebaseStanding(Status.CLEAN, "2".repeat(40)));

    drafts.apply(labelEdit(draft, "a", "b"), update("a", "b"));

    assertThat(of(draft).status()).isEqualTo(Status.PENDING);
    assertThat(standings().put(draft, new RebaseStanding(Status.CLEAN, "2".repeat(40))))
        .as("examined before the edit")
        .isFalse();
    assertThat(of(draft).status()).isEqualTo(Status.PENDING);
    assertThat(standings().put(find(draft), new RebaseStanding(Status.CONFLICT, "2".repeat(40))))
        .isTrue();
    assertThat(of(draft).status()).isEqualTo(Status.CONFLICT);
  }

  @Test
  void nobodyWaitsForAnEditThatTakesLong() throws Exception {
    Draft draft = drafts.create("Busy", version("1"));
    CountDownLatch written = new CountDownLatch(1);
    CountDownLatch kept = new CountDownLatch(1);
    FutureTask<Void> edit =
        new FutureTask<>(
            () ->
                sessions.transact(
                    "a long edit",
                    session -> {
                      DraftRow row =
                          Objects.requireNonNull(
                              OrmSessions.lock(session, DraftRow.class, draft.id()));
                      row.modifiedAt = START;
                      session.flush();
                      written.countDown();
                      await(kept);
                    }),
            null);
    Thread.startVirtualThread(edit);
    try {
      await(written);
      long begin = System.nanoTime();
      assertThat(standings().put(draft, new RebaseStanding(Status.CLEAN, "2".repeat(40))))
          .isFalse();
      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(1));
    } finally {
      kept.countDown();
    }
    edit.get();
    assertThat(of(draft).commit()).as("examined against").isNotEqualTo("2".repeat(40));
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  @Test
  void aDraftThatWasMovedStandsCleanOnItsNewBase() {
    Draft draft = drafts.create("Moved", version("1"));
    standings().put(draft, new RebaseStanding(Status.CONFLICT, version("2").commit()));

    drafts.rebase(find(draft), version("2"), List.of());

    assertThat(of(draft)).isEqualTo(new RebaseStanding(Status.CLEAN, version("2").commit()));
  }

  @Test
  void aDraftThatIsGoneStandsNowhere() {
    Draft draft = drafts.create("Gone", version("1"));
    drafts.purge(draft.id());

    assertThat(standings().put(draft, new RebaseStanding(Status.CLEAN, "2".repeat(40)))).isFalse();
    assertThat(standings().all()).isEmpty();
  }
}
