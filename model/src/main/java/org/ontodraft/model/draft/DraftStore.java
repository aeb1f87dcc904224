package org.ontodraft.model.draft;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.ontology.OntologyVersion;
import org.ontodraft.model.ontology.StoreAwayException;

/**
 * Port to the database that keeps drafts, which others may write as well. Blocking; not for the FX
 * thread. Every method but {@link #apply} throws {@link StoreAwayException} while the database
 * cannot be reached.
 */
public interface DraftStore {
  /** A new empty draft on this version. */
  Draft create(String title, OntologyVersion base);

  /** All drafts but deleted ones, the one changed last first. */
  List<Draft> list();

  /** The draft with this id, unless it was deleted. */
  Optional<Draft> find(UUID draft);

  /** The draft's changes, sorted by key. */
  List<DraftChange> changes(UUID draft);

  /** The draft's edit log, in order. */
  List<DraftStep> steps(UUID draft);

  /** The edits of the log, in order. */
  default List<DraftEdit> edits(UUID draft) {
    return steps(draft).stream().flatMap(step -> step.edits().stream()).toList();
  }

  /** What the curator meant by changes of several entities, in the order it was done. */
  List<DraftIntent> intents(UUID draft);

  /** The draft with its changes and steps, all of one moment. */
  Optional<StoredDraft> stored(UUID draft);

  /** The sequence up to which journaled steps are in the database. */
  long appliedSequence();

  /**
   * Writes a journaled step with the changes that its entities now have, as one transaction. A step
   * that is stored already changes nothing. A validated or submitted draft goes back to {@link
   * DraftStatus#DRAFT}. Undoing a step takes its intents back.
   *
   * @param changes what the draft now does to each of the step's entities; empty for one that is as
   *     in the base
   * @param seen what the step was made on; nothing is written when that is no longer there
   */
  EditOutcome apply(
      DraftStep step, Map<EntityKey, Optional<DraftChange>> changes, SeenChanges seen);

  /**
   * Writes a journaled step on whatever the draft holds: for a store that nobody else writes, when
   * its journal is replayed.
   */
  default EditOutcome apply(DraftStep step, Map<EntityKey, Optional<DraftChange>> changes) {
    Optional<StoredDraft> stored = stored(step.draft());
    if (stored.isEmpty()) {
      withdraw(step);
      return new EditOutcome.Gone();
    }
    return apply(step, changes, stored.get().seen(changes.keySet()));
  }

  /**
   * Writes an edit that is a step of its own.
   *
   * @param change what the draft now does to the edit's entity; null when it is as in the base
   */
  default EditOutcome apply(DraftEdit edit, @Nullable DraftChange change, SeenChanges seen) {
    return apply(DraftStep.of(edit), Map.of(edit.key(), Optional.ofNullable(change)), seen);
  }

  /** Writes an edit that is a step of its own on whatever the draft holds. */
  default EditOutcome apply(DraftEdit edit, @Nullable DraftChange change) {
    return apply(DraftStep.of(edit), Map.of(edit.key(), Optional.ofNullable(change)));
  }

  /**
   * Moves the journal's position past a step that need not be stored: it is there, its draft is
   * gone, or its curator took the other side's value or made it again.
   */
  void withdraw(DraftStep step);

  /**
   * Other title and description.
   *
   * @param seen the draft as it was shown; nothing is written when its title or description was
   *     changed since
   */
  DraftWrite describe(Draft seen, String title, String description);

  /**
   * Moves the status, if it still is {@code from}.
   *
   * @return false when the status was no longer {@code from}; nothing changed then
   * @throws IllegalArgumentException when {@link DraftStatus#canMoveTo} forbids the move
   */
  boolean transition(UUID draft, DraftStatus from, DraftStatus to);

  /**
   * Puts the draft on another base with the changes it has there, as one transaction.
   *
   * @param seen the draft whose changes were moved; nothing is written when anything of it was
   *     changed since
   */
  DraftWrite rebase(Draft seen, OntologyVersion base, List<DraftChange> changes);

  /** Puts a draft away or takes it back; false when it is gone. */
  boolean archive(UUID draft, boolean archived);

  /** Takes a draft out of the list; edits to it are refused. It can be brought back. */
  void delete(UUID draft);

  /** The drafts that can be brought back, the one deleted last first. */
  List<DeletedDraft> deleted();

  /** Brings a deleted draft back; empty when it was removed for good. */
  Optional<Draft> restore(UUID draft);

  /** Removes a draft and its log for good. */
  void purge(UUID draft);
}
