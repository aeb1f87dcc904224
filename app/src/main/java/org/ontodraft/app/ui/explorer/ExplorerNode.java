package org.ontodraft.app.ui.explorer;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityStatus;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.validation.Severity;

/** A row of the tree. Two rows of one entity, under two parents, differ in their path. */
public sealed interface ExplorerNode {
  /** What stays the same over edits and refreshes, so that expansion and selection can be kept. */
  Place place();

  /** How many changed entities are below, each counted once; 0 when it has no rows below. */
  int changedBelow();

  /** Where a row is: the section, and the keys down to the row; no key for the section itself. */
  record Place(EntityType section, List<EntityKey> path) {
    public Place {
      path = List.copyOf(path);
    }

    /** The place of a row below this one. */
    Place below(EntityKey key) {
      List<EntityKey> longer = new java.util.ArrayList<>(path);
      longer.add(key);
      return new Place(section, longer);
    }
  }

  /**
   * The heading of a type.
   *
   * @param count how many entities of the type there are; with a filter, how many match
   */
  record Section(EntityType type, int count, int changedBelow) implements ExplorerNode {
    @Override
    public Place place() {
      return new Place(type, List.of());
    }
  }

  /**
   * An entity at one of its places.
   *
   * @param deleted whether the draft deletes it, whatever else is to be said of it
   * @param renamedFrom the key it had before the draft renamed it, or null
   * @param severity the worst finding, or null
   * @param loop whether the entity is its own ancestor here, so the tree ends
   * @param dimmed whether a filter keeps it only for what is below
   * @param leaf whether nothing is below
   */
  record Entity(
      Place place,
      EntityKey key,
      String label,
      EntityStatus status,
      boolean deleted,
      @Nullable EntityKey renamedFrom,
      @Nullable Severity severity,
      int changedBelow,
      boolean loop,
      boolean dimmed,
      boolean leaf)
      implements ExplorerNode {
    /** Whether the label says something else than the key does. */
    boolean labelDiffers() {
      return !label.equals(key.key()) && !label.equals(key.key().replace('_', ' '));
    }
  }
}
