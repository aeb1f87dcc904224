package org.ontodraft.persistence.repository;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.merge.EntityMerge;
import org.ontodraft.model.merge.FieldDecision;
import org.ontodraft.model.merge.Place;
import org.ontodraft.model.merge.Resolution;
import org.ontodraft.model.merge.ResolutionCodec;
import org.ontodraft.model.rebase.RebasePlan;
import org.ontodraft.model.rebase.ResolutionStore;
import org.ontodraft.persistence.row.RebaseConflictRow;
import org.ontodraft.persistence.store.RowIds;
import org.ontodraft.persistence.store.StoredText;
import tools.jackson.databind.JsonNode;

/** Decisions in an SQL table. Every method is one transaction. Thread-safe. */
public final class HibernateResolutionStore implements ResolutionStore {
  /** The kind of a place about which nobody had to decide. */
  static final String AUTOMATIC = "automatic";

  private final OrmSessions sessions;
  private final RowIds ids;
  private final InstantSource clock;
  private final Runnable committed;

  /**
   * Over a store's sessions.
   *
   * @param committed told after each transaction that writes
   */
  public HibernateResolutionStore(
      OrmSessions sessions, RowIds ids, InstantSource clock, Runnable committed) {
    this.sessions = sessions;
    this.ids = ids;
    this.clock = clock;
    this.committed = committed;
  }

  @Override
  public List<Resolution> ofDraft(UUID draft) {
    return sessions.inTransaction(
        "reading decisions",
        session ->
            session
                .createSelectionQuery(
                    "from RebaseConflictRow where draftId = :draft and resolutionJson is not null",
                    RebaseConflictRow.class)
                .setParameter("draft", draft)
                .getResultList()
                .stream()
                .map(HibernateResolutionStore::resolution)
                .sorted(Comparator.comparing(Resolution::place))
                .toList());
  }

  static Resolution resolution(RebaseConflictRow row) {
    return ResolutionCodec.read(Objects.requireNonNull(row.resolutionJson))
        .orElseThrow(() -> new IllegalStateException("row " + row.id + " holds no decision"));
  }

  @Override
  public void decide(UUID draft, RebasePlan plan, Collection<Resolution> resolutions) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    sessions.transact(
        "keeping decisions",
        session -> resolutions.forEach(resolution -> put(session, draft, plan, resolution, now)));
    committed.run();
  }

  private void put(
      Session session, UUID draft, RebasePlan plan, Resolution resolution, Instant now) {
    Place place = resolution.place();
    RebaseConflictRow row = find(session, draft, place);
    boolean fresh = row == null;
    if (row == null) {
      row = decided(ids.next(), draft, resolution, now);
    }
    row.targetCommit = plan.onto().commit();
    setSides(row, plan, place);
    fill(row, resolution, now);
    if (fresh) {
      session.persist(row);
    }
  }

  /** A new row that says what was decided, and neither on which version nor why it had to be. */
  static RebaseConflictRow decided(UUID id, UUID draft, Resolution resolution, Instant now) {
    Place place = resolution.place();
    RebaseConflictRow row = new RebaseConflictRow();
    row.id = id;
    row.draftId = draft;
    row.entityType = place.key().type().id();
    row.entityKey = place.key().key();
    row.field = StoredText.readable(place.field());
    row.createdAt = now;
    fill(row, resolution, now);
    return row;
  }

  private static void fill(RebaseConflictRow row, Resolution resolution, Instant now) {
    row.inputs = resolution.inputs().sha256();
    row.choice = DraftRows.stored(resolution.choice().kind());
    row.resolutionJson = StoredText.json(ResolutionCodec.write(resolution));
    row.resolvedAt = now;
  }

  private static @Nullable RebaseConflictRow find(Session session, UUID draft, Place place) {
    return session
        .createSelectionQuery(
            "from RebaseConflictRow where draftId = :draft and entityType = :type"
                + " and entityKey = :key and field = :field",
            RebaseConflictRow.class)
        .setParameter("draft", draft)
        .setParameter("type", place.key().type().id())
        .setParameter("key", place.key().key())
        .setParameter("field", StoredText.readable(place.field()))
        .getSingleResultOrNull();
  }

  private static void setSides(RebaseConflictRow row, RebasePlan plan, Place place) {
    Optional<EntityMerge> merge =
        plan.merges().stream()
            .filter(each -> each.place("").key().equals(place.key()))
            .max(Comparator.comparing(each -> weight(each, place)));
    row.kind = merge.map(found -> kind(found, place)).orElse(AUTOMATIC);
    if (place.isEntity()) {
      row.baseJson = merge.map(found -> text(found.sides().base())).orElse(null);
      row.draftJson = merge.map(found -> text(found.sides().draft())).orElse(null);
      row.canonicalJson = merge.map(found -> text(found.sides().canonical())).orElse(null);
    } else {
      Optional<FieldDecision> sides =
          merge.map(
              found -> found.sides().decision(place.field(), null, FieldDecision.Reason.CONFLICT));
      row.baseJson = sides.map(found -> text(found.base())).orElse(null);
      row.draftJson = sides.map(found -> text(found.draft())).orElse(null);
      row.canonicalJson = sides.map(found -> text(found.canonical())).orElse(null);
    }
  }

  /** A renamed entity has two merges: one about its key and one about what it holds. */
  private static boolean weight(EntityMerge merge, Place place) {
    return merge.kind().isOfKey() == place.isEntity();
  }

  private static String kind(EntityMerge merge, Place place) {
    if (place.isEntity()) {
      return merge.kind().isConflict() ? DraftRows.stored(merge.kind()) : AUTOMATIC;
    }
    return merge.decisions().stream()
        .filter(row -> row.field().name().equals(place.field()) && row.isConflict())
        .map(row -> row.changesType() ? "type_change" : "field")
        .findFirst()
        .orElse(AUTOMATIC);
  }

  private static @Nullable String text(@Nullable EntityDocument document) {
    return document == null ? null : StoredText.json(document.toString());
  }

  private static @Nullable String text(@Nullable JsonNode value) {
    return value == null ? null : StoredText.json(value.toString());
  }

  @Override
  public void takeBack(UUID draft, Collection<Place> places) {
    sessions.transact(
        "taking decisions back",
        session -> {
          for (Place place : places) {
            RebaseConflictRow row = find(session, draft, place);
            if (row != null) {
              session.remove(row);
            }
          }
        });
    committed.run();
  }
}
