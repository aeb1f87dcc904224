package org.ontodraft.model.draft;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What can be undone and redone, worked out from a draft's edit log. New work clears what could be
 * redone. Immutable.
 */
public final class EditHistory {
  private final @Nullable Step undo;
  private final @Nullable Step redo;

  private EditHistory(@Nullable Step undo, @Nullable Step redo) {
    this.undo = undo;
    this.redo = redo;
  }

  /** An edit and the ones below it on its stack. */
  private record Step(DraftEdit edit, @Nullable Step below) {}

  /** The history that this log, in order of sequence, describes. */
  public static EditHistory of(List<DraftEdit> log) {
    EditHistory history = new EditHistory(null, null);
    for (DraftEdit entry : log) {
      history = history.with(entry);
    }
    return history;
  }

  /** The edit the next undo takes back. */
  public Optional<DraftEdit> nextUndo() {
    return Optional.ofNullable(undo).map(Step::edit);
  }

  /** The edit the next redo brings again. */
  public Optional<DraftEdit> nextRedo() {
    return Optional.ofNullable(redo).map(Step::edit);
  }

  /**
   * This history with one more entry of the log. An undo or redo that meets nothing, as in a log
   * whose beginning is gone, moves nothing.
   */
  public EditHistory with(DraftEdit entry) {
    return switch (entry.kind()) {
      case EDIT -> new EditHistory(new Step(entry, undo), null);
      case UNDO -> undo == null ? this : new EditHistory(undo.below(), new Step(undo.edit(), redo));
      case REDO -> redo == null ? this : new EditHistory(new Step(redo.edit(), undo), redo.below());
    };
  }
}
