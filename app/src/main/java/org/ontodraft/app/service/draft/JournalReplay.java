package org.ontodraft.app.service.draft;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.ontodraft.model.draft.Draft;
import org.ontodraft.model.draft.DraftEdit;
import org.ontodraft.model.draft.DraftStep;
import org.ontodraft.model.draft.DraftStore;
import org.ontodraft.model.draft.EditJournal;
import org.ontodraft.model.draft.StoredDraft;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.ontology.Ontology;

/**
 * Writes journaled edits that the store lacks: those of a process that was killed, or whose server
 * was away when it ended. Blocking.
 */
public final class JournalReplay {
  private final DraftStore store;
  private final Function<Draft, Ontology> bases;
  private final boolean shared;
  private final Map<UUID, DraftPosting> postings = new HashMap<>();
  private final List<DraftEdit> recovered = new ArrayList<>();
  private final Map<UUID, List<StaleEdit>> stale = new LinkedHashMap<>();

  /**
   * What a replay did.
   *
   * @param edits the edits that are in the store only now
   * @param stale the edits that others' writes came before, by draft; they stay in the journal
   */
  public record Replayed(List<DraftEdit> edits, Map<UUID, List<StaleEdit>> stale) {}

  private JournalReplay(DraftStore store, Function<Draft, Ontology> bases, boolean shared) {
    this.store = store;
    this.bases = bases;
    this.shared = shared;
  }

  /**
   * Replays what is behind the store's position.
   *
   * @param bases the snapshot of a draft's base
   * @param shared whether a draft that is not found may only be hidden from this session; its edits
   *     wait then
   */
  public static Replayed run(
      DraftStore store, EditJournal journal, Function<Draft, Ontology> bases, boolean shared) {
    JournalReplay replay = new JournalReplay(store, bases, shared);
    journal.after(store.appliedSequence()).forEach(replay::replay);
    return new Replayed(replay.recovered, replay.stale);
  }

  private void replay(DraftStep step) {
    Optional<DraftPosting> found = posting(step.draft());
    if (found.isEmpty()) {
      if (!shared) {
        store.withdraw(step); // the draft was deleted since
      }
      return;
    }
    DraftPosting posting = found.get();
    if (posting.steps().stream().anyMatch(known -> known.id().equals(step.id()))) {
      store.withdraw(step); // it is there, and the position was lost
      return;
    }
    switch (posting.post(step)) {
      case DraftPosting.Posted.Kept kept -> recovered.addAll(step.edits());
      case DraftPosting.Posted.Overtaken(
              DraftEdit edit,
              EntityDocument mine,
              EntityDocument theirs) -> {
        if (mine != null && mine.equals(theirs)) {
          store.withdraw(step); // decided before the process ended
        } else {
          stale
              .computeIfAbsent(step.draft(), draft -> new ArrayList<>())
              .add(new StaleEdit(edit.key(), edit.field(), mine, theirs, List.of(step)));
        }
      }
      case DraftPosting.Posted.Closed closed -> store.withdraw(step);
      case DraftPosting.Posted.Moved moved -> postings.remove(step.draft());
      case DraftPosting.Posted.Gone gone -> postings.remove(step.draft());
      case DraftPosting.Posted.Waits waits -> postings.remove(step.draft());
    }
  }

  private Optional<DraftPosting> posting(UUID draft) {
    DraftPosting known = postings.get(draft);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<StoredDraft> stored = store.stored(draft);
    stored.ifPresent(
        read -> postings.put(draft, new DraftPosting(store, read, bases.apply(read.draft()))));
    return Optional.ofNullable(postings.get(draft));
  }
}
