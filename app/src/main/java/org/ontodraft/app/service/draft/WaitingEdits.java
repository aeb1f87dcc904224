package org.ontodraft.app.service.draft;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.ontodraft.app.state.Observed;
import org.ontodraft.app.state.State;
import org.ontodraft.model.draft.DraftStep;
import org.ontodraft.model.draft.DraftStore;

/** The steps of a draft that are in the journal and not in the store yet, oldest first. */
final class WaitingEdits {
  private final State<List<DraftStep>> list = new State<>(List.of());

  Observed<List<DraftStep>> list() {
    return list;
  }

  boolean isEmpty() {
    return list.get().isEmpty();
  }

  void add(DraftStep step) {
    list.update(before -> Stream.concat(before.stream(), Stream.of(step)).toList());
  }

  void replace(List<DraftStep> lacking) {
    list.set(lacking);
  }

  /**
   * Posts them in order, those aside that are there already: the answer to an earlier try was lost.
   *
   * @param taken told what came of each
   * @return false when the store went away again; the rest still waits
   */
  boolean post(
      DraftPosting posting, DraftStore store, BiConsumer<DraftStep, DraftPosting.Posted> taken) {
    while (!isEmpty()) {
      DraftStep step = list.get().getFirst();
      if (posting.steps().stream().anyMatch(known -> known.id().equals(step.id()))) {
        store.withdraw(step);
      } else {
        DraftPosting.Posted posted = posting.post(step);
        if (posted instanceof DraftPosting.Posted.Waits) {
          return false;
        }
        taken.accept(step, posted);
      }
      list.update(before -> before.subList(1, before.size()));
    }
    return true;
  }
}
