package org.ontodraft.model.draft;

import java.time.Instant;
import java.util.UUID;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.patch.JsonPatch;

/**
 * One entry of a draft's append-only edit log.
 *
 * @param id made by the client, so that writing the entry twice is the same as once
 * @param sequence the order within the journal, from 1
 * @param forward from the entity's document before to the one after; absent is JSON null
 * @param inverse the way back
 * @param field the field that was edited, or empty for the whole entity
 * @param step the {@link DraftStep} it belongs to
 */
public record DraftEdit(
    UUID id,
    UUID draft,
    long sequence,
    Kind kind,
    EntityKey key,
    String field,
    JsonPatch forward,
    JsonPatch inverse,
    Instant at,
    UUID step) {

  /** An edit that is a step of its own. */
  public DraftEdit(
      UUID id,
      UUID draft,
      long sequence,
      Kind kind,
      EntityKey key,
      String field,
      JsonPatch forward,
      JsonPatch inverse,
      Instant at) {
    this(id, draft, sequence, kind, key, field, forward, inverse, at, id);
  }

  /** Whether the entry is new work, takes the newest work back, or brings it again. */
  public enum Kind {
    EDIT,
    UNDO,
    REDO
  }
}
