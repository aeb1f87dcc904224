package org.ontodraft.app.service.draft;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.ontodraft.app.state.Observed;
import org.ontodraft.app.state.State;
import org.ontodraft.model.draft.DraftStep;
import org.ontodraft.model.draft.DraftStore;
import org.ontodraft.model.draft.EditJournal;
import org.ontodraft.model.ontology.StoreAwayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The steps of a draft that are in the journal and not in the store yet, oldest first: each goes to
 * the journal first, and waits here until the store takes it. Blocking. Not thread-safe: its
 * session calls it one at a time.
 */
final class WaitingEdits {
  private static final Logger LOG = LoggerFactory.getLogger(WaitingEdits.class);

  private final DraftStore store;
  private final EditJournal journal;
  private final State<List<DraftStep>> list = new State<>(List.of());

  /** None waits yet. */
  WaitingEdits(DraftStore store, EditJournal journal) {
    this.store = store;
    this.journal = journal;
  }

  Observed<List<DraftStep>> list() {
    return list;
  }

  boolean isEmpty() {
    return list.get().isEmpty();
  }

  /** The number that the next step has in the journal. */
  long nextSequence() {
    return journal.nextSequence();
  }

  /**
   * Keeps a step that was just made. It waits where the store cannot take it now, or where others
   * wait before it; one that the draft takes no more is not asked about again.
   */
  DraftPosting.Posted keep(ComposedStep made, DraftPosting posting) {
    DraftStep step = made.step();
    journal.append(step);
    DraftPosting.Posted posted =
        isEmpty()
            ? posting.post(step, made.changes())
            : new DraftPosting.Posted.Waits("earlier edits wait");
    if (posted instanceof DraftPosting.Posted.Waits(String reason)) {
      LOG.warn("an edit waits for its store: {}", reason);
      list.update(before -> Stream.concat(before.stream(), Stream.of(step)).toList());
    } else if (posted instanceof DraftPosting.Posted.Closed) {
      store.withdraw(step);
    }
    return posted;
  }

  /**
   * Finds what the store lacks, which is more than what was known to wait where a server lost what
   * it had acknowledged.
   *
   * @param ours whether a step is to be posted
   * @throws StoreAwayException when the store cannot be reached
   */
  void readAgain(Predicate<DraftStep> ours) {
    list.set(journal.after(store.appliedSequence()).stream().filter(ours).toList());
  }

  /**
   * Posts them in order, those aside that are there already: the answer to an earlier try was lost.
   *
   * @param taken told what came of each
   * @return false when the store went away again; the rest still waits
   */
  boolean post(DraftPosting posting, BiConsumer<DraftStep, DraftPosting.Posted> taken) {
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
