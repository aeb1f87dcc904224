package org.ontodraft.app.service.refactoring;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.diff.FieldChange;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityStatus;

/**
 * An entity that a refactoring changes itself.
 *
 * @param was the key it has until then, where it gets another; else null
 * @param status added, modified, renamed or deleted
 * @param rows the fields that differ, none for one that goes
 * @param paths the files that are written or go
 */
public record TouchedEntity(
    EntityKey key,
    @Nullable EntityKey was,
    String label,
    EntityStatus status,
    List<FieldChange> rows,
    List<String> paths) {
  public TouchedEntity {
    rows = List.copyOf(rows);
    paths = List.copyOf(paths);
  }
}
