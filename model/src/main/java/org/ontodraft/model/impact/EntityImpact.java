package org.ontodraft.model.impact;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.ontodraft.model.diff.EntityChange;
import org.ontodraft.model.entity.EntityKey;

/**
 * What all changes of one entity mean, its own and inherited ones.
 *
 * @param changes by row, field and item
 */
public record EntityImpact(EntityKey entity, List<ChangeImpact> changes) {
  public EntityImpact {
    changes = List.copyOf(changes);
  }

  /** What an entity's own changed fields mean, leaving aside what others inherit of them. */
  public static EntityImpact direct(EntityChange change, SemverPolicy policy) {
    return new EntityImpact(change.key(), DirectImpact.of(change, policy));
  }

  /** The greatest level of the changes of one field. */
  public SemverLevel levelOf(String field) {
    return changes.stream()
        .filter(change -> change.field().equals(field))
        .map(ChangeImpact::level)
        .reduce(SemverLevel.NONE, SemverLevel::or);
  }

  /** The greatest level of the changes. */
  public SemverLevel level() {
    return changes.stream().map(ChangeImpact::level).reduce(SemverLevel.NONE, SemverLevel::or);
  }

  /** Whether it tightens, loosens, both or neither. */
  public Set<Direction> directions() {
    Set<Direction> directions = EnumSet.noneOf(Direction.class);
    changes.forEach(change -> directions.add(change.direction()));
    directions.remove(Direction.NEUTRAL);
    return directions;
  }
}
