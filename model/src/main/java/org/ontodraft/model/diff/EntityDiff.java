package org.ontodraft.model.diff;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityType;

/** Compares two documents of one entity, field by field. */
public final class EntityDiff {
  private EntityDiff() {}

  /**
   * A row for every field either side has, in the order of the type, unknown members last. Set
   * fields are equal when they hold the same items. Null stands for an absent entity.
   */
  public static List<FieldChange> between(
      EntityType type, @Nullable EntityDocument base, @Nullable EntityDocument mine) {
    throw new UnsupportedOperationException(type.toString());
  }
}
