package org.ontodraft.model.exchange;

import java.util.Optional;
import java.util.UUID;

/**
 * Port to a store that hands drafts out whole and takes them in. Blocking; not for the FX thread.
 */
public interface DraftTransfer {
  /** All that the store knows of a draft, as of one moment. */
  Optional<PortableDraft> read(UUID draft);

  /**
   * Takes a draft in, with the ids it has.
   *
   * @return false when the store has a draft with this id; nothing changed then
   */
  boolean write(PortableDraft draft);

  /**
   * Removes a draft that another store has taken in.
   *
   * @param seen what was handed out
   * @return false when it is something else by now; it stays then
   */
  boolean remove(PortableDraft seen);
}
