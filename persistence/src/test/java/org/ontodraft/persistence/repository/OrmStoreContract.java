package org.ontodraft.persistence.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.persistence.testing.Entities.key;

import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.ontodraft.model.draft.Draft;
import org.ontodraft.model.draft.DraftChange;
import org.ontodraft.model.draft.DraftEdit;
import org.ontodraft.model.draft.DraftStatus;
import org.ontodraft.model.draft.Submission;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.format.JsonCodec;
import org.ontodraft.model.ontology.SourceFile;
import org.ontodraft.model.patch.JsonPatch;
import org.ontodraft.persistence.store.RowIds;
import org.ontodraft.persistence.testing.TestDatabase;

/**
 * Drafts and submissions on whichever database a subclass chooses, and words to make them with. The
 * rows are validated against the migrated tables whenever a factory is built.
 */
@TestInstance(Lifecycle.PER_CLASS)
abstract class OrmStoreContract {
  static final UUID JOURNAL = UUID.fromString("0198c000-0000-7000-8000-00000000a001");
  static final Instant START = Instant.parse("2026-11-21T10:00:00.123456Z");

  Instant now = START;
  final InstantSource clock = () -> now;
  final AtomicInteger commits = new AtomicInteger();
  long sequence;

  @SuppressWarnings("NullAway.Init")
  OrmSessions sessions;

  @SuppressWarnings("NullAway.Init")
  HibernateDraftStore drafts;

  @SuppressWarnings("NullAway.Init")
  HibernateSubmissionStore submissions;

  /** The database of this class. */
  abstract TestDatabase database();

  HibernateDraftStore store(OrmSessions over) {
    return new HibernateDraftStore(
        over, JOURNAL, new RowIds(clock), clock, commits::incrementAndGet);
  }

  @BeforeAll
  void startHibernate() {
    sessions = new OrmSessions(database().dataSource(), OrmSessions.Schema.VALIDATED);
    drafts = store(sessions);
    submissions = new HibernateSubmissionStore(sessions, clock, commits::incrementAndGet);
  }

  @BeforeEach
  void emptyTheTables() throws SQLException {
    database().execute("delete from ontology.draft");
    database().execute("delete from ontology.journal_position");
    database()
        .execute(
            "insert into ontology.journal_position (journal_id, applied_seq) values ('"
                + JOURNAL
                + "', 0)");
    now = START;
    sequence = 0;
    commits.set(0);
  }

  @AfterAll
  void closeStores() {
    sessions.close();
    database().close();
  }

  Draft find(Draft draft) {
    return drafts.find(draft.id()).orElseThrow();
  }

  static EntityDocument document(String label) {
    return JsonCodec.parse("{\"id\": \"Person\", \"label\": \"" + label + "\"}");
  }

  static SourceFile file(String label) {
    return new SourceFile(
        "categories/Person.json",
        "0123456789012345678901234567890123456789",
        "\uFEFF{\r\n\t\"id\": \"Person\",\"label\":   \"" + label + "\"}");
  }

  static SourceFile dashboard() {
    return new SourceFile(
        "dashboards/Desk.wikitext",
        "1123456789012345678901234567890123456789",
        "root\r\n",
        List.of(
            new SourceFile("dashboards/Desk/A.wikitext", "a", "\uFEFFone \"page\"\n"),
            new SourceFile("dashboards/Desk/B/C.wikitext", "b", "")));
  }

  static DraftChange.Update update(String from, String to) {
    return new DraftChange.Update(
        key("category:Person"), file(from), JsonPatch.between(document(from), document(to)));
  }

  DraftEdit edit(Draft draft, EntityKey key, JsonPatch forward, JsonPatch inverse) {
    return new DraftEdit(
        UUID.randomUUID(),
        draft.id(),
        ++sequence,
        DraftEdit.Kind.EDIT,
        key,
        "label",
        forward,
        inverse,
        START.plusSeconds(sequence));
  }

  DraftEdit labelEdit(Draft draft, String from, String to) {
    return edit(
        draft,
        key("category:Person"),
        JsonPatch.between(document(from), document(to)),
        JsonPatch.between(document(to), document(from)));
  }

  static JsonPatch patch(String json) {
    return JsonPatch.parse(json);
  }

  void bringTo(Draft draft, DraftStatus status) {
    List<DraftStatus> way =
        switch (status) {
          case DRAFT -> List.of();
          case VALIDATED -> List.of(DraftStatus.VALIDATED);
          case SUBMITTED -> List.of(DraftStatus.VALIDATED, DraftStatus.SUBMITTED);
          case MERGED, REJECTED -> List.of(DraftStatus.VALIDATED, DraftStatus.SUBMITTED, status);
        };
    DraftStatus at = DraftStatus.DRAFT;
    for (DraftStatus next : way) {
      assertThat(drafts.transition(draft.id(), at, next)).isTrue();
      at = next;
    }
  }

  Submission submission(Draft draft, Submission.Stage stage) {
    return new Submission(
        UUID.randomUUID(),
        draft.id(),
        "Title",
        "Body\n",
        "a".repeat(40),
        "b".repeat(40),
        "origin",
        "ontodraft/x",
        stage == Submission.Stage.PLANNED ? null : "github",
        stage == Submission.Stage.RECORDED ? 17 : null,
        stage == Submission.Stage.RECORDED ? "https://forge.example/pull/17" : null,
        stage,
        now);
  }
}
