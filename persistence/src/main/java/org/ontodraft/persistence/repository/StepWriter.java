package org.ontodraft.persistence.repository;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.draft.DraftChange;
import org.ontodraft.model.draft.DraftEdit;
import org.ontodraft.model.draft.DraftStatus;
import org.ontodraft.model.draft.DraftStep;
import org.ontodraft.model.draft.EditOutcome;
import org.ontodraft.model.draft.RebaseStanding;
import org.ontodraft.model.draft.SeenChanges;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.persistence.row.DraftChangeRow;
import org.ontodraft.persistence.row.DraftEditRow;
import org.ontodraft.persistence.row.DraftRow;
import org.ontodraft.persistence.store.RowIds;

/**
 * Writes one step within the caller's transaction, if the entities' changes are still what the step
 * was made on. The draft's row is locked first, so steps of one draft come one after another.
 */
final class StepWriter {
  private final UUID journal;
  private final RowIds ids;
  private final IntentRows intents;

  StepWriter(UUID journal, RowIds ids, IntentRows intents) {
    this.journal = journal;
    this.ids = ids;
    this.intents = intents;
  }

  EditOutcome write(
      Session session,
      DraftStep step,
      Map<EntityKey, Optional<DraftChange>> changes,
      SeenChanges seen) {
    DraftRow draft = OrmSessions.lock(session, DraftRow.class, step.draft());
    if (draft == null || draft.deletedAt != null) {
      advance(session, step.sequence());
      return new EditOutcome.Gone();
    }
    Map<EntityKey, DraftChangeRow> rows = changeRows(session, step);
    SeenChanges found = found(draft, rows);
    UUID first = step.edits().getFirst().id();
    if (OrmSessions.find(session, DraftEditRow.class, first) != null) {
      advance(session, step.sequence());
      return new EditOutcome.Stored(found, draft.rowVersion, draft.rowVersion);
    }
    DraftStatus status = DraftRows.read(DraftStatus.class, draft.status);
    if (!status.editable()) {
      return new EditOutcome.Closed(status);
    }
    if (!found.baseCommit().equals(seen.baseCommit())) {
      return new EditOutcome.Rebased(seen, found);
    }
    for (EntityKey key : changes.keySet()) {
      if (found.version(key) != seen.version(key)) {
        DraftChangeRow theirs = rows.get(key);
        return new EditOutcome.Stale(
            key,
            changes.getOrDefault(key, Optional.empty()).orElse(null),
            theirs == null ? null : DraftRows.change(theirs),
            seen,
            found);
      }
    }
    return store(session, step, changes, draft, rows);
  }

  private EditOutcome store(
      Session session,
      DraftStep step,
      Map<EntityKey, Optional<DraftChange>> changes,
      DraftRow draft,
      Map<EntityKey, DraftChangeRow> rows) {
    advance(session, step.sequence());
    long version = draft.rowVersion + 1;
    DraftRows.rows(step, journal, nextPosition(session, step.draft())).forEach(session::persist);
    intents.apply(session, step);
    Map<EntityKey, UUID> meant =
        step.intents().isEmpty() ? Map.of() : intents.byEntity(session, step.draft());
    Map<EntityKey, Long> versions = new HashMap<>();
    changes.forEach((key, change) -> {
      put(session, step.draft(), rows.get(key), change.orElse(null), meant, version);
      versions.put(key, change.isPresent() ? version : 0);
    });
    session
        .createMutationQuery(
            "update versioned DraftRow set status = :status, validatedAt = null,"
                + " rebaseStatus = :pending, modifiedAt = :at where id = :draft")
        .setParameter("status", DraftRows.stored(DraftStatus.DRAFT))
        .setParameter("pending", DraftRows.stored(RebaseStanding.Status.PENDING))
        .setParameter("at", step.at())
        .setParameter("draft", step.draft())
        .executeUpdate();
    return new EditOutcome.Stored(
        new SeenChanges(draft.baseCommit, versions), draft.rowVersion, version);
  }

  private static SeenChanges found(DraftRow draft, Map<EntityKey, DraftChangeRow> rows) {
    Map<EntityKey, Long> versions = new HashMap<>();
    rows.forEach((key, row) -> versions.put(key, row.rowVersion));
    return new SeenChanges(draft.baseCommit, versions);
  }

  /** The position stays in front of a hole, so that a replay fills it. */
  void advance(Session session, long sequence) {
    session
        .createMutationQuery(
            "update JournalPositionRow set appliedSequence = :sequence"
                + " where id = :journal and appliedSequence = :before")
        .setParameter("sequence", sequence)
        .setParameter("journal", journal)
        .setParameter("before", sequence - 1)
        .executeUpdate();
  }

  private static int nextPosition(Session session, UUID draft) {
    return session
        .createSelectionQuery(
            "select coalesce(max(position), 0) + 1 from DraftEditRow where draftId = :draft",
            Integer.class)
        .setParameter("draft", draft)
        .getSingleResult();
  }

  private static Map<EntityKey, DraftChangeRow> changeRows(Session session, DraftStep step) {
    Map<EntityKey, DraftChangeRow> rows = new HashMap<>();
    for (DraftEdit edit : step.edits()) {
      DraftChangeRow row =
          session
              .createSelectionQuery(
                  "from DraftChangeRow where draftId = :draft and entityType = :type"
                      + " and entityKey = :key",
                  DraftChangeRow.class)
              .setParameter("draft", step.draft())
              .setParameter("type", edit.key().type().id())
              .setParameter("key", edit.key().key())
              .getSingleResultOrNull();
      if (row != null) {
        rows.put(edit.key(), row);
      }
    }
    return rows;
  }

  private void put(
      Session session,
      UUID draft,
      @Nullable DraftChangeRow row,
      @Nullable DraftChange change,
      Map<EntityKey, UUID> meant,
      long version) {
    if (change == null) {
      if (row != null) {
        session.remove(row);
      }
    } else if (row == null) {
      session.persist(newRow(draft, change, meant, version));
    } else {
      DraftRows.fill(row, change);
      row.intentId = meant.getOrDefault(change.key(), row.intentId);
      row.rowVersion = version;
    }
  }

  DraftChangeRow newRow(UUID draft, DraftChange change, Map<EntityKey, UUID> meant, long version) {
    DraftChangeRow row = new DraftChangeRow();
    row.id = ids.next();
    row.draftId = draft;
    row.entityType = change.key().type().id();
    row.entityKey = change.key().key();
    row.intentId = meant.get(change.key());
    row.rowVersion = version;
    DraftRows.fill(row, change);
    return row;
  }
}
