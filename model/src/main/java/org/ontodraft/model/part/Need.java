package org.ontodraft.model.part;

import org.ontodraft.model.entity.EntityKey;

/**
 * Why one part of a draft cannot be sent without another.
 *
 * @param part the other part
 * @param about the entity that would be named and not be there, or the item that moves
 */
public record Need(DraftPart part, Reason reason, EntityKey about) {
  /** What would be wrong without it. */
  public enum Reason {
    /** It names an entity that the other part creates. */
    NAMES_CREATED,
    /** It deletes an entity that only the other part stops naming. */
    STILL_NAMED,
    /** Together they are one entity under another key. */
    RENAME,
    /** An item goes from one field of the entity to the other. */
    MOVED
  }
}
