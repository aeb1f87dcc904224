package org.ontodraft.persistence;

import java.util.List;
import org.ontodraft.persistence.store.StoreRefusal;

/** What came of opening a workspace's store. */
public sealed interface StoreOpening {
  /**
   * It is open.
   *
   * @param notices what was found and put right on the way, to tell the curator
   */
  record Opened(WorkspaceStore store, List<StoreNotice> notices) implements StoreOpening {
    public Opened {
      notices = List.copyOf(notices);
    }
  }

  /** It stays closed, and as it was. */
  record Refused(StoreRefusal refusal) implements StoreOpening {}
}
