package org.ontodraft.model.draft;

import org.jspecify.annotations.Nullable;

/**
 * What moving a draft to the newest version would come to, as far as it was examined.
 *
 * @param commit the version it was examined against; null before the first time
 */
public record RebaseStanding(Status status, @Nullable String commit) {
  /** What a move would come to. */
  public enum Status {
    /** It would go by itself, or there is nothing to move to. */
    CLEAN,
    /** Something is for the curator to decide. */
    CONFLICT,
    /** The draft was changed since, or never examined. */
    PENDING
  }
}
