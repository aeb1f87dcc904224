package org.ontodraft.persistence.repository;

import java.util.Comparator;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.hibernate.Session;
import org.ontodraft.model.draft.DraftChange;
import org.ontodraft.model.draft.DraftSource;
import org.ontodraft.model.draft.DraftStatus;
import org.ontodraft.model.draft.DraftStep;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.exchange.DraftTransfer;
import org.ontodraft.model.exchange.PortableDraft;
import org.ontodraft.model.merge.Resolution;
import org.ontodraft.model.ontology.OntologyVersion;
import org.ontodraft.persistence.row.DraftChangeRow;
import org.ontodraft.persistence.row.DraftEditRow;
import org.ontodraft.persistence.row.DraftRow;
import org.ontodraft.persistence.row.RebaseConflictRow;
import org.ontodraft.persistence.row.SubmissionRow;
import org.ontodraft.persistence.store.RowIds;
import org.ontodraft.persistence.store.StoreFaultException;
import org.ontodraft.persistence.store.StoredText;

/** Whole drafts out of SQL tables and into them. Every method is one transaction. Thread-safe. */
public final class HibernateDraftTransfer implements DraftTransfer {
  /** Edits that come from elsewhere are in no journal of this store. */
  private static final UUID NO_JOURNAL = new UUID(0, 0);

  /** Edits come at the speed of people; a draft that is never still is a fault. */
  private static final int MOST_READS = 20;

  private final OrmSessions sessions;
  private final RowIds ids;
  private final IntentRows intents;
  private final Runnable committed;

  /**
   * Over a store's sessions.
   *
   * @param committed told after each transaction that writes
   */
  public HibernateDraftTransfer(OrmSessions sessions, RowIds ids, Runnable committed) {
    this.sessions = sessions;
    this.ids = ids;
    this.intents = new IntentRows(ids);
    this.committed = committed;
  }

  /**
   * {@inheritDoc} Locks nothing, so that who may only read can do it: when somebody writes between
   * two of its statements it reads again.
   */
  @Override
  public Optional<PortableDraft> read(UUID draft) {
    for (int attempt = 1; attempt < MOST_READS; attempt++) {
      Optional<Reading> reading =
          sessions.inTransaction("reading a whole draft", session -> read(session, draft));
      if (reading.isEmpty()) {
        return Optional.empty();
      }
      if (reading.get().isWhole()) {
        return Optional.of(reading.get().draft());
      }
    }
    throw new StoreFaultException(
        "reading a whole draft", new ConcurrentModificationException(draft.toString()));
  }

  private record Reading(PortableDraft draft, boolean isWhole) {}

  private Optional<Reading> read(Session session, UUID draft) {
    DraftRow row = OrmSessions.find(session, DraftRow.class, draft);
    if (row == null) {
      return Optional.empty();
    }
    long version = row.rowVersion;
    PortableDraft read = portable(session, row);
    session.clear();
    DraftRow after = OrmSessions.find(session, DraftRow.class, draft);
    return after == null
        ? Optional.empty()
        : Optional.of(new Reading(read, after.rowVersion == version));
  }

  private PortableDraft portable(Session session, DraftRow row) {
    List<DraftChange> changes =
        rows(session, DraftChangeRow.class, "", row.id).stream()
            .map(DraftRows::change)
            .sorted(Comparator.comparing(DraftChange::key))
            .toList();
    return new PortableDraft(
        row.id,
        row.title,
        row.description,
        row.userComment,
        DraftRows.read(DraftStatus.class, row.status),
        DraftRows.read(DraftSource.class, row.source),
        new OntologyVersion(row.baseCommit, row.baseBranch, row.baseCommittedAt, row.baseSummary),
        row.createdAt,
        row.modifiedAt,
        row.validatedAt,
        row.submittedAt,
        row.archivedAt,
        row.pullRequestUrl,
        changes,
        DraftRows.steps(rows(session, DraftEditRow.class, "order by position", row.id)),
        intents.read(session, row.id),
        rows(session, RebaseConflictRow.class, "and resolutionJson is not null", row.id).stream()
            .map(HibernateResolutionStore::resolution)
            .sorted(Comparator.comparing(Resolution::place))
            .toList(),
        rows(session, SubmissionRow.class, "order by createdAt desc, id desc", row.id).stream()
            .map(HibernateSubmissionStore::submission)
            .toList());
  }

  private static <T> List<T> rows(Session session, Class<T> rows, String which, UUID draft) {
    return session
        .createSelectionQuery(
            "from " + rows.getSimpleName() + " where draftId = :draft " + which, rows)
        .setParameter("draft", draft)
        .getResultList();
  }

  @Override
  public boolean write(PortableDraft draft, LongConsumer stored) {
    boolean written =
        sessions.inTransaction(
            "taking a draft in",
            session -> {
              DraftRow known = OrmSessions.lock(session, DraftRow.class, draft.id());
              if (known != null && known.deletedAt == null) {
                return false;
              }
              if (known != null) {
                session.remove(known);
                session.flush();
              }
              session.persist(row(draft));
              // The rows below refer to it, and Hibernate knows nothing of that.
              session.flush();
              intents.write(session, draft.id(), draft.intents());
              Map<EntityKey, UUID> meant = intents.byEntity(session, draft.id());
              Batches batches = new Batches(session, stored);
              draft.changes().forEach(c -> batches.add(change(draft.id(), c, meant)));
              int position = 1;
              for (DraftStep step : draft.steps()) {
                DraftRows.rows(step, NO_JOURNAL, position).forEach(batches::add);
                position += step.edits().size();
              }
              draft.resolutions().forEach(r -> batches.add(decision(draft, r)));
              draft.submissions().forEach(s -> HibernateSubmissionStore.put(session, s));
              session.flush();
              // The last moment to stop: what follows is the commit.
              stored.accept(draft.parts());
              return true;
            });
    committed.run();
    return written;
  }

  /** Rows that go to the database a hundred at a time, so that a transfer can be stopped. */
  private static final class Batches {
    private static final int ROWS = 100;

    private final Session session;
    private final LongConsumer stored;
    private long rows;

    Batches(Session session, LongConsumer stored) {
      this.session = session;
      this.stored = stored;
    }

    void add(Object row) {
      session.persist(row);
      rows++;
      if (rows % ROWS == 0) {
        session.flush();
        session.clear();
        stored.accept(rows);
      }
    }
  }

  @Override
  public boolean remove(PortableDraft seen) {
    boolean removed =
        sessions.inTransaction(
            "removing a draft that was handed out",
            session -> {
              DraftRow row = OrmSessions.lock(session, DraftRow.class, seen.id());
              if (row == null) {
                return true;
              }
              if (!portable(session, row).equals(seen)) {
                return false;
              }
              session
                  .createMutationQuery("delete from DraftRow where id = :draft")
                  .setParameter("draft", seen.id())
                  .executeUpdate();
              return true;
            });
    committed.run();
    return removed;
  }

  private static DraftRow row(PortableDraft draft) {
    DraftRow row = DraftRows.newDraft(draft.id(), draft.title(), draft.base(), draft.createdAt());
    row.description = StoredText.readable(draft.description());
    String comment = draft.comment();
    row.userComment = comment == null ? null : StoredText.readable(comment);
    row.status = DraftRows.stored(draft.status());
    row.source = draft.source().id();
    row.modifiedAt = draft.modifiedAt();
    row.validatedAt = draft.validatedAt();
    row.submittedAt = draft.submittedAt();
    row.archivedAt = draft.archivedAt();
    row.pullRequestUrl = draft.pullRequestUrl();
    return row;
  }

  private DraftChangeRow change(UUID draft, DraftChange change, Map<EntityKey, UUID> meant) {
    DraftChangeRow row = new DraftChangeRow();
    row.id = ids.next();
    row.draftId = draft;
    row.entityType = change.key().type().id();
    row.entityKey = change.key().key();
    row.intentId = meant.get(change.key());
    DraftRows.fill(row, change);
    return row;
  }

  private RebaseConflictRow decision(PortableDraft draft, Resolution resolution) {
    RebaseConflictRow row =
        HibernateResolutionStore.decided(ids.next(), draft.id(), resolution, draft.modifiedAt());
    row.targetCommit = draft.base().commit();
    row.kind = HibernateResolutionStore.AUTOMATIC;
    return row;
  }
}
