package org.ontodraft.app.service.workspace;

import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.exchange.DraftsMoved;
import org.ontodraft.app.service.exchange.MovableDraft;
import org.ontodraft.app.task.Progress;

/** Takes a workspace's drafts along to the store it is opened in next. Blocking. Thread-safe. */
public interface StoreSwitch {
  /** The drafts of the present store; refused while it is away. */
  Outcome<List<MovableDraft>> drafts();

  /**
   * Moves drafts to another store, which is opened and closed for it. The open draft is closed.
   * What cannot be moved stays where it is and is named.
   *
   * @param settled called when all are copied, to say that the other store is the one from now on
   * @return refused when nothing was moved, and nothing is settled then
   */
  Outcome<DraftsMoved> move(
      Supplier<Outcome<Store>> other,
      Collection<MovableDraft> drafts,
      Runnable settled,
      Progress progress);
}
