package org.ontodraft.app.ui.history;

import org.ontodraft.app.service.history.HistoryEntry;
import org.ontodraft.model.diff.FieldChange;
import org.ontodraft.model.ontology.SourceProblem;

/** One row of a history. */
public sealed interface HistoryRow {
  /** A commit that changed the entity; what it changed follows. */
  record Commit(HistoryEntry entry) implements HistoryRow {}

  /** A field that the commit changed. */
  record Field(HistoryEntry entry, FieldChange change) implements HistoryRow {}

  /** A file of the entity that could not be read before or after the commit. */
  record Unreadable(HistoryEntry entry, SourceProblem problem) implements HistoryRow {}

  /** The commit wrote the file otherwise and changed no field. */
  record OnlyWritten(HistoryEntry entry) implements HistoryRow {}

  /** The lower edge of a commit's rows. */
  record Foot(HistoryEntry entry) implements HistoryRow {}

  /** There is more, not read yet. */
  record Older() implements HistoryRow {}
}
