package org.ontodraft.model.draft;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.diff.EntityDiff;
import org.ontodraft.model.diff.FieldChange;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityStatus;
import org.ontodraft.model.entity.EntityType;

/** Puts together what a draft does to the fields of one entity. */
final class FieldStatuses {
  private final Map<String, EntityStatus> statuses = new LinkedHashMap<>();

  /** The fields that differ between two documents; null for an entity that is not there. */
  FieldStatuses differing(
      EntityType type, @Nullable EntityDocument before, @Nullable EntityDocument after) {
    for (FieldChange row : EntityDiff.between(type, before, after)) {
      String field = row.field().name();
      switch (row.kind()) {
        case UNCHANGED -> {}
        case ADDED -> statuses.put(field, EntityStatus.ADDED);
        case MODIFIED -> statuses.put(field, EntityStatus.MODIFIED);
        case REMOVED -> statuses.put(field, EntityStatus.DELETED);
      }
    }
    return this;
  }

  /**
   * The lists of a category that are not changed themselves, but in which inherited items come, go
   * or change sides.
   */
  FieldStatuses inherited(Map<EntityKey, Boolean> before, Map<EntityKey, Boolean> after) {
    Set<EntityKey> items = new TreeSet<>(before.keySet());
    items.addAll(after.keySet());
    for (EntityKey item : items) {
      Boolean was = before.get(item);
      Boolean is = after.get(item);
      if (!Objects.equals(was, is)) {
        boolean required = Boolean.TRUE.equals(is == null ? was : is);
        String field = (required ? "required_" : "optional_") + item.type().folder();
        statuses.putIfAbsent(field, EntityStatus.AFFECTED);
      }
    }
    return this;
  }

  /** These fields in any case. */
  FieldStatuses marked(Set<String> fields, EntityStatus status) {
    fields.forEach(field -> statuses.put(field, status));
    return this;
  }

  Map<String, EntityStatus> all() {
    return Map.copyOf(statuses);
  }
}
