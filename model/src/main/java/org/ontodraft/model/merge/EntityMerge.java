package org.ontodraft.model.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.merge.FieldDecision.Reason;

/**
 * The merge of one entity.
 *
 * @param key the key it has in the result; of a merge about a key, see {@link Kind#RENAMED}, the
 *     one it had at the base
 * @param kind what happened to the entity as a whole
 * @param sides what was merged
 * @param result the merged document; null when there is no entity of this key
 * @param decisions a row for every field that a side changed
 * @param decided whether the curator decided about the entity as a whole
 * @param renamed the key under which it goes on, null when under its own or not at all
 */
public record EntityMerge(
    EntityKey key,
    Kind kind,
    EntitySides sides,
    @Nullable EntityDocument result,
    List<FieldDecision> decisions,
    boolean decided,
    @Nullable EntityKey renamed) {
  public EntityMerge {
    decisions = List.copyOf(decisions);
  }

  /** A merge as it comes out without the curator. */
  public EntityMerge(
      EntitySides sides,
      Kind kind,
      @Nullable EntityDocument result,
      List<FieldDecision> decisions) {
    this(sides.key(), kind, sides, result, decisions, false, null);
  }

  /** What happened to the entity as a whole. */
  public enum Kind {
    /** It merged field by field, or only one side touched it. */
    MERGED,
    /** Both sides made the same change, which drops out of the draft. */
    CONVERGED,
    /** The draft updates what upstream deleted. */
    DELETED_UPSTREAM,
    /** The draft deletes what upstream updated. */
    UPDATED_UPSTREAM,
    /** Both created it, with different content. */
    CREATED_TWICE,
    /** A side renamed it; its fields are merged under the new key. */
    RENAMED,
    /** Both renamed it, differently; its fields are merged under the draft's key. */
    RENAMED_TWICE,
    /** One side renamed it and the other deleted it. */
    RENAMED_AND_DELETED,
    /** Upstream deleted what the draft updates, and created several that it may have become. */
    RENAMED_PERHAPS;

    /** Whether only the curator can decide what becomes of the entity. */
    public boolean isConflict() {
      return switch (this) {
        case MERGED, CONVERGED, RENAMED -> false;
        case DELETED_UPSTREAM,
            UPDATED_UPSTREAM,
            CREATED_TWICE,
            RENAMED_TWICE,
            RENAMED_AND_DELETED,
            RENAMED_PERHAPS ->
            true;
      };
    }

    /** Whether this is about the key and not about what the entity holds. */
    public boolean isOfKey() {
      return switch (this) {
        case RENAMED, RENAMED_TWICE, RENAMED_AND_DELETED, RENAMED_PERHAPS -> true;
        case MERGED, CONVERGED, DELETED_UPSTREAM, UPDATED_UPSTREAM, CREATED_TWICE -> false;
      };
    }
  }

  /**
   * This merge with the curator asked about these fields, whatever the merge made of them: the
   * draft's own change to them could not be worked out.
   */
  public EntityMerge undecided(Set<String> fields) {
    List<FieldDecision> rows = new ArrayList<>(decisions);
    rows.removeIf(row -> fields.contains(row.field().name()));
    for (String field : fields) {
      rows.add(
          sides.field(field).decision(result == null ? null : result.get(field), Reason.CONFLICT));
    }
    return with(result, rows);
  }

  /** This merge with another result and other rows. */
  public EntityMerge with(@Nullable EntityDocument other, List<FieldDecision> rows) {
    return new EntityMerge(key, kind, sides, other, rows, decided, renamed);
  }

  /**
   * This merge of an entity that has another key in the result than it had at the base.
   *
   * @param before the sides, each under its own key
   */
  public EntityMerge under(EntityKey other, EntitySides before) {
    return new EntityMerge(other, kind, before, result, decisions, decided, renamed);
  }

  /** This merge with every value in it the curator's choice. */
  public EntityMerge chosen() {
    return with(
        result,
        decisions.stream()
            .map(row ->
                new FieldDecision(
                    row.field(),
                    row.base(),
                    row.draft(),
                    row.canonical(),
                    row.result(),
                    Reason.CHOSEN))
            .toList());
  }

  /** This merge with the curator's decision about the entity as a whole. */
  public EntityMerge settled() {
    return new EntityMerge(key, kind, sides, result, decisions, true, renamed);
  }

  /** Where a decision about a field is taken, or about the entity when the name is empty. */
  public Place place(String field) {
    return new Place(sides.key(), field);
  }

  /** Whether the curator has to decide what becomes of the entity as a whole. */
  public boolean isOpen() {
    return kind.isConflict() && !decided;
  }

  /** Whether the curator has to decide something here. */
  public boolean hasConflict() {
    return isOpen() || decisions.stream().anyMatch(FieldDecision::isConflict);
  }

  /** What the curator has to decide here: the entity as a whole first, and only then its fields. */
  public List<Conflict> conflicts() {
    if (isOpen()) {
      return List.of(new Conflict.Entity(this));
    }
    return decisions.stream()
        .filter(FieldDecision::isConflict)
        .<Conflict>map(row ->
            row.changesType()
                ? new Conflict.TypeChange(sides.key(), row)
                : new Conflict.Field(sides.key(), row))
        .toList();
  }
}
