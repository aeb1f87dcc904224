package org.ontodraft.app.service.workspace;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.model.draft.DeletedDraft;
import org.ontodraft.model.draft.Draft;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.merge.Place;
import org.ontodraft.model.rebase.DraftMerge;

/** What can be done with the drafts of a workspace as wholes. Blocking; not for the FX thread. */
public interface DraftShelf {
  /** Puts a draft away or takes it back. */
  Outcome<Draft> archive(UUID draft, boolean archived);

  /** The drafts that were deleted and can be brought back, the one deleted last first. */
  List<DeletedDraft> deleted();

  /** Brings a deleted draft back. */
  Outcome<Draft> restore(UUID draft);

  /** Makes another draft with the same changes, history and decisions. */
  Outcome<Draft> duplicate(UUID draft, String title);

  /** What taking another draft into the open one comes to; refused where their bases differ. */
  Outcome<DraftMerge> preview(UUID other);

  /**
   * Takes another draft into the open one, as one step that undo takes back. The other stays.
   *
   * @param others where both changed the same and the other's value is taken
   */
  Outcome<DraftOverlay> merge(UUID other, Set<Place> others);
}
