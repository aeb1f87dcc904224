package org.ontodraft.app.service.exchange;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.Refusal;
import org.ontodraft.app.task.Progress;
import org.ontodraft.model.draft.Draft;
import org.ontodraft.model.draft.DraftSharing;
import org.ontodraft.model.draft.DraftSharing.Standing;
import org.ontodraft.model.exchange.PortableDraft;
import org.ontodraft.model.ontology.StoreAwayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes several drafts along to another store. All are copied before the first is removed, so
 * whatever ends it in between loses none; asked again, it goes on and doubles none.
 */
public final class DraftRelocation {
  private static final Logger LOG = LoggerFactory.getLogger(DraftRelocation.class);

  private final DraftMove move;
  private final List<PortableDraft> copied = new ArrayList<>();
  private final List<DraftsMoved.Stayed> stayed = new ArrayList<>();

  /** One relocation, by this way from store to store. */
  public DraftRelocation(DraftMove move) {
    this.move = move;
  }

  /** What can be taken along of these drafts. Blocking. */
  public static List<MovableDraft> among(List<Draft> drafts, Optional<DraftSharing> sharing) {
    return drafts.stream()
        .map(draft -> {
          Optional<Standing> standing = sharing.flatMap(each -> each.standing(draft.id()));
          return new MovableDraft(
              draft.id(),
              draft.title(),
              draft.status(),
              draft.changeCount(),
              sharing.isEmpty() || standing.map(Standing::mine).orElse(false),
              standing.map(Standing::shared).orElse(false));
        })
        .toList();
  }

  /**
   * Moves drafts. Cancelled, or when a store goes away, before all are copied: the copies are taken
   * back, and nothing has changed. Blocking.
   *
   * @param chosen by id, with the titles to name them by
   * @param settled called when all are copied and before any is removed: from now on the other
   *     store is the one that counts
   * @throws StoreAwayException when a store cannot be reached; nothing has changed
   */
  public DraftsMoved run(Collection<MovableDraft> chosen, Runnable settled, Progress progress) {
    boolean whole = false;
    try {
      copyAll(chosen, progress);
      settled.run();
      whole = true;
    } finally {
      if (!whole) {
        takeBack();
      }
    }
    return removeAll(progress);
  }

  private void copyAll(Collection<MovableDraft> chosen, Progress progress) {
    progress.stage("drafts.copy", chosen.size());
    int done = 0;
    for (MovableDraft draft : chosen) {
      progress.checkCancelled();
      switch (draft.mine() ? move.copy(draft.id()) : Outcome.<PortableDraft>refused("SHARE-04")) {
        case Outcome.Done<PortableDraft>(PortableDraft copy) -> copied.add(copy);
        case Outcome.Refused<PortableDraft>(Refusal why) ->
            stayed.add(new DraftsMoved.Stayed(draft.title(), why));
      }
      progress.done(++done);
    }
    progress.checkCancelled();
  }

  private void takeBack() {
    for (PortableDraft copy : copied) {
      try {
        move.takeBack(copy);
      } catch (StoreAwayException away) {
        // It is replaced when the move is asked for again.
        LOG.warn("a copy of the draft {} stays in the other store", copy.id(), away);
      }
    }
  }

  private DraftsMoved removeAll(Progress progress) {
    progress.stage("drafts.remove", copied.size());
    List<String> moved = new ArrayList<>();
    List<String> doubled = new ArrayList<>();
    for (PortableDraft copy : copied) {
      (removed(copy) ? moved : doubled).add(copy.title());
      progress.done(moved.size() + doubled.size());
    }
    return new DraftsMoved(moved, stayed, doubled);
  }

  private boolean removed(PortableDraft copy) {
    try {
      return move.remove(copy);
    } catch (StoreAwayException away) {
      LOG.warn("the draft {} is in both stores", copy.id(), away);
      return false;
    }
  }
}
