package org.ontodraft.app.service.review;

import java.util.UUID;

/** What can be compared: one side, by what it is and not by what it holds. */
public sealed interface ComparedSide {
  /** The newest version that was fetched. */
  record Upstream() implements ComparedSide {}

  /** A draft as it is now. */
  record OfDraft(UUID draft) implements ComparedSide {}

  /** The version that a draft is built on. */
  record BaseOf(UUID draft) implements ComparedSide {}

  /** A commit, by its full id. */
  record Commit(String commit) implements ComparedSide {}
}
