package org.ontodraft.model.exchange;

import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;

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
  default boolean write(PortableDraft draft) {
    return write(draft, rows -> {});
  }

  /**
   * Takes a draft in, and tells how far it is.
   *
   * @param stored told now and then how many of {@link PortableDraft#parts} are written; what it
   *     throws stops the transfer, and nothing of the draft is there then
   * @return false when the store has a draft with this id; nothing changed then
   */
  boolean write(PortableDraft draft, LongConsumer stored);

  /**
   * Removes a draft that another store has taken in.
   *
   * @param seen what was handed out
   * @return false when it is something else by now; it stays then
   */
  boolean remove(PortableDraft seen);
}
