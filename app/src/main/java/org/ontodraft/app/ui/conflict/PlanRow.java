package org.ontodraft.app.ui.conflict;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.diff.FieldChange;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.merge.Choice;
import org.ontodraft.model.merge.EntityMerge;
import org.ontodraft.model.merge.FieldDecision;
import org.ontodraft.model.merge.Place;
import org.ontodraft.model.merge.Resolution;
import org.ontodraft.model.validation.Finding;

/** One row of what a rebase would do. */
sealed interface PlanRow {
  /**
   * A part of the list.
   *
   * @param open how many decisions in it are still to be taken
   * @param count how many rows of decisions it has
   */
  record Section(Part part, int open, int count) implements PlanRow {}

  /** The parts of the list, in order. */
  enum Part {
    /** Only the curator can decide, or has decided. */
    NEEDS_YOU,
    /** It merges, and what comes of it breaks a rule. */
    BREAKS_A_RULE,
    /** Decided, with the reason. */
    AUTOMATIC
  }

  /**
   * An entity, and what happened to it as a whole.
   *
   * @param ways what can be decided about the whole; empty where nothing can
   * @param chosen what the curator decided about the whole, or null
   */
  record Entity(EntityMerge merge, List<Way> ways, Choice.@Nullable Kind chosen)
      implements PlanRow {
    EntityKey key() {
      return merge.key();
    }

    EntityMerge.Kind kind() {
      return merge.kind();
    }
  }

  /**
   * A field.
   *
   * @param mine from base to draft; null when neither has it
   * @param upstream from base to upstream; null when neither has it
   * @param result from base to the result; null when neither has it
   */
  record Field(
      EntityMerge merge,
      FieldDecision decision,
      @Nullable FieldChange mine,
      @Nullable FieldChange upstream,
      @Nullable FieldChange result,
      ResultSource source,
      List<Way> ways)
      implements PlanRow {
    EntityKey key() {
      return merge.key();
    }

    boolean chosen() {
      return decision.reason() == FieldDecision.Reason.CHOSEN;
    }
  }

  /**
   * A finding that the merged whole has and the draft alone does not.
   *
   * @param ways decisions that settle it, the best first
   */
  record Broken(Finding finding, List<Resolution> ways) implements PlanRow {}

  /** Where a decision about this row is taken, or null for a row that asks nothing. */
  default @Nullable Place place() {
    return switch (this) {
      case Section section -> null;
      case Entity entity -> entity.merge().place("");
      case Field field -> field.merge().place(field.decision().field().name());
      case Broken broken -> Place.of(broken.finding().key());
    };
  }

  /** Whether only the curator can go on from here. */
  default boolean isOpen() {
    return switch (this) {
      case Section section -> false;
      case Entity entity -> entity.merge().isOpen();
      case Field field -> field.decision().isConflict() && !field.merge().isOpen();
      case Broken broken -> true;
    };
  }

  /** The choices offered; those of a broken rule are its own. */
  default List<Way> offered() {
    return switch (this) {
      case Section section -> List.of();
      case Entity entity -> entity.ways();
      case Field field -> field.merge().isOpen() ? List.of() : field.ways();
      case Broken broken -> List.of();
    };
  }

  /** Whether the curator decided here, so that it can be taken back. */
  default boolean isDecided() {
    return switch (this) {
      case Section section -> false;
      case Entity entity -> entity.chosen() != null;
      case Field field -> field.chosen();
      case Broken broken -> false;
    };
  }

  /** What is the same row once the plan has changed. */
  default boolean isSameAs(PlanRow other) {
    return getClass() == other.getClass()
        && (this instanceof Broken(Finding one, var ways)
            ? other instanceof Broken(Finding two, var others) && one.equals(two)
            : this instanceof Section(Part part, int open, int count)
                ? other instanceof Section section && section.part() == part
                : place() != null && place().equals(other.place()));
  }
}
