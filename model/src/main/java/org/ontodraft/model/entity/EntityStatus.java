package org.ontodraft.model.entity;

/** What a draft does to an entity, as every view shows it. */
public enum EntityStatus {
  UNCHANGED,
  ADDED,
  MODIFIED,
  DELETED,
  /** Not changed itself, but inherits a change. */
  AFFECTED,
  /** The change cannot be applied to its base; its intended values are still shown. */
  BROKEN
}
