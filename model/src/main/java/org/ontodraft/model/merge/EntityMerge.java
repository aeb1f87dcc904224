package org.ontodraft.model.merge;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;

/**
 * The merge of one entity that the draft changes.
 *
 * @param kind what happened to the entity as a whole
 * @param result the merged document; null when the entity is gone
 * @param decisions a row for every field that a side changed
 */
public record EntityMerge(
    EntityKey key, Kind kind, @Nullable EntityDocument result, List<FieldDecision> decisions) {
  public EntityMerge {
    decisions = List.copyOf(decisions);
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
    CREATED_TWICE
  }

  /** Whether the curator has to decide something here. */
  public boolean hasConflict() {
    return switch (kind) {
      case MERGED, CONVERGED ->
          decisions.stream().anyMatch(d -> d.reason() == FieldDecision.Reason.CONFLICT);
      case DELETED_UPSTREAM, UPDATED_UPSTREAM, CREATED_TWICE -> true;
    };
  }
}
