package org.ontodraft.model.entity;

/** What a draft does to an entity or a field of it, as every view shows it. */
public enum EntityStatus {
  UNCHANGED,
  ADDED,
  MODIFIED,
  /** Added, and so like an entity the draft deletes that it is the same under another key. */
  RENAMED,
  DELETED,
  /** Not changed itself, but inherits a change. */
  AFFECTED,
  /** Upstream changed it too, and the curator has to decide; the draft's values are shown. */
  CONFLICTED,
  /** The change cannot be applied to its base; its intended values are still shown. */
  BROKEN
}
