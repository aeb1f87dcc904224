package org.ontodraft.app.ui.control.diff;

import org.jspecify.annotations.Nullable;
import org.ontodraft.model.diff.FieldChange;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.merge.EntityMerge;
import org.ontodraft.model.merge.FieldDecision;
import org.ontodraft.model.validation.Finding;

/** One row of what a rebase would do. */
public sealed interface PlanRow {
  /** A part of the list and how many decisions are in it. */
  record Section(Part part, int count) implements PlanRow {}

  /** The parts of the list, in order. */
  enum Part {
    /** Only the curator can decide. */
    NEEDS_YOU,
    /** It merges, and what comes of it breaks a rule. */
    BREAKS_A_RULE,
    /** Decided, with the reason. */
    AUTOMATIC
  }

  /** An entity, and what happened to it as a whole. */
  record Entity(EntityKey key, EntityMerge.Kind kind) implements PlanRow {}

  /**
   * A field.
   *
   * @param mine from base to draft; null when neither has it
   * @param upstream from base to upstream; null when neither has it
   */
  record Field(
      EntityKey key,
      FieldDecision decision,
      @Nullable FieldChange mine,
      @Nullable FieldChange upstream)
      implements PlanRow {}

  /** A finding that the merged whole has and the draft alone does not. */
  record Broken(Finding finding) implements PlanRow {}
}
