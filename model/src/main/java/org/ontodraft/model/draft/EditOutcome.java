package org.ontodraft.model.draft;

import org.jspecify.annotations.Nullable;
import org.ontodraft.model.entity.EntityKey;

/** What came of writing a step. In all cases but the first the draft's changes are as before. */
public sealed interface EditOutcome {
  /**
   * It is stored, by this call or by an earlier one with the same step.
   *
   * @param seen what is to be seen of its entities' changes now
   * @param before the draft's version that the step found
   * @param version the draft's version now
   */
  record Stored(SeenChanges seen, long before, long version) implements EditOutcome {}

  /**
   * Another session wrote one of the entities since; the journal's position stays in front of the
   * step until {@link DraftStore#withdraw}.
   *
   * @param key the first such entity
   * @param ours what would have been written; null for the entity as at the base
   * @param theirs what is stored; null for the entity as at the base
   * @param seen what this session had seen
   * @param found what it would have to see now
   */
  record Stale(
      EntityKey key,
      @Nullable DraftChange ours,
      @Nullable DraftChange theirs,
      SeenChanges seen,
      SeenChanges found)
      implements EditOutcome {}

  /** Another session moved the draft to another base; this one has to open it again. */
  record Rebased(SeenChanges seen, SeenChanges found) implements EditOutcome {}

  /** The draft has a status that takes no edit. */
  record Closed(DraftStatus status) implements EditOutcome {}

  /** There is no such draft any more; the journal's position is behind the step now. */
  record Gone() implements EditOutcome {}

  /**
   * The database cannot be reached, and whether the step is stored is unknown. The journal has it;
   * writing it again later is safe.
   */
  record Away(String reason) implements EditOutcome {}
}
