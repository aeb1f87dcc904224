package org.ontodraft.model.merge;

import org.jspecify.annotations.Nullable;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;

/** Merges one entity field by field. A pure function. */
public final class ThreeWayMerge {
  private ThreeWayMerge() {}

  /** Base, draft and canonical; null for a side without the entity. */
  public static EntityMerge merge(
      EntityKey key,
      @Nullable EntityDocument base,
      @Nullable EntityDocument draft,
      @Nullable EntityDocument canonical) {
    throw new UnsupportedOperationException(key.toString());
  }
}
