package org.ontodraft.model.diff;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;

/**
 * An entity that differs between two ontologies. Equality of documents leaves the order of members
 * aside, so what differs in layout alone is no change.
 */
public sealed interface EntityChange {
  /** The entity in mine; of a deleted one, in the base. */
  EntityKey key();

  /** The document in the base, null when it is new. */
  @Nullable EntityDocument before();

  /** The document in mine, null when it is gone. */
  @Nullable EntityDocument after();

  /**
   * The rows of its fields. A set of which only the order differs is unchanged here, so a modified
   * entity may have no changed row.
   */
  default List<FieldChange> rows() {
    return EntityDiff.between(key().type(), before(), after());
  }

  /** Only in mine. */
  record Added(EntityKey key, EntityDocument after) implements EntityChange {
    @Override
    public @Nullable EntityDocument before() {
      return null;
    }
  }

  /** Only in the base. */
  record Deleted(EntityKey key, EntityDocument before) implements EntityChange {
    @Override
    public @Nullable EntityDocument after() {
      return null;
    }
  }

  /** In the base under another key, see {@link RenameDetection}. */
  record Renamed(EntityKey key, EntityKey from, EntityDocument before, EntityDocument after)
      implements EntityChange {}

  /** In both with other content. */
  record Modified(EntityKey key, EntityDocument before, EntityDocument after)
      implements EntityChange {}
}
