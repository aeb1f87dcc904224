package org.ontodraft.app.ui.explorer;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a newer tree changes below the rows that are shown, so that the FX thread has to do no more
 * than that. Immutable; worked out on any thread.
 */
final class RowsUpdate {
  /** Nothing is known beforehand. */
  static final RowsUpdate NONE = new RowsUpdate(Map.of());

  /** By the list of rows that was shown, of which each row has its own. */
  private final Map<List<? extends ExplorerNode>, RowsChange> changes;

  /**
   * The rows below one row as they are shown.
   *
   * @param above the row they are below; null for the headings
   */
  record Below(@Nullable ExplorerNode above, List<? extends ExplorerNode> rows) {}

  /** Whatever is shown of a tree. */
  record Shown(ExplorerTree tree, List<Below> rows) {
    Shown {
      rows = List.copyOf(rows);
    }
  }

  private RowsUpdate(Map<List<? extends ExplorerNode>, RowsChange> changes) {
    this.changes = changes;
  }

  /** What changes; nothing is said where the newer tree is not taken up in place. */
  static RowsUpdate of(@Nullable Shown shown, ExplorerTree newer) {
    if (shown == null || !newer.replacesInPlace(shown.tree())) {
      return NONE;
    }
    Map<List<? extends ExplorerNode>, RowsChange> changes = new IdentityHashMap<>();
    for (Below below : shown.rows()) {
      changes.put(below.rows(), RowsChange.between(below.rows(), newer.below(below.above())));
    }
    return new RowsUpdate(changes);
  }

  /** What changes of these rows; null where they were not shown when this was worked out. */
  @Nullable RowsChange of(List<? extends ExplorerNode> rows) {
    return changes.get(rows);
  }
}
