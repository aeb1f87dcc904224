package org.ontodraft.app.ui.diff;

import org.ontodraft.app.service.review.EntityReview;
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

  /** A changed entity. */
  record Entry(EntityReview review) implements IndexRow {}
}
