package org.ontodraft.app.service.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.app.testing.RealServices.done;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.model.draft.Draft;
import org.ontodraft.model.draft.DraftChange;
import org.ontodraft.model.draft.DraftEdit;
import org.ontodraft.model.draft.DraftStatus;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.exchange.PortableDraft;
import org.ontodraft.model.format.JsonCodec;
import org.ontodraft.model.ontology.OntologyVersion;
import org.ontodraft.model.ontology.SourceFile;
import org.ontodraft.model.patch.JsonPatch;
import org.ontodraft.persistence.repository.HibernateDraftStore;
import org.ontodraft.persistence.repository.HibernateDraftTransfer;
import org.ontodraft.persistence.repository.OrmSessions;
import org.ontodraft.persistence.store.RowIds;
import org.ontodraft.persistence.testing.H2TestDatabase;
import org.ontodraft.persistence.testing.PostgresTestDatabase;
import org.ontodraft.persistence.testing.TestDatabase;

/** A draft from the embedded database to PostgreSQL and back is the same draft. */
@ExtendWith(PostgresTestDatabase.Extension.class)
class DraftMoveTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-22T12:00:00.123456Z"));
  private static final UUID JOURNAL = new UUID(1, 1);
  private static final EntityKey HERB = EntityKey.of(EntityType.CATEGORY, "Herb");

  private record Side(OrmSessions sessions, HibernateDraftStore drafts, Both moves)
      implements AutoCloseable {
    static Side of(TestDatabase database) throws SQLException {
      database.execute(
          "insert into ontology.journal_position (journal_id, applied_seq) values ('"
              + JOURNAL
              + "', 0)");
      RowIds ids = new RowIds(CLOCK);
      OrmSessions sessions = new OrmSessions(database.dataSource(), OrmSessions.Schema.VALIDATED);
      return new Side(
          sessions,
          new HibernateDraftStore(sessions, JOURNAL, ids, CLOCK, () -> {}),
          new Both(new HibernateDraftTransfer(sessions, ids, () -> {})));
    }

    @Override
    public void close() {
      sessions.close();
    }
  }

  private record Both(HibernateDraftTransfer transfer) {
    PortableDraft read(UUID draft) {
      return transfer.read(draft).orElseThrow();
    }
  }

  private static Outcome<PortableDraft> move(UUID draft, Side from, Side to) {
    return new DraftMove(from.moves.transfer(), to.moves.transfer(), "0.1.0", CLOCK).copy(draft);
  }

  private static EntityDocument document(String label) {
    return JsonCodec.parse("{\"id\": \"Herb\", \"label\": \"" + label + "\"}");
  }

  private static Draft draft(HibernateDraftStore drafts) {
    Draft draft =
        drafts.create("Herbs", new OntologyVersion("c".repeat(40), "main", CLOCK.instant(), "x"));
    SourceFile file =
        new SourceFile(
            "categories/Herb.json", "d".repeat(40), "{\r\n \"id\": \"Herb\", \"label\": \"H\"}");
    List<String> labels = List.of("H", "Herb", "Herb \\ud800");
    for (int i = 1; i < labels.size(); i++) {
      EntityDocument before = document(labels.get(i - 1));
      EntityDocument after = document(labels.get(i));
      drafts.apply(
          new DraftEdit(
              UUID.randomUUID(),
              draft.id(),
              i,
              DraftEdit.Kind.EDIT,
              HERB,
              "label",
              JsonPatch.between(before, after),
              JsonPatch.between(after, before),
              CLOCK.instant()),
          new DraftChange.Update(HERB, file, JsonPatch.between(document("H"), after)));
    }
    drafts.transition(draft.id(), DraftStatus.DRAFT, DraftStatus.VALIDATED);
    return draft;
  }

  @Test
  void there_and_back(@TempDir Path folder, PostgresTestDatabase server) throws SQLException {
    try (TestDatabase file = H2TestDatabase.create(folder);
        Side embedded = Side.of(file);
        Side remote = Side.of(server)) {
      Draft draft = draft(embedded.drafts());
      PortableDraft whole = embedded.moves().read(draft.id());

      done(move(draft.id(), embedded, remote));
      assertThat(remote.moves().read(draft.id())).isEqualTo(whole);
      done(move(draft.id(), embedded, remote)); // again: nothing changes

      embedded.drafts().delete(draft.id());
      done(move(draft.id(), remote, embedded));
      assertThat(embedded.moves().read(draft.id())).isEqualTo(whole);

      remote.drafts().describe(remote.drafts().find(draft.id()).orElseThrow(), "Theirs", "");
      assertThat(move(draft.id(), embedded, remote))
          .isInstanceOfSatisfying(
              Outcome.Refused.class,
              refused -> assertThat(refused.refusal().code()).isEqualTo("EXCHANGE-04"));
      assertThat(remote.moves().read(draft.id()).title()).isEqualTo("Theirs");
    }
  }
}
