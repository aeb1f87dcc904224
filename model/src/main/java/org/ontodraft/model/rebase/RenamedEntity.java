package org.ontodraft.model.rebase;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityFields;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.merge.Choice;
import org.ontodraft.model.merge.EntityMerge;
import org.ontodraft.model.merge.EntityMerge.Kind;
import org.ontodraft.model.merge.EntitySides;
import org.ontodraft.model.merge.FieldDecision;
import org.ontodraft.model.merge.FieldDecision.Reason;
import org.ontodraft.model.merge.ThreeWayMerge;
import tools.jackson.databind.JsonNode;

/**
 * An entity that a side renamed.
 *
 * @param base the key it had
 * @param mine the key it has in the draft, null when the draft deletes it
 * @param upstream the key it has upstream, null when upstream deleted it
 * @param certain whether upstream created no other entity that it may have become
 */
record RenamedEntity(
    EntityKey base, @Nullable EntityKey mine, @Nullable EntityKey upstream, boolean certain) {

  /** What becomes of it. */
  Kind kind() {
    if (mine == null || upstream == null) {
      return Kind.RENAMED_AND_DELETED;
    }
    if (!mine.equals(base)) {
      return upstream.equals(base) || upstream.equals(mine) ? Kind.RENAMED : Kind.RENAMED_TWICE;
    }
    return certain ? Kind.RENAMED : Kind.RENAMED_PERHAPS;
  }

  /** Whose key it gets unless the curator says otherwise. */
  Choice.Kind side() {
    boolean followed = kind() == Kind.RENAMED && base.equals(mine);
    return followed ? Choice.Kind.UPSTREAM : Choice.Kind.MINE;
  }

  /** The decision about its key. */
  EntityMerge keyMerge(ThreeVersions versions, Choice.Kind side) {
    EntitySides sides = sides(versions);
    EntityKey key = key(side);
    JsonNode id = id(sides.draft());
    FieldDecision row =
        new FieldDecision(
            EntityFields.find(base.type(), "id").orElseThrow(),
            id(sides.base()),
            id,
            id(sides.canonical()),
            side == Choice.Kind.MINE ? id : id(sides.canonical()),
            reason());
    return new EntityMerge(base, kind(), sides, null, List.of(row), false, key);
  }

  /** The entity on each side under the key it has there. */
  EntitySides sides(ThreeVersions versions) {
    return new EntitySides(
        base,
        versions.base(base),
        mine == null ? null : versions.mine(mine),
        upstream == null ? null : versions.upstream(upstream));
  }

  private Reason reason() {
    if (kind() != Kind.RENAMED) {
      return Reason.CONFLICT;
    }
    if (base.equals(mine)) {
      return Reason.CANONICAL_ONLY;
    }
    return base.equals(upstream) ? Reason.DRAFT_ONLY : Reason.CONVERGED;
  }

  private static @Nullable JsonNode id(@Nullable EntityDocument document) {
    return document == null ? null : document.get("id");
  }

  /** The key it has in the result, null when it has none. */
  @Nullable EntityKey key(Choice.Kind side) {
    return side == Choice.Kind.MINE ? mine : upstream;
  }

  /** The merge of what it holds; nothing when it is gone. */
  Optional<EntityMerge> contentMerge(ThreeVersions versions, Choice.Kind side) {
    EntityKey key = key(side);
    if (key == null || mine == null) {
      return Optional.empty();
    }
    EntityDocument draft = ThreeVersions.renamed(versions.mine(mine), mine, key);
    if (upstream == null || staysBeside(side)) {
      // Upstream has no such entity, so the draft creates it.
      return Optional.of(
          ThreeWayMerge.merge(new EntitySides(base, null, draft, null))
              .under(key, sides(versions)));
    }
    return Optional.of(
        ThreeWayMerge.merge(
                new EntitySides(
                    base,
                    ThreeVersions.renamed(versions.base(base), base, key),
                    draft,
                    ThreeVersions.renamed(versions.upstream(upstream), upstream, key)))
            .under(key, sides(versions)));
  }

  /** Whether the entity keeps its key and upstream's stays as a different one. */
  private boolean staysBeside(Choice.Kind side) {
    return side == Choice.Kind.MINE && base.equals(mine) && !base.equals(upstream);
  }

  /** The entity of upstream's that gives way, null for none. */
  @Nullable EntityKey replaced(Choice.Kind side) {
    boolean stays = side == Choice.Kind.UPSTREAM || staysBeside(side);
    return stays || upstream == null || upstream.equals(mine) ? null : upstream;
  }

  /** Which references follow. */
  void turns(Choice.Kind side, ReferenceTurns turns) {
    EntityKey key = key(side);
    if (key == null || staysBeside(side)) {
      return;
    }
    if (side == Choice.Kind.MINE) {
      turns.ofUpstream(base, key);
      if (upstream != null) {
        turns.ofUpstream(upstream, key);
      }
    } else {
      turns.ofDraft(base, key);
      if (mine != null) {
        turns.ofDraft(mine, key);
      }
    }
  }
}
