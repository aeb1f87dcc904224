package org.ontodraft.model.graph;

import org.ontodraft.model.entity.EntityKey;

/**
 * One entity naming another, once for each kind.
 *
 * @param change what the draft does to the link
 */
public record GraphLink(EntityKey from, EntityKey to, LinkKind kind, Change change) {
  /** What a draft does to a link. */
  public enum Change {
    NONE,
    ADDED,
    /** It is there at the base and the draft takes it away. */
    REMOVED
  }

  /** The entity at the other end. */
  public EntityKey other(EntityKey end) {
    return from.equals(end) ? to : from;
  }
}
