package org.ontodraft.persistence.repository;

import static java.util.Objects.requireNonNull;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.draft.DeletedDraft;
import org.ontodraft.model.draft.Draft;
import org.ontodraft.model.draft.DraftChange;
import org.ontodraft.model.draft.DraftEdit;
import org.ontodraft.model.draft.DraftIntent;
import org.ontodraft.model.draft.DraftStatus;
import org.ontodraft.model.draft.DraftStep;
import org.ontodraft.model.draft.DraftStore;
import org.ontodraft.model.draft.DraftWrite;
import org.ontodraft.model.draft.EditOutcome;
import org.ontodraft.model.draft.SeenChanges;
import org.ontodraft.model.draft.StoredDraft;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.ontology.OntologyVersion;
import org.ontodraft.model.ontology.StoreAwayException;
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
  private final StepWriter writer;
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
    this.writer = new StepWriter(journal, ids, intents);
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
                        + " from DraftRow d where d.deletedAt is null order by d.modifiedAt desc, d.id desc",
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
                .filter(row -> row.deletedAt == null)
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
        "reading changes", session -> changes(changeRows(session, draft)));
  }

  private static List<DraftChange> changes(List<DraftChangeRow> rows) {
    return rows.stream()
        .map(DraftRows::change)
        .sorted(Comparator.comparing(DraftChange::key))
        .toList();
  }

  private static List<DraftChangeRow> changeRows(Session session, UUID draft) {
    return session
        .createSelectionQuery("from DraftChangeRow where draftId = :draft", DraftChangeRow.class)
        .setParameter("draft", draft)
        .getResultList();
  }

  @Override
  public List<DraftStep> steps(UUID draft) {
    return sessions.inTransaction("reading the edit log", session -> steps(session, draft));
  }

  private static List<DraftStep> steps(Session session, UUID draft) {
    return DraftRows.steps(
        session
            .createSelectionQuery(
                "from DraftEditRow where draftId = :draft order by position", DraftEditRow.class)
            .setParameter("draft", draft)
            .getResultList());
  }

  @Override
  public List<DraftIntent> intents(UUID draft) {
    return sessions.inTransaction("reading intents", session -> intents.read(session, draft));
  }

  @Override
  public Optional<StoredDraft> stored(UUID draft) {
    return sessions.inTransaction(
        "reading a draft",
        session -> {
          // Whoever writes the draft holds its row; so nobody does while these three are read.
          DraftRow row = live(session, draft);
          if (row == null) {
            return Optional.empty();
          }
          List<DraftChangeRow> rows = changeRows(session, draft);
          Map<EntityKey, Long> versions =
              rows.stream()
                  .collect(
                      Collectors.toMap(
                          change -> DraftRows.key(change.entityType, change.entityKey),
                          change -> change.rowVersion));
          return Optional.of(
              new StoredDraft(
                  DraftRows.draft(row, rows.size()),
                  changes(rows),
                  versions,
                  steps(session, draft)));
        });
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
  public EditOutcome apply(
      DraftStep step, Map<EntityKey, Optional<DraftChange>> changes, SeenChanges seen) {
    Set<EntityKey> edited = step.edits().stream().map(DraftEdit::key).collect(Collectors.toSet());
    changes.forEach((key, change) -> {
      if (!edited.contains(key) || change.filter(made -> !made.key().equals(key)).isPresent()) {
        throw new IllegalArgumentException(change + " for " + key + " where " + edited + " change");
      }
    });
    EditOutcome outcome;
    try {
      outcome =
          sessions.inTransaction(
              "applying a step", session -> writer.write(session, step, changes, seen));
    } catch (StoreAwayException away) {
      return new EditOutcome.Away(String.valueOf(away.getMessage()));
    }
    committed.run();
    return outcome;
  }

  @Override
  public void withdraw(DraftStep step) {
    sessions.transact("withdrawing a step", session -> writer.advance(session, step.sequence()));
    committed.run();
  }

  @Override
  public DraftWrite describe(Draft seen, String title, String description) {
    DraftWrite outcome =
        sessions.inTransaction(
            "describing a draft",
            session -> {
              DraftRow row = live(session, seen.id());
              if (row == null) {
                return new DraftWrite.Gone();
              }
              if (!row.title.equals(seen.title()) || !row.description.equals(seen.description())) {
                return new DraftWrite.Stale(draft(session, row));
              }
              row.title = StoredText.readable(title);
              row.description = StoredText.readable(description);
              row.modifiedAt = now();
              session.flush();
              return new DraftWrite.Done(draft(session, row));
            });
    committed.run();
    return outcome;
  }

  /** The row, held until the transaction ends; null when the draft is gone or deleted. */
  private static @Nullable DraftRow live(Session session, UUID draft) {
    DraftRow row = OrmSessions.lock(session, DraftRow.class, draft);
    return row == null || row.deletedAt != null ? null : row;
  }

  private static Draft draft(Session session, DraftRow row) {
    return DraftRows.draft(row, changeCount(session, row.id));
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
            session ->
                session
                    .createMutationQuery(
                        "update versioned DraftRow set status = :to, modifiedAt = :now"
                            + time
                            + " where id = :draft and status = :from and deletedAt is null")
                    .setParameter("now", now())
                    .setParameter("to", DraftRows.stored(to))
                    .setParameter("draft", draft)
                    .setParameter("from", DraftRows.stored(from))
                    .executeUpdate());
    committed.run();
    return moved == 1;
  }

  @Override
  public DraftWrite rebase(Draft seen, OntologyVersion base, List<DraftChange> changes) {
    DraftWrite outcome =
        sessions.inTransaction("rebasing a draft", session -> rebase(session, seen, base, changes));
    committed.run();
    return outcome;
  }

  private DraftWrite rebase(
      Session session, Draft seen, OntologyVersion base, List<DraftChange> changes) {
    DraftRow row = live(session, seen.id());
    if (row == null) {
      return new DraftWrite.Gone();
    }
    if (row.rowVersion != seen.rowVersion()) {
      return new DraftWrite.Stale(draft(session, row));
    }
    session
        .createMutationQuery("delete from DraftChangeRow where draftId = :draft")
        .setParameter("draft", row.id)
        .executeUpdate();
    Map<EntityKey, UUID> meant = intents.byEntity(session, row.id);
    changes.forEach(
        change -> session.persist(writer.newRow(row.id, change, meant, row.rowVersion + 1)));
    DraftRows.setBase(row, base);
    row.rebaseStatus = "clean";
    row.rebaseCommit = base.commit();
    row.modifiedAt = now();
    if (DraftRows.read(DraftStatus.class, row.status).canMoveTo(DraftStatus.DRAFT)) {
      // What was validated or sent stood on the old base.
      row.status = DraftRows.stored(DraftStatus.DRAFT);
      row.validatedAt = null;
    }
    session.flush();
    if (row.rowVersion == seen.rowVersion()) {
      // The same base at the same moment: the changes are others all the same.
      session.lock(row, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
    }
    return new DraftWrite.Done(draft(session, row));
  }

  @Override
  public boolean archive(UUID draft, boolean archived) {
    return update("archiving a draft", draft, row -> row.archivedAt = archived ? now() : null);
  }

  @Override
  public void delete(UUID draft) {
    update("deleting a draft", draft, row -> row.deletedAt = now());
  }

  @Override
  public List<DeletedDraft> deleted() {
    return sessions.inTransaction(
        "listing deleted drafts",
        session ->
            session
                .createSelectionQuery(
                    "from DraftRow where deletedAt is not null order by deletedAt desc, id desc",
                    DraftRow.class)
                .getResultList()
                .stream()
                .map(row -> new DeletedDraft(draft(session, row), requireNonNull(row.deletedAt)))
                .toList());
  }

  @Override
  public Optional<Draft> restore(UUID draft) {
    update("bringing a draft back", draft, row -> row.deletedAt = null);
    return find(draft);
  }

  /** Changes a row that is there; false when it is not. */
  private boolean update(String what, UUID draft, Consumer<DraftRow> change) {
    boolean found =
        sessions.inTransaction(
            what,
            session -> {
              DraftRow row = OrmSessions.lock(session, DraftRow.class, draft);
              if (row != null) {
                change.accept(row);
                row.modifiedAt = now();
              }
              return row != null;
            });
    committed.run();
    return found;
  }

  @Override
  public void purge(UUID draft) {
    sessions.transact(
        "removing a draft",
        session ->
            session
                .createMutationQuery("delete from DraftRow where id = :draft")
                .setParameter("draft", draft)
                .executeUpdate());
    committed.run();
  }

  /** As exact as the databases keep it, so that what is returned equals what is read later. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
