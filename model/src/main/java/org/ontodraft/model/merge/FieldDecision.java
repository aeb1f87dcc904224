package org.ontodraft.model.merge;

import org.jspecify.annotations.Nullable;
import org.ontodraft.model.entity.FieldSpec;
import tools.jackson.databind.JsonNode;

/**
 * What became of one field in a merge, and why. Null means the side does not have the field.
 *
 * @param result the merged value; for a conflict the draft's, with the items of a set merged that
 *     are not in conflict
 */
public record FieldDecision(
    FieldSpec field,
    @Nullable JsonNode base,
    @Nullable JsonNode draft,
    @Nullable JsonNode canonical,
    @Nullable JsonNode result,
    Reason reason) {

  /** Why the result is what it is. */
  public enum Reason {
    /** Only the draft changed it. */
    DRAFT_ONLY,
    /** Only upstream changed it. */
    CANONICAL_ONLY,
    /** Both made the same change. */
    CONVERGED,
    /** Both changed a set, and the changes go together. */
    SET_MERGE,
    /** Both changed a text or pages, in different places, and the changes go together. */
    LINE_MERGE,
    /** What it refers to has another key now. */
    RENAME_FOLLOWED,
    /** The curator decided. */
    CHOSEN,
    /** Both changed it differently: the curator decides. */
    CONFLICT
  }

  /** Whether only the curator can decide. */
  public boolean isConflict() {
    return reason == Reason.CONFLICT;
  }

  /**
   * Whether a side made another type of JSON value of it: a list an object, a text a list. A side
   * without the value has no type.
   */
  public boolean changesType() {
    return base != null && (isOtherType(base, draft) || isOtherType(base, canonical))
        || draft != null && isOtherType(draft, canonical);
  }

  /** A JSON null is no value of a type of its own: it stands for "not set". */
  private static boolean isOtherType(JsonNode value, @Nullable JsonNode other) {
    return other != null
        && !value.isNull()
        && !other.isNull()
        && other.getNodeType() != value.getNodeType();
  }
}
