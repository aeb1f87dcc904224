package org.ontodraft.persistence.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ontodraft.persistence.testing.Entities.key;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ontodraft.model.draft.Draft;
import org.ontodraft.model.draft.DraftChange;
import org.ontodraft.model.draft.DraftEdit;
import org.ontodraft.model.draft.DraftIntent;
import org.ontodraft.model.draft.DraftSource;
import org.ontodraft.model.draft.DraftStatus;
import org.ontodraft.model.draft.DraftStep;
import org.ontodraft.model.draft.Submission;
import org.ontodraft.model.exchange.DraftFile;
import org.ontodraft.model.exchange.DraftFileCodec;
import org.ontodraft.model.exchange.DraftFileReading;
import org.ontodraft.model.exchange.PortableDraft;
import org.ontodraft.model.merge.Choice;
import org.ontodraft.model.merge.Fingerprint;
import org.ontodraft.model.merge.Place;
import org.ontodraft.model.merge.Resolution;
import org.ontodraft.model.ontology.OntologyVersion;
import org.ontodraft.model.patch.JsonPatch;
import org.ontodraft.persistence.store.RowIds;
import org.ontodraft.persistence.store.StoreFaultException;

/** A draft that is handed out and taken in is the same draft. */
abstract class DraftTransferContract extends OrmStoreContract {
  private static final OntologyVersion BASE =
      new OntologyVersion("c".repeat(40), "main", START, "First");

  private static final DraftIntent RENAME =
      new DraftIntent.Rename(key("category:Herb"), key("category:Plant"));

  @SuppressWarnings("NullAway.Init")
  private HibernateDraftTransfer transfer;

  @BeforeEach
  void open() {
    transfer = new HibernateDraftTransfer(sessions, new RowIds(clock), commits::incrementAndGet);
  }

  private Draft submitted() {
    Draft draft = drafts.create("Plants", BASE);
    drafts.describe(find(draft), "Plants", "all of them");
    DraftEdit label = labelEdit(draft, "A", "B");
    drafts.apply(label, update("A", "B"));
    drafts.apply(
        edit(draft, key("dashboard:Desk"), patch("[]"), patch("[]")),
        new DraftChange.Delete(key("dashboard:Desk"), dashboard()));
    drafts.apply(
        edit(draft, key("category:Herb"), JsonPatch.between(null, document("H")), patch("[]")),
        new DraftChange.Create(key("category:Herb"), document("H")));
    rename(draft);
    bringTo(draft, DraftStatus.SUBMITTED);
    submissions.record(submission(draft, Submission.Stage.RECORDED));
    return draft;
  }

  private void rename(Draft draft) {
    UUID step = UUID.randomUUID();
    DraftEdit gone = half(draft, step, "category:Herb", JsonPatch.between(document("H"), null));
    DraftEdit come = half(draft, step, "category:Plant", JsonPatch.between(null, document("H")));
    drafts.apply(
        new DraftStep(List.of(gone, come), List.of(RENAME)),
        Map.of(
            gone.key(),
            Optional.empty(),
            come.key(),
            Optional.of(new DraftChange.Create(come.key(), document("H")))));
  }

  private DraftEdit half(Draft draft, UUID step, String entity, JsonPatch patch) {
    return new DraftEdit(
        UUID.randomUUID(),
        draft.id(),
        10,
        DraftEdit.Kind.EDIT,
        key(entity),
        "",
        patch,
        patch,
        START,
        step);
  }

  private PortableDraft read(UUID draft) {
    return transfer.read(draft).orElseThrow();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"after the first batch, 100", "before the end, 240"})
  void aTransferThatIsStoppedLeavesNothing(String name, long at) {
    Draft draft = submitted();
    PortableDraft large = longer(read(draft.id()), 240);
    assertThat(transfer.remove(read(draft.id()))).isTrue();
    List<Long> told = new ArrayList<>();

    assertThatThrownBy(() ->
            transfer.write(
                large,
                rows -> {
                  told.add(rows);
                  if (rows >= at) {
                    throw new CancellationException();
                  }
                }))
        .isInstanceOf(CancellationException.class);
    assertThat(told).isNotEmpty();
    assertThat(transfer.read(draft.id())).isEmpty();
    assertThat(drafts.list()).noneMatch(each -> each.id().equals(draft.id()));

    assertThat(transfer.write(large)).isTrue();
    assertThat(read(draft.id())).isEqualTo(large);
  }

  /** The draft with decisions until it has so many parts at least. */
  private static PortableDraft longer(PortableDraft draft, int parts) {
    List<Resolution> decided = new ArrayList<>(draft.resolutions());
    for (int i = 0; i < parts; i++) {
      decided.add(
          new Resolution(
              new Place(key("category:Herb" + (1000 + i)), "label"),
              new Fingerprint("ab".repeat(32)),
              Choice.of(Choice.Kind.MINE)));
    }
    return draft.with(decided);
  }

  @Test
  void aDraftIsRemovedOnlyAsItWasHandedOut() {
    Draft draft = submitted();
    PortableDraft seen = transfer.read(draft.id()).orElseThrow();
    drafts.describe(find(draft), "Plants", "other words");

    assertThat(transfer.remove(seen)).isFalse();
    PortableDraft now = transfer.read(draft.id()).orElseThrow();
    assertThat(now.description()).isEqualTo("other words");
    assertThat(transfer.remove(now)).isTrue();
    assertThat(transfer.read(draft.id())).isEmpty();
    assertThat(transfer.remove(now)).as("it is gone already").isTrue();
  }

  @Test
  void handsOutAllThereIs() {
    Draft draft = submitted();
    PortableDraft read = read(draft.id());
    assertThat(read.changes()).isEqualTo(drafts.changes(draft.id()));
    assertThat(read.steps()).isEqualTo(drafts.steps(draft.id()));
    assertThat(read.intents()).containsExactly(RENAME).isEqualTo(drafts.intents(draft.id()));
    assertThat(read.submissions()).isEqualTo(submissions.ofDraft(draft.id()));
    assertThat(read.base()).isEqualTo(BASE);
    assertThat(read.source()).isEqualTo(DraftSource.DESKTOP);
    assertThat(read.status()).isEqualTo(DraftStatus.SUBMITTED);
    assertThat(read.pullRequestUrl()).isEqualTo("https://forge.example/pull/17");
    assertThat(transfer.read(UUID.randomUUID())).isEmpty();
  }

  @Test
  void takesInWhatItHandedOut() {
    Draft draft = submitted();
    PortableDraft whole = read(draft.id());
    Draft listed = find(draft);
    drafts.purge(draft.id());
    commits.set(0);

    byte[] file = DraftFileCodec.write(new DraftFile("0.1.0", START, List.of(), null, whole));
    DraftFile read = ((DraftFileReading.Read) DraftFileCodec.read(file)).file();
    assertThat(transfer.write(read.draft())).isTrue();

    assertThat(commits).hasValue(1);
    assertThat(read(draft.id())).isEqualTo(whole);
    assertThat(find(draft))
        .usingRecursiveComparison()
        .ignoringFields("rowVersion")
        .isEqualTo(listed);
  }

  @Test
  void decisionsComeAlong() {
    Draft draft = submitted();
    PortableDraft whole = read(draft.id());
    Resolution decision =
        new Resolution(
            new Place(key("category:Person"), "label"),
            new Fingerprint("ab".repeat(32)),
            Choice.of(Choice.Kind.MINE));
    PortableDraft decided = withDecision(whole, decision);
    drafts.purge(draft.id());
    assertThat(transfer.write(decided)).isTrue();
    assertThat(read(draft.id())).isEqualTo(decided);
    assertThat(
            new HibernateResolutionStore(sessions, new RowIds(clock), clock, () -> {})
                .ofDraft(draft.id()))
        .containsExactly(decision);
  }

  private static PortableDraft withDecision(PortableDraft draft, Resolution decision) {
    return new PortableDraft(
        draft.id(),
        draft.title(),
        draft.description(),
        "a comment",
        draft.status(),
        draft.source(),
        draft.base(),
        draft.createdAt(),
        draft.modifiedAt(),
        draft.validatedAt(),
        draft.submittedAt(),
        START,
        draft.pullRequestUrl(),
        draft.changes(),
        draft.steps(),
        draft.intents(),
        List.of(decision),
        draft.submissions());
  }

  @Test
  void whatIsHandedOutIsOfOneMoment() throws Exception {
    Draft draft = drafts.create("Busy", BASE);
    Thread writer =
        Thread.ofVirtual()
            .start(() -> {
              for (int i = 0; i < 60; i++) {
                drafts.apply(labelEdit(draft, "A", "B" + i), update("A", "B" + i));
              }
            });
    int seen = 0;
    while (writer.isAlive()) {
      PortableDraft read = read(draft.id());
      int edits = read.steps().size();
      assertThat(edits).isGreaterThanOrEqualTo(seen);
      if (edits > 0) {
        assertThat(read.changes()).containsExactly(update("A", "B" + (edits - 1)));
      }
      seen = edits;
    }
    writer.join();
    assertThat(read(draft.id()).steps()).hasSize(60);
  }

  @Test
  void theDraftThatIsThereStays() {
    Draft draft = submitted();
    PortableDraft whole = read(draft.id());
    drafts.describe(find(draft), "Renamed", "");
    assertThat(transfer.write(whole)).isFalse();
    assertThat(find(draft).title()).isEqualTo("Renamed");
  }

  @Test
  void takesAllInOrNothing() {
    Draft draft = submitted();
    PortableDraft whole = read(draft.id());
    PortableDraft other =
        new PortableDraft(
            UUID.randomUUID(),
            "Copy",
            "",
            null,
            whole.status(),
            whole.source(),
            whole.base(),
            whole.createdAt(),
            whole.modifiedAt(),
            null,
            null,
            null,
            null,
            whole.changes(),
            whole.steps(),
            List.of(),
            List.of(),
            List.of());
    assertThatThrownBy(() -> transfer.write(other)).isInstanceOf(StoreFaultException.class);
    assertThat(drafts.list()).extracting(Draft::id).containsExactly(draft.id());
  }

  @Test
  void editingGoesOnWhereItWas() {
    Draft draft = submitted();
    PortableDraft whole = read(draft.id());
    drafts.purge(draft.id());
    transfer.write(whole);
    drafts.apply(labelEdit(draft, "B", "C"), update("A", "C"));
    assertThat(drafts.edits(draft.id())).hasSize(6);
    assertThat(drafts.changes(draft.id())).contains(update("A", "C"));
    assertThat(find(draft).status()).isEqualTo(DraftStatus.DRAFT);
  }
}
