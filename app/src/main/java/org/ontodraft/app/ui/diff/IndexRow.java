package org.ontodraft.app.ui.diff;

import org.ontodraft.app.service.review.AffectedEntity;
import org.ontodraft.app.service.review.EntityReview;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;

/** One row of the list of changed entities. */
public sealed interface IndexRow {
  /**
   * A type.
   *
   * @param changed how many of it the draft changes
   * @param total how many there are, with the deleted ones
   */
  record Group(EntityType type, int changed, int total) implements IndexRow {}

  /** An entity that can be gone to. */
  sealed interface Entry extends IndexRow {
    /** The entity. */
    EntityKey key();
  }

  /** A changed entity, and whether somebody has looked at it as it is. */
  record Changed(EntityReview review, boolean reviewed) implements Entry {
    @Override
    public EntityKey key() {
      return review.key();
    }
  }

  /** An entity that inherits changes. */
  record Affected(AffectedEntity affected) implements Entry {
    @Override
    public EntityKey key() {
      return affected.key();
    }
  }
}
