package org.ontodraft.persistence.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.persistence.testing.Entities.version;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ontodraft.model.draft.Draft;
import org.ontodraft.model.draft.RebaseStanding;
import org.ontodraft.model.draft.RebaseStanding.Status;

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
