package org.ontodraft.persistence.check;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.draft.Draft;
import org.ontodraft.model.draft.DraftChange;
import org.ontodraft.model.draft.DraftEdit;
import org.ontodraft.model.draft.DraftStep;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.format.EntityCodec;
import org.ontodraft.model.ontology.SourceFile;
import org.ontodraft.model.patch.PatchDoesNotApplyException;
import org.ontodraft.persistence.repository.HibernateDraftStore;
import org.ontodraft.persistence.repository.OrmSessions;
import org.ontodraft.persistence.store.CheckFinding;
import org.ontodraft.persistence.store.CheckFinding.Code;
import org.ontodraft.persistence.store.RowIds;

/** Looks the drafts over: bases, changes, edit logs, and these against the journal. */
final class DraftCheck {
  private static final UUID NO_JOURNAL = new UUID(0, 0);

  private final DataSource database;
  private final Connection connection;
  private final List<CheckFinding> findings = new ArrayList<>();

  DraftCheck(DataSource database, Connection connection) {
    this.database = database;
    this.connection = connection;
  }

  List<CheckFinding> run(JournalCheck journal) throws SQLException {
    InstantSource clock = InstantSource.system();
    try (OrmSessions sessions = new OrmSessions(database, OrmSessions.Schema.VALIDATED)) {
      HibernateDraftStore drafts =
          new HibernateDraftStore(sessions, NO_JOURNAL, new RowIds(clock), clock, () -> {});
      for (Draft draft : drafts.list()) {
        try {
          List<DraftStep> steps = drafts.steps(draft.id());
          List<DraftChange> changes = drafts.changes(draft.id());
          checkChanges(draft, changes, isRebased(draft) ? List.of() : steps);
          checkSteps(draft, steps, journal);
        } catch (IllegalArgumentException | IllegalStateException | NullPointerException odd) {
          findings.add(CheckFinding.of(Code.DRAFT_UNREADABLE, draft.title(), odd));
        }
      }
    }
    checkPositions();
    return findings;
  }

  /** What a rebase made of a change does not stand in the edit log. */
  private boolean isRebased(Draft draft) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select rebase_commit_sha from ontology.draft where id = '" + draft.id() + "'")) {
      return row.next() && row.getString(1) != null;
    }
  }

  private void checkChanges(Draft draft, List<DraftChange> changes, List<DraftStep> steps) {
    Map<EntityKey, DraftEdit> lastEdits = new HashMap<>();
    for (DraftStep step : steps) {
      step.edits().forEach(edit -> lastEdits.put(edit.key(), edit));
    }
    for (DraftChange change : changes) {
      SourceFile base = change.baseFile();
      if (base != null && !base.files().stream().allMatch(DraftCheck::isItsObject)) {
        findings.add(CheckFinding.of(Code.BASE_DIFFERS, draft.title(), change.key()));
        continue;
      }
      try {
        EntityDocument document = documentOf(change);
        DraftEdit last = lastEdits.remove(change.key());
        if (last != null && !isMadeBy(document, last)) {
          findings.add(CheckFinding.of(Code.CHANGE_DIFFERS, draft.title(), change.key()));
        }
      } catch (PatchDoesNotApplyException | IllegalArgumentException broken) {
        findings.add(CheckFinding.of(Code.CHANGE_BROKEN, draft.title(), change.key()));
      }
    }
  }

  private static @Nullable EntityDocument documentOf(DraftChange change)
      throws PatchDoesNotApplyException {
    return switch (change) {
      case DraftChange.Create(var key, EntityDocument replacement) -> replacement;
      case DraftChange.Update(EntityKey key, SourceFile base, var patch) ->
          patch.applyTo(EntityCodec.document(key, base));
      case DraftChange.Delete _ -> null;
    };
  }

  /** Whether an edit leads to this document from what its way back leads to. */
  private static boolean isMadeBy(@Nullable EntityDocument document, DraftEdit edit) {
    try {
      return Objects.equals(edit.forward().applyTo(edit.inverse().applyTo(document)), document);
    } catch (PatchDoesNotApplyException other) {
      return false;
    }
  }

  /** Git names an object by the hash of what it holds. */
  private static boolean isItsObject(SourceFile file) {
    byte[] bytes = file.text().getBytes(StandardCharsets.UTF_8);
    try {
      MessageDigest digest =
          MessageDigest.getInstance(file.blobId().length() == 64 ? "SHA-256" : "SHA-1");
      digest.update(("blob " + bytes.length + "\0").getBytes(StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(digest.digest(bytes)).equals(file.blobId());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has both", e);
    }
  }

  private void checkSteps(Draft draft, List<DraftStep> steps, JournalCheck journal) {
    Map<UUID, DraftStep> stored = new HashMap<>();
    steps.forEach(step -> stored.put(step.id(), step));
    for (DraftStep step : journal.steps()) {
      if (step.draft().equals(draft.id()) && !isSame(step, stored.get(step.id()))) {
        findings.add(CheckFinding.of(Code.STEP_DIFFERS, draft.title(), step.sequence()));
      }
    }
  }

  private static boolean isSame(DraftStep journaled, @Nullable DraftStep stored) {
    if (stored == null || stored.edits().size() != journaled.edits().size()) {
      return false;
    }
    for (int i = 0; i < stored.edits().size(); i++) {
      DraftEdit one = journaled.edits().get(i);
      DraftEdit other = stored.edits().get(i);
      boolean same =
          one.key().equals(other.key())
              && one.kind() == other.kind()
              && one.forward().equals(other.forward())
              && one.inverse().equals(other.inverse());
      if (!same) {
        return false;
      }
    }
    return stored.intents().equals(journaled.intents());
  }

  private void checkPositions() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select d.title, count(*), max(e.position) from ontology.draft_edit e"
                    + " join ontology.draft d on d.id = e.draft_id group by d.id, d.title"
                    + " having count(*) <> max(e.position)")) {
      while (rows.next()) {
        findings.add(CheckFinding.of(Code.LOG_HOLE, rows.getString(1), rows.getLong(2) + 1));
      }
    }
  }
}
