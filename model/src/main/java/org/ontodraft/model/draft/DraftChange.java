package org.ontodraft.model.draft;

import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.ontology.SourceFile;
import org.ontodraft.model.patch.JsonPatch;

/** What a draft does to one entity. */
public sealed interface DraftChange {
  /** The entity. */
  EntityKey key();

  /** A new entity. */
  record Create(EntityKey key, EntityDocument replacement) implements DraftChange {}

  /**
   * Other content.
   *
   * @param base the entity's file at the draft's base, kept with the draft
   * @param patch from the base's document to the draft's
   */
  record Update(EntityKey key, SourceFile base, JsonPatch patch) implements DraftChange {}

  /** No entity any more. */
  record Delete(EntityKey key, SourceFile base) implements DraftChange {}
}
