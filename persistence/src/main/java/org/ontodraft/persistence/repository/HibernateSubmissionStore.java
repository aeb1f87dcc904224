package org.ontodraft.persistence.repository;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.ontodraft.model.draft.DraftStatus;
import org.ontodraft.model.draft.Submission;
import org.ontodraft.model.draft.SubmissionStore;
import org.ontodraft.persistence.row.DraftRow;
import org.ontodraft.persistence.row.SubmissionRow;
import org.ontodraft.persistence.store.StoredText;

/** Submissions in SQL tables. Every method is one transaction. Thread-safe. */
public final class HibernateSubmissionStore implements SubmissionStore {
  private final OrmSessions sessions;
  private final InstantSource clock;
  private final Runnable committed;

  /**
   * Over a store's sessions.
   *
   * @param committed told after each transaction that writes
   */
  public HibernateSubmissionStore(OrmSessions sessions, InstantSource clock, Runnable committed) {
    this.sessions = sessions;
    this.clock = clock;
    this.committed = committed;
  }

  @Override
  public void save(Submission submission) {
    sessions.transact("saving a submission", session -> put(session, submission));
    committed.run();
  }

  @Override
  public List<Submission> ofDraft(UUID draft) {
    return sessions.inTransaction(
        "reading submissions",
        session ->
            session
                .createSelectionQuery(
                    "from SubmissionRow where draftId = :draft order by createdAt desc, id desc",
                    SubmissionRow.class)
                .setParameter("draft", draft)
                .getResultList()
                .stream()
                .map(HibernateSubmissionStore::submission)
                .toList());
  }

  /**
   * {@inheritDoc} A draft that was edited since it was validated keeps its status: what it holds
   * now is not what was submitted. The submission and the URL are kept all the same.
   */
  @Override
  public void record(Submission submission) {
    sessions.transact(
        "recording a submission",
        session -> {
          DraftRow draft = OrmSessions.lock(session, DraftRow.class, submission.draft());
          put(session, submission);
          if (draft == null) {
            throw new IllegalArgumentException("no draft " + submission.draft());
          }
          draft.pullRequestUrl = submission.url();
          draft.modifiedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
          if (DraftRows.read(DraftStatus.class, draft.status).canMoveTo(DraftStatus.SUBMITTED)) {
            draft.status = DraftRows.stored(DraftStatus.SUBMITTED);
            draft.submittedAt = draft.modifiedAt;
          }
        });
    committed.run();
  }

  static void put(Session session, Submission submission) {
    SubmissionRow row = OrmSessions.find(session, SubmissionRow.class, submission.id());
    boolean fresh = row == null;
    if (row == null) {
      row = new SubmissionRow();
      row.id = submission.id();
    }
    row.draftId = submission.draft();
    row.title = StoredText.readable(submission.title());
    row.body = StoredText.readable(submission.body());
    row.parent = submission.parent();
    row.commit = submission.commit();
    row.remote = submission.remote();
    row.branch = submission.branch();
    row.forge = submission.forge();
    row.number = submission.number();
    row.url = submission.url();
    row.stage = DraftRows.stored(submission.stage());
    row.createdAt = submission.createdAt();
    if (fresh) {
      session.persist(row);
    }
  }

  static Submission submission(SubmissionRow row) {
    return new Submission(
        row.id,
        row.draftId,
        row.title,
        row.body,
        row.parent,
        row.commit,
        row.remote,
        row.branch,
        row.forge,
        row.number,
        row.url,
        DraftRows.read(Submission.Stage.class, row.stage),
        row.createdAt);
  }
}
