package org.ontodraft.persistence.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ontodraft.persistence.testing.Entities.version;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ontodraft.model.draft.Draft;
import org.ontodraft.model.draft.DraftStatus;
import org.ontodraft.model.draft.EditOutcome;
import org.ontodraft.model.draft.Submission;

/** What the ports to drafts and submissions promise of a draft's way upstream. */
abstract class DraftStatusContract extends OrmStoreContract {
  @Test
  void onlyTheTableOfMovesIsAllowedAndOnlyFromThePresentStatus() {
    Map<DraftStatus, Integer> allowed = new EnumMap<>(DraftStatus.class);
    for (DraftStatus from : DraftStatus.values()) {
      for (DraftStatus to : DraftStatus.values()) {
        Draft draft = drafts.create(from + " " + to, version("1"));
        bringTo(draft, from);
        long before = find(draft).rowVersion();
        if (!from.canMoveTo(to)) {
          assertThatThrownBy(() -> drafts.transition(draft.id(), from, to))
              .isInstanceOf(IllegalArgumentException.class);
          continue;
        }
        allowed.merge(from, 1, Integer::sum);
        assertThat(drafts.transition(draft.id(), from, to)).isTrue();
        assertThat(find(draft).status()).isEqualTo(to);
        assertThat(find(draft).rowVersion()).isEqualTo(before + 1);
        assertThat(drafts.transition(draft.id(), from, to)).as("a second time").isFalse();
        assertThat(find(draft).rowVersion()).isEqualTo(before + 1);
      }
    }
    assertThat(allowed).hasSize(4);
  }

  @ParameterizedTest(name = "from {0}")
  @CsvSource({"DRAFT", "VALIDATED", "SUBMITTED", "REJECTED"})
  void anEditTakesADraftBackToDraft(DraftStatus status) {
    Draft draft = drafts.create("Edited", version("1"));
    bringTo(draft, status);

    drafts.apply(labelEdit(draft, "a", "b"), update("a", "b"));

    assertThat(find(draft).status()).isEqualTo(DraftStatus.DRAFT);
  }

  @ParameterizedTest(name = "from {0}")
  @CsvSource({"DRAFT", "VALIDATED", "SUBMITTED", "REJECTED"})
  void aRebaseTakesADraftBackToDraft(DraftStatus status) {
    Draft draft = drafts.create("Moved", version("1"));
    bringTo(draft, status);

    drafts.rebase(find(draft), version("2"), List.of());

    assertThat(find(draft).status()).isEqualTo(DraftStatus.DRAFT);
  }

  @Test
  void aMergedDraftTakesNoEdit() {
    Draft draft = drafts.create("Merged", version("1"));
    bringTo(draft, DraftStatus.MERGED);

    assertThat(drafts.apply(labelEdit(draft, "a", "b"), update("a", "b")))
        .isEqualTo(new EditOutcome.Closed(DraftStatus.MERGED));

    assertThat(drafts.edits(draft.id())).isEmpty();
    assertThat(drafts.appliedSequence()).isZero();
  }

  @Test
  void submissionsAreKeptNewestFirstAndReplacedById() {
    Draft draft = drafts.create("Sent", version("1"));
    Submission first = submission(draft, Submission.Stage.PLANNED);
    now = START.plusSeconds(1);
    Submission second = submission(draft, Submission.Stage.PUSHED);
    submissions.save(first);
    submissions.save(second);
    Submission pushed =
        new Submission(
            first.id(),
            first.draft(),
            "New",
            "",
            first.parent(),
            first.commit(),
            first.remote(),
            first.branch(),
            "gitlab",
            4,
            "u",
            Submission.Stage.PULL_REQUEST_OPEN,
            first.createdAt());

    submissions.save(pushed);

    assertThat(submissions.ofDraft(draft.id())).containsExactly(second, pushed);
    assertThat(submissions.ofDraft(UUID.randomUUID())).isEmpty();
  }

  @Test
  void recordingMovesAValidatedDraft() {
    Draft draft = drafts.create("Sent", version("1"));
    bringTo(draft, DraftStatus.VALIDATED);
    Submission done = submission(draft, Submission.Stage.RECORDED);

    submissions.record(done);
    submissions.record(done);

    assertThat(find(draft).status()).isEqualTo(DraftStatus.SUBMITTED);
    assertThat(find(draft).pullRequestUrl()).isEqualTo("https://forge.example/pull/17");
    assertThat(submissions.ofDraft(draft.id())).containsExactly(done);
  }

  @Test
  void recordingLeavesTheStatusOfADraftThatWasEditedMeanwhile() {
    Draft draft = drafts.create("Edited", version("1"));
    Submission done = submission(draft, Submission.Stage.RECORDED);

    submissions.record(done);

    assertThat(find(draft).status()).isEqualTo(DraftStatus.DRAFT);
    assertThat(find(draft).pullRequestUrl()).isEqualTo("https://forge.example/pull/17");
    assertThat(submissions.ofDraft(draft.id())).containsExactly(done);
  }
}
