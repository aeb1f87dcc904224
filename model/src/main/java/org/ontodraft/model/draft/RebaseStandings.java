package org.ontodraft.model.draft;

import java.util.Map;
import java.util.UUID;

/** Port to where it is kept how drafts stand. Blocking; not for the FX thread. */
public interface RebaseStandings {
  /** How each draft stands. */
  Map<UUID, RebaseStanding> all();

  /**
   * Keeps how a draft stands. That is no edit: nothing else of the draft changes, its version
   * neither.
   *
   * @param examined the draft as it was examined
   * @return false when the draft was changed since or is gone; nothing is kept then
   */
  boolean put(Draft examined, RebaseStanding standing);
}
