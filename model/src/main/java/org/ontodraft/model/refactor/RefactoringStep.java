package org.ontodraft.model.refactor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ontodraft.model.draft.DraftChange;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityKey;

/**
 * Edits that are made and taken back together. As data, so that it can be kept beside the edit log.
 *
 * @param edits one for each entity, by key
 */
public record RefactoringStep(List<EntityEdit> edits) {
  public RefactoringStep {
    List<EntityEdit> sorted = new ArrayList<>(edits);
    sorted.sort(Comparator.comparing(EntityEdit::key));
    edits = List.copyOf(sorted);
  }

  /** The step that takes this one back. */
  public RefactoringStep inverse() {
    return new RefactoringStep(edits.stream().map(EntityEdit::reversed).toList());
  }

  /**
   * The draft with the step made. It must be on the base that the step was made for, and have each
   * entity as the step has it before.
   */
  public DraftOverlay appliedTo(DraftOverlay overlay) {
    Map<EntityKey, Optional<DraftChange>> changes = new HashMap<>();
    for (EntityEdit edit : edits) {
      changes.put(edit.key(), Optional.ofNullable(edit.changeAfter()));
    }
    return overlay.withAll(changes);
  }
}
