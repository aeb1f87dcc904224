package org.ontodraft.model.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What can be undone and redone, worked out from a draft's edit log. New work clears what could be
 * redone. Immutable.
 */
public final class EditHistory {
  private final @Nullable Below undo;
  private final @Nullable Below redo;

  private EditHistory(@Nullable Below undo, @Nullable Below redo) {
    this.undo = undo;
    this.redo = redo;
  }

  /** A step and the ones below it on its stack. */
  private record Below(DraftStep step, @Nullable Below below) {}

  /** The history that this log, in order of sequence, describes. */
  public static EditHistory of(List<DraftStep> log) {
    EditHistory history = new EditHistory(null, null);
    for (DraftStep entry : log) {
      history = history.with(entry);
    }
    return history;
  }

  /** The step the next undo takes back. */
  public Optional<DraftStep> nextUndo() {
    return Optional.ofNullable(undo).map(Below::step);
  }

  /** The step the next redo brings again. */
  public Optional<DraftStep> nextRedo() {
    return Optional.ofNullable(redo).map(Below::step);
  }

  /** The steps that are in the draft, the oldest first. */
  public List<DraftStep> done() {
    return below(undo).reversed();
  }

  /** The steps that were undone and can be made again, the next one first. */
  public List<DraftStep> undone() {
    return below(redo);
  }

  private static List<DraftStep> below(@Nullable Below top) {
    List<DraftStep> steps = new ArrayList<>();
    for (Below at = top; at != null; at = at.below()) {
      steps.add(at.step());
    }
    return steps;
  }

  /**
   * This history with one more entry of the log. An undo or redo that meets nothing, as in a log
   * whose beginning is gone, moves nothing.
   */
  public EditHistory with(DraftStep entry) {
    return switch (entry.kind()) {
      case EDIT -> new EditHistory(new Below(entry, undo), null);
      case UNDO ->
          undo == null ? this : new EditHistory(undo.below(), new Below(undo.step(), redo));
      case REDO ->
          redo == null ? this : new EditHistory(new Below(redo.step(), undo), redo.below());
    };
  }
}
