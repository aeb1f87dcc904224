package org.ontodraft.model.impact;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.ontodraft.model.entity.EntityKey;

/**
 * What all changes of one entity mean, its own and inherited ones.
 *
 * @param changes at least one, by row, field and item
 */
public record EntityImpact(EntityKey entity, List<ChangeImpact> changes) {
  public EntityImpact {
    changes = List.copyOf(changes);
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
