package org.ontodraft.model.draft;

import java.util.Set;

/** Where a draft is on its way upstream. Only {@link #canMoveTo} allows a move. */
public enum DraftStatus {
  DRAFT,
  VALIDATED,
  SUBMITTED,
  MERGED,
  REJECTED;

  private Set<DraftStatus> next() {
    return switch (this) {
      case DRAFT -> Set.of(VALIDATED);
      case VALIDATED -> Set.of(DRAFT, SUBMITTED);
      case SUBMITTED -> Set.of(DRAFT, MERGED, REJECTED);
      case REJECTED -> Set.of(DRAFT);
      case MERGED -> Set.of();
    };
  }

  /** Whether the table of the design allows this move; staying is not a move. */
  public boolean canMoveTo(DraftStatus target) {
    return next().contains(target);
  }

  /** Whether the curator may edit; an edit takes the draft back to {@link #DRAFT}. */
  public boolean editable() {
    return this != MERGED;
  }
}
