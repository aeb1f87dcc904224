package org.ontodraft.app.ui.conflict;

import org.jspecify.annotations.Nullable;
import org.ontodraft.app.ui.control.Pill;
import org.ontodraft.model.merge.Choice;
import org.ontodraft.model.merge.FieldDecision;

/** Where a value of the result comes from, as one letter and a shape. */
enum ResultSource {
  OPEN("?", Pill.Side.CONFLICT),
  MINE("M", Pill.Side.MINE),
  UPSTREAM("U", Pill.Side.UPSTREAM),
  BOTH("MU", Pill.Side.PLAIN),
  BASE("B", Pill.Side.BASE),
  TYPED("C", Pill.Side.TYPED);

  private final String letter;
  private final Pill.Side side;

  ResultSource(String letter, Pill.Side side) {
    this.letter = letter;
    this.side = side;
  }

  /** What stands in the column. */
  String letter() {
    return letter;
  }

  /** Its colour. */
  Pill.Side side() {
    return side;
  }

  /**
   * Where a field's value comes from.
   *
   * @param chosen what the curator chose, if anything
   */
  static ResultSource of(FieldDecision decision, Choice.@Nullable Kind chosen) {
    return decision.reason() == FieldDecision.Reason.CHOSEN && chosen != null
        ? of(chosen)
        : of(decision.reason());
  }

  /** Where the value of a field that was decided for this reason comes from. */
  static ResultSource of(FieldDecision.Reason reason) {
    return switch (reason) {
      case CONFLICT -> OPEN;
      case DRAFT_ONLY -> MINE;
      case CANONICAL_ONLY -> UPSTREAM;
      case CONVERGED, SET_MERGE, LINE_MERGE, RENAME_FOLLOWED -> BOTH;
      case CHOSEN -> TYPED;
    };
  }

  /** Where what a choice leaves comes from. */
  static ResultSource of(Choice.Kind chosen) {
    return switch (chosen) {
      case MINE, RECREATE -> MINE;
      case UPSTREAM -> UPSTREAM;
      case BASE -> BASE;
      case UNION, MINE_THEN_UPSTREAM, UPSTREAM_THEN_MINE, WORDS, FIELDS -> BOTH;
      case CUSTOM, ABSENT, DEPRECATE -> TYPED;
    };
  }
}
