package org.ontodraft.model.draft;

import org.jspecify.annotations.Nullable;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.ontology.SourceFile;
import org.ontodraft.model.patch.JsonPatch;

/** What a draft does to one entity. */
public sealed interface DraftChange {
  /** The entity. */
  EntityKey key();

  /** The file it was made on, kept with the draft; null for a new entity. */
  default @Nullable SourceFile baseFile() {
    return switch (this) {
      case Create create -> null;
      case Update update -> update.base();
      case Delete delete -> delete.base();
    };
  }

  /**
   * What a draft must do to an entity so that it has this document: the change to keep, or null
   * when the document equals the base.
   *
   * @param file the entity's file at the base and {@code base} the document in it, null when the
   *     base has no such entity
   * @param document null for no entity
   */
  static @Nullable DraftChange between(
      EntityKey key,
      @Nullable SourceFile file,
      @Nullable EntityDocument base,
      @Nullable EntityDocument document) {
    if (file == null || base == null) {
      return document == null ? null : new Create(key, document);
    }
    if (document == null) {
      return new Delete(key, file);
    }
    JsonPatch patch = JsonPatch.between(base, document);
    return patch.isEmpty() ? null : new Update(key, file, patch);
  }

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
