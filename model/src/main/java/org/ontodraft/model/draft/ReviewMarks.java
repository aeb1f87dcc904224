package org.ontodraft.model.draft;

import java.util.Map;
import java.util.UUID;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.ontology.StoreAwayException;

/**
 * Port to where it is kept that somebody has looked at a draft's change of an entity, as it was
 * then. A mark is no edit: nothing else of the draft changes, its version neither. Blocking; not
 * for the FX thread. Every method throws {@link StoreAwayException} while the database cannot be
 * reached.
 */
public interface ReviewMarks {
  /** The marks of a draft: the SHA-256, in hexadecimal, of what was looked at. */
  Map<EntityKey, String> of(UUID draft);

  /**
   * Keeps a mark in place of an earlier one of the same entity.
   *
   * @return false when the draft is gone or deleted; nothing is kept then
   */
  boolean mark(UUID draft, EntityKey key, String sha256);

  /** Takes a mark away; harmless when there is none. */
  void unmark(UUID draft, EntityKey key);
}
