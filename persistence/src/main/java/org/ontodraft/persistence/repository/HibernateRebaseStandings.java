package org.ontodraft.persistence.repository;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.LockMode;
import org.hibernate.Session;
import org.ontodraft.model.draft.Draft;
import org.ontodraft.model.draft.RebaseStanding;
import org.ontodraft.model.draft.RebaseStandings;
import org.ontodraft.persistence.row.DraftRow;

/** How drafts stand, in their rows. Thread-safe. */
public final class HibernateRebaseStandings implements RebaseStandings {
  private final OrmSessions sessions;

  /** Over these sessions. */
  public HibernateRebaseStandings(OrmSessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public Map<UUID, RebaseStanding> all() {
    return sessions.inTransaction(
        "reading how drafts stand",
        session ->
            session.createSelectionQuery("from DraftRow", DraftRow.class).getResultList().stream()
                .collect(
                    Collectors.toMap(
                        row -> row.id,
                        row ->
                            new RebaseStanding(
                                DraftRows.read(RebaseStanding.Status.class, row.rebaseStatus),
                                row.rebaseCommit))));
  }

  @Override
  public boolean put(Draft examined, RebaseStanding standing) {
    // Not "versioned": whoever edits the draft meanwhile has lost nothing. And nobody waits for an
    // edit of thousands of fields, which may take longer than the database lets anybody wait: after
    // it the draft is another one.
    int kept =
        sessions.inTransaction(
            "keeping how a draft stands",
            session ->
                free(session, examined).isEmpty()
                    ? 0
                    : session
                        .createMutationQuery(
                            "update DraftRow set rebaseStatus = :status, rebaseCommit = :commit"
                                + " where id = :draft and rowVersion = :version")
                        .setParameter("status", DraftRows.stored(standing.status()))
                        .setParameter("commit", standing.commit())
                        .setParameter("draft", examined.id())
                        .setParameter("version", examined.rowVersion())
                        .executeUpdate());
    return kept == 1;
  }

  /** The draft's row, locked; none when it was edited since, or somebody is about to. */
  private static List<DraftRow> free(Session session, Draft examined) {
    return session
        .createSelectionQuery(
            "from DraftRow where id = :draft and rowVersion = :version", DraftRow.class)
        .setParameter("draft", examined.id())
        .setParameter("version", examined.rowVersion())
        .setHibernateLockMode(LockMode.UPGRADE_SKIPLOCKED)
        .getResultList();
  }
}
