package org.ontodraft.persistence.repository;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
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
    // Not "versioned": whoever edits the draft meanwhile has lost nothing.
    int kept =
        sessions.inTransaction(
            "keeping how a draft stands",
            session ->
                session
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
}
