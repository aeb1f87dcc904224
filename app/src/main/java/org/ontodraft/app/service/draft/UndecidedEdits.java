package org.ontodraft.app.service.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ontodraft.app.state.Observed;
import org.ontodraft.app.state.State;
import org.ontodraft.model.draft.DraftEdit;
import org.ontodraft.model.draft.DraftStep;
import org.ontodraft.model.draft.DraftStore;
import org.ontodraft.model.ontology.StoreAwayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The stale edits of a draft that a curator has not decided about, one for each place. */
final class UndecidedEdits {
  private static final Logger LOG = LoggerFactory.getLogger(UndecidedEdits.class);

  private final DraftStore store;
  private final State<List<StaleEdit>> list = new State<>(List.of());

  UndecidedEdits(DraftStore store) {
    this.store = store;
  }

  Observed<List<StaleEdit>> list() {
    return list;
  }

  boolean holds(DraftStep step) {
    return list.get().stream()
        .flatMap(stale -> stale.steps().stream())
        .anyMatch(other -> other.id().equals(step.id()));
  }

  void add(List<StaleEdit> found) {
    list.update(before -> Stream.concat(before.stream(), found.stream()).toList());
  }

  /** Adds a step, to the others of its place if there are any. */
  void add(DraftStep step, DraftPosting.Posted.Overtaken overtaken) {
    list.update(before -> {
      List<StaleEdit> next = new ArrayList<>(before);
      next.removeIf(other -> other.isOf(step));
      DraftEdit edit = overtaken.edit();
      StaleEdit ofPlace =
          before.stream()
              .filter(other -> other.isOf(step))
              .findFirst()
              .orElse(new StaleEdit(edit.key(), edit.field(), null, overtaken.theirs(), List.of()));
      next.add(ofPlace.on(overtaken.theirs()).with(step, overtaken.mine()));
      return next;
    });
  }

  void replace(StaleEdit decided, StaleEdit after) {
    list.update(
        before -> before.stream().map(other -> isSame(other, decided) ? after : other).toList());
  }

  /** The curator has decided: the edits need no writing any more. */
  void settle(StaleEdit decided) {
    try {
      decided.steps().forEach(store::withdraw);
    } catch (StoreAwayException later) {
      // The next start finds them decided, or asks once more.
      LOG.info("the store is away; the journal keeps edits that were decided about");
    }
    list.update(before -> before.stream().filter(other -> !isSame(other, decided)).toList());
  }

  private static boolean isSame(StaleEdit one, StaleEdit other) {
    return one.steps().equals(other.steps());
  }
}
