package org.ontodraft.model.refactor;

import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.schema.RepositorySchemas;

/**
 * A change of several entities that belong together. Pure: it says what it would do to a draft, or
 * why it does nothing; see {@code docs/refactorings.md}.
 */
public sealed interface Refactoring
    permits Rename,
        MovePropertyUp,
        MovePropertyDown,
        ChangeParent,
        SplitEntity,
        MergeEntities,
        MoveBetweenModules,
        Deprecate,
        DeleteWithDependents {
  /**
   * What the refactoring does to this draft. Reads the documents it touches: not for the FX thread.
   *
   * @param schemas those of the repository, which narrow what a key may be
   */
  RefactoringOutcome preview(DraftOverlay overlay, RepositorySchemas schemas);
}
