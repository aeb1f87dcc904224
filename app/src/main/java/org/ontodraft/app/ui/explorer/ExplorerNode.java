package org.ontodraft.app.ui.explorer;

import java.util.ArrayList;
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

  /** What a top row says. */
  sealed interface Heading {
    /** Entities of a type. */
    record OfType(EntityType type) implements Heading {}

    /** Entities that no module or bundle has. */
    record Loose() implements Heading {}
  }

  /** Where a row is: the heading, and the keys down to the row; no key for the heading itself. */
  record Place(Heading heading, List<EntityKey> path) {
    public Place {
      path = List.copyOf(path);
    }

    /** The place of a type's heading. */
    static Place of(EntityType type) {
      return new Place(new Heading.OfType(type), List.of());
    }

    /** The place of a row below this one. */
    Place below(EntityKey key) {
      List<EntityKey> longer = new ArrayList<>(path.size() + 1);
      longer.addAll(path);
      longer.add(key);
      return new Place(heading, longer);
    }

    /** The row above; null for a heading. */
    @Nullable EntityKey parent() {
      return path.size() < 2 ? null : path.get(path.size() - 2);
    }
  }

  /**
   * A heading.
   *
   * @param count how many entities are below it; with a filter, how many match
   */
  record Section(Heading heading, int count, int changedBelow) implements ExplorerNode {
    @Override
    public Place place() {
      return new Place(heading, List.of());
    }
  }

  /**
   * An entity at one of its places.
   *
   * @param affected whether it inherits something else than at the base, changed itself or not
   * @param deleted whether the draft deletes it, whatever else is to be said of it
   * @param renamedFrom the key it had before the draft renamed it, or null
   * @param severity the worst finding, or null
   * @param elsewhere how many more places it has, those of its ancestors not counted
   * @param loop whether the entity is its own ancestor here, so the tree ends
   * @param dimmed whether a filter keeps it only for what is below
   * @param leaf whether nothing is below
   */
  record Entity(
      Place place,
      EntityKey key,
      String label,
      EntityStatus status,
      boolean affected,
      boolean deleted,
      @Nullable EntityKey renamedFrom,
      @Nullable Severity severity,
      int changedBelow,
      int elsewhere,
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
