package org.ontodraft.app.service.history;

import java.util.List;
import java.util.Optional;
import org.ontodraft.app.task.Progress;

/**
 * Who changed an entity, when, and how: the default branch's first parents, the newest first.
 * Blocking; not for the FX thread.
 */
public interface EntityHistory {
  /**
   * A part of a history.
   *
   * @param next where to read on; empty at its end
   */
  record Page(List<HistoryEntry> entries, Optional<HistoryPosition> next) {
    public Page {
      entries = List.copyOf(entries);
    }
  }

  /**
   * The next commits that changed the entity.
   *
   * @param most how many at most
   * @param progress asked whether to stop; then what was found until then is told
   */
  Page read(HistoryPosition from, int most, Progress progress);
}
