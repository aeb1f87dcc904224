package org.ontodraft.persistence.repository;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.query.MutationQuery;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.draft.Draft;
import org.ontodraft.model.draft.DraftChange;
import org.ontodraft.model.draft.DraftEdit;
import org.ontodraft.model.draft.DraftIntent;
import org.ontodraft.model.draft.DraftStatus;
import org.ontodraft.model.draft.DraftStep;
import org.ontodraft.model.draft.DraftStore;
import org.ontodraft.model.draft.RebaseStanding;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.ontology.OntologyVersion;
import org.ontodraft.persistence.row.DraftChangeRow;
import org.ontodraft.persistence.row.DraftEditRow;
import org.ontodraft.persistence.row.DraftRow;
import org.ontodraft.persistence.row.JournalPositionRow;
import org.ontodraft.persistence.store.RowIds;
import org.ontodraft.persistence.store.StoredText;

/** Drafts in SQL tables. Every method is one transaction. Thread-safe. */
public final class HibernateDraftStore implements DraftStore {
  private final OrmSessions sessions;
  private final UUID journal;
  private final RowIds ids;
  private final IntentRows intents;
  private final InstantSource clock;
  private final Runnable committed;

  /**
   * Drafts whose edits come from one journal.
   *
   * @param journal the journal, known to the database
   * @param committed told after each transaction that writes
   */
  public HibernateDraftStore(
      OrmSessions sessions, UUID journal, RowIds ids, InstantSource clock, Runnable committed) {
    this.sessions = sessions;
    this.journal = journal;
    this.ids = ids;
    this.intents = new IntentRows(ids);
    this.clock = clock;
    this.committed = committed;
  }

  @Override
  public Draft create(String title, OntologyVersion base) {
    DraftRow row = DraftRows.newDraft(ids.next(), title, base, now());
    sessions.transact("creating a draft", session -> session.persist(row));
    committed.run();
    return DraftRows.draft(row, 0);
  }

  @Override
  public List<Draft> list() {
    return sessions.inTransaction(
        "listing drafts",
        session ->
            session
                .createSelectionQuery(
                    "select d, (select count(*) from DraftChangeRow c where c.draftId = d.id)"
                        + " from DraftRow d order by d.modifiedAt desc, d.id desc",
                    Object[].class)
                .getResultList()
                .stream()
                .map(found -> DraftRows.draft((DraftRow) found[0], (Long) found[1]))
                .toList());
  }

  @Override
  public Optional<Draft> find(UUID draft) {
    return sessions.inTransaction(
        "finding a draft",
        session ->
            Optional.ofNullable(OrmSessions.find(session, DraftRow.class, draft))
                .map(row -> DraftRows.draft(row, changeCount(session, draft))));
  }

  private static long changeCount(Session session, UUID draft) {
    return session
        .createSelectionQuery(
            "select count(*) from DraftChangeRow where draftId = :draft", Long.class)
        .setParameter("draft", draft)
        .getSingleResult();
  }

  @Override
  public List<DraftChange> changes(UUID draft) {
    return sessions.inTransaction(
        "reading changes",
        session ->
            session
                .createSelectionQuery(
                    "from DraftChangeRow where draftId = :draft", DraftChangeRow.class)
                .setParameter("draft", draft)
                .getResultList()
                .stream()
                .map(DraftRows::change)
                .sorted(Comparator.comparing(DraftChange::key))
                .toList());
  }

  @Override
  public List<DraftStep> steps(UUID draft) {
    return sessions.inTransaction(
        "reading the edit log",
        session ->
            DraftRows.steps(
                session
                    .createSelectionQuery(
                        "from DraftEditRow where draftId = :draft order by position",
                        DraftEditRow.class)
                    .setParameter("draft", draft)
                    .getResultList()));
  }

  @Override
  public List<DraftIntent> intents(UUID draft) {
    return sessions.inTransaction("reading intents", session -> intents.read(session, draft));
  }

  @Override
  public long appliedSequence() {
    return sessions.inTransaction(
        "reading the journal's position",
        session -> {
          JournalPositionRow row = OrmSessions.find(session, JournalPositionRow.class, journal);
          return row == null ? 0 : row.appliedSequence;
        });
  }

  @Override
  public void apply(DraftStep step, Map<EntityKey, Optional<DraftChange>> changes) {
    Set<EntityKey> edited = step.edits().stream().map(DraftEdit::key).collect(Collectors.toSet());
    changes.forEach((key, change) -> {
      if (!edited.contains(key) || change.filter(made -> !made.key().equals(key)).isPresent()) {
        throw new IllegalArgumentException(change + " for " + key + " where " + edited + " change");
      }
    });
    sessions.transact("applying a step", session -> apply(session, step, changes));
    committed.run();
  }

  private void apply(
      Session session, DraftStep step, Map<EntityKey, Optional<DraftChange>> changes) {
    DraftRow draft = OrmSessions.lock(session, DraftRow.class, step.draft());
    advance(session, step.sequence());
    if (draft == null
        || OrmSessions.find(session, DraftEditRow.class, step.edits().getFirst().id()) != null) {
      return;
    }
    DraftStatus status = DraftRows.read(DraftStatus.class, draft.status);
    if (!status.editable()) {
      throw new IllegalStateException("a draft that is " + draft.status + " takes no edit");
    }
    int position = nextPosition(session, step.draft());
    DraftRows.rows(step, journal, position).forEach(session::persist);
    intents.apply(session, step);
    Map<EntityKey, UUID> meant =
        step.intents().isEmpty() ? Map.of() : intents.byEntity(session, step.draft());
    changes.forEach((key, change) -> put(session, step.draft(), key, change.orElse(null), meant));
    draft.status = DraftRows.stored(DraftStatus.DRAFT);
    draft.validatedAt = null;
    draft.rebaseStatus = DraftRows.stored(RebaseStanding.Status.PENDING);
    draft.modifiedAt = step.at();
  }

  /** The position stays in front of a hole, so that a replay fills it. */
  private void advance(Session session, long sequence) {
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

  private void put(
      Session session,
      UUID draft,
      EntityKey key,
      @Nullable DraftChange change,
      Map<EntityKey, UUID> meant) {
    DraftChangeRow row =
        session
            .createSelectionQuery(
                "from DraftChangeRow where draftId = :draft and entityType = :type"
                    + " and entityKey = :key",
                DraftChangeRow.class)
            .setParameter("draft", draft)
            .setParameter("type", key.type().id())
            .setParameter("key", key.key())
            .getSingleResultOrNull();
    if (change == null) {
      if (row != null) {
        session.remove(row);
      }
    } else if (row == null) {
      session.persist(newRow(draft, change, meant));
    } else {
      DraftRows.fill(row, change);
      row.intentId = meant.getOrDefault(key, row.intentId);
    }
  }

  private DraftChangeRow newRow(UUID draft, DraftChange change, Map<EntityKey, UUID> meant) {
    DraftChangeRow row = new DraftChangeRow();
    row.id = ids.next();
    row.draftId = draft;
    row.entityType = change.key().type().id();
    row.entityKey = change.key().key();
    row.intentId = meant.get(change.key());
    DraftRows.fill(row, change);
    return row;
  }

  @Override
  public void describe(UUID draft, String title, String description) {
    sessions.transact(
        "describing a draft",
        session -> {
          DraftRow row = existing(session, draft);
          row.title = StoredText.readable(title);
          row.description = StoredText.readable(description);
          row.modifiedAt = now();
        });
    committed.run();
  }

  @Override
  public boolean transition(UUID draft, DraftStatus from, DraftStatus to) {
    if (!from.canMoveTo(to)) {
      throw new IllegalArgumentException("a draft cannot move from " + from + " to " + to);
    }
    String time =
        switch (to) {
          case DRAFT -> ", validatedAt = null";
          case VALIDATED -> ", validatedAt = :now";
          case SUBMITTED -> ", submittedAt = :now";
          case MERGED, REJECTED -> "";
        };
    int moved =
        sessions.inTransaction(
            "moving a draft's status",
            session -> {
              MutationQuery update =
                  session.createMutationQuery(
                      "update versioned DraftRow set status = :to"
                          + time
                          + " where id = :draft and status = :from");
              if (time.contains(":now")) {
                update.setParameter("now", now());
              }
              return update
                  .setParameter("to", DraftRows.stored(to))
                  .setParameter("draft", draft)
                  .setParameter("from", DraftRows.stored(from))
                  .executeUpdate();
            });
    committed.run();
    return moved == 1;
  }

  @Override
  public void rebase(UUID draft, OntologyVersion base, List<DraftChange> changes) {
    sessions.transact(
        "rebasing a draft",
        session -> {
          DraftRow row = OrmSessions.lock(session, DraftRow.class, draft);
          if (row == null) {
            throw missing(draft);
          }
          session
              .createMutationQuery("delete from DraftChangeRow where draftId = :draft")
              .setParameter("draft", draft)
              .executeUpdate();
          Map<EntityKey, UUID> meant = intents.byEntity(session, draft);
          changes.forEach(change -> session.persist(newRow(draft, change, meant)));
          DraftRows.setBase(row, base);
          row.rebaseStatus = "clean";
          row.rebaseCommit = base.commit();
          row.modifiedAt = now();
          if (DraftRows.read(DraftStatus.class, row.status) == DraftStatus.VALIDATED) {
            // What was validated stood on the old base.
            row.status = DraftRows.stored(DraftStatus.DRAFT);
            row.validatedAt = null;
          }
        });
    committed.run();
  }

  @Override
  public void delete(UUID draft) {
    sessions.transact(
        "deleting a draft",
        session ->
            session
                .createMutationQuery("delete from DraftRow where id = :draft")
                .setParameter("draft", draft)
                .executeUpdate());
    committed.run();
  }

  private static DraftRow existing(Session session, UUID draft) {
    DraftRow row = OrmSessions.find(session, DraftRow.class, draft);
    if (row == null) {
      throw missing(draft);
    }
    return row;
  }

  private static NoSuchElementException missing(UUID draft) {
    return new NoSuchElementException("no draft " + draft);
  }

  /** As exact as the databases keep it, so that what is returned equals what is read later. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
