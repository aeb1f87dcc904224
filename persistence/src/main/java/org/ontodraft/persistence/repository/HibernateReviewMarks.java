package org.ontodraft.persistence.repository;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.MutationQuery;
import org.ontodraft.model.draft.ReviewMarks;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;

/**
 * The marks of reviewers, in SQL: a mark is its key and a hash, with nothing for an object to do.
 * Every method is one transaction. Thread-safe.
 */
public final class HibernateReviewMarks implements ReviewMarks {
  private static final String ONE =
      " where draft_id = :draft and entity_type = :type and entity_key = :key";

  private final OrmSessions sessions;
  private final InstantSource clock;

  /** Over a store's sessions. */
  public HibernateReviewMarks(OrmSessions sessions, InstantSource clock) {
    this.sessions = sessions;
    this.clock = clock;
  }

  @Override
  public Map<EntityKey, String> of(UUID draft) {
    return sessions.inTransaction(
        "reading what is reviewed",
        session -> {
          Map<EntityKey, String> marks = new TreeMap<>();
          session
              .createNativeQuery(
                  "select entity_type, entity_key, value_hash from ontology.draft_review"
                      + " where draft_id = :draft",
                  Object[].class)
              .setParameter("draft", draft)
              .getResultList()
              .forEach(row ->
                  EntityType.ofId(String.valueOf(row[0]))
                      .ifPresent(type ->
                          marks.put(
                              new EntityKey(type, String.valueOf(row[1])),
                              String.valueOf(row[2]))));
          return marks;
        });
  }

  @Override
  public boolean mark(UUID draft, EntityKey key, String sha256) {
    return sessions.inTransaction(
        "keeping what is reviewed",
        session ->
            write(
                    session,
                    "update ontology.draft_review set value_hash = :hash, reviewed_at = :now"
                        + ONE
                        + " and exists (select 1 from ontology.draft d where d.id = draft_id"
                        + " and d.deleted_at is null)",
                    draft,
                    key,
                    sha256)
                || write(
                    session,
                    "insert into ontology.draft_review"
                        + " (draft_id, entity_type, entity_key, value_hash, reviewed_at)"
                        + " select id, cast(:type as varchar(16)), cast(:key as text),"
                        + " cast(:hash as varchar(64)), cast(:now as timestamp with time zone)"
                        + " from ontology.draft where id = :draft and deleted_at is null",
                    draft,
                    key,
                    sha256));
  }

  private boolean write(Session session, String sql, UUID draft, EntityKey key, String sha256) {
    return one(session, sql, draft, key)
            .setParameter("hash", sha256)
            .setParameter(
                "now", clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC))
            .executeUpdate()
        == 1;
  }

  @Override
  public void unmark(UUID draft, EntityKey key) {
    sessions.transact(
        "taking a mark of a review away",
        session ->
            one(session, "delete from ontology.draft_review" + ONE, draft, key).executeUpdate());
  }

  private static MutationQuery one(Session session, String sql, UUID draft, EntityKey key) {
    return session
        .createNativeMutationQuery(sql)
        .setParameter("draft", draft)
        .setParameter("type", key.type().id())
        .setParameter("key", key.key());
  }
}
