package org.ontodraft.model.draft;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.ontology.OntologyVersion;

/** Port to the database that keeps drafts. Blocking; not for the FX thread. */
public interface DraftStore {
  /** A new empty draft on this version. */
  Draft create(String title, OntologyVersion base);

  /** All drafts, the one changed last first. */
  List<Draft> list();

  /** The draft with this id. */
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

  /** The sequence up to which journaled steps are in the database. */
  long appliedSequence();

  /**
   * Writes a journaled step with the changes that its entities now have, as one transaction. A step
   * that is stored already changes nothing. A validated or submitted draft goes back to {@link
   * DraftStatus#DRAFT}. Undoing a step takes its intents back.
   *
   * @param changes what the draft now does to each of the step's entities; empty for one that is as
   *     in the base
   */
  void apply(DraftStep step, Map<EntityKey, Optional<DraftChange>> changes);

  /**
   * Writes an edit that is a step of its own.
   *
   * @param change what the draft now does to the edit's entity; null when it is as in the base
   */
  default void apply(DraftEdit edit, @Nullable DraftChange change) {
    apply(DraftStep.of(edit), Map.of(edit.key(), Optional.ofNullable(change)));
  }

  /** Other title and description. */
  void describe(UUID draft, String title, String description);

  /**
   * Moves the status, if it still is {@code from}.
   *
   * @return false when the status was no longer {@code from}; nothing changed then
   * @throws IllegalArgumentException when {@link DraftStatus#canMoveTo} forbids the move
   */
  boolean transition(UUID draft, DraftStatus from, DraftStatus to);

  /** Puts the draft on another base with the changes it has there, as one transaction. */
  void rebase(UUID draft, OntologyVersion base, List<DraftChange> changes);

  /** Removes the draft and its log. */
  void delete(UUID draft);
}
