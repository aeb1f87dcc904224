package org.ontodraft.model.draft;

import java.util.List;
import java.util.Optional;

/** What can be undone and redone, worked out from a draft's edit log. Immutable. */
public final class EditHistory {
  private EditHistory() {}

  /** The history that this log, in order of sequence, describes. */
  public static EditHistory of(List<DraftEdit> log) {
    throw new UnsupportedOperationException(log.toString());
  }

  /** The edit the next undo takes back. */
  public Optional<DraftEdit> nextUndo() {
    throw new UnsupportedOperationException();
  }

  /** The edit the next redo brings again. */
  public Optional<DraftEdit> nextRedo() {
    throw new UnsupportedOperationException();
  }

  /** This history with one more entry of the log. */
  public EditHistory with(DraftEdit entry) {
    throw new UnsupportedOperationException(entry.toString());
  }
}
