package org.ontodraft.model.impact;

import java.util.List;
import org.ontodraft.model.entity.EntityKey;

/**
 * What the changes mean for a module or bundle that has the changed entities, now or in the base.
 *
 * @param owner the module or bundle; under its new key when it is renamed
 * @param because a shortest way from a changed entity of this level to the owner, each there
 *     because of the one before; the owner alone when it is changed itself
 */
public record OwnerImpact(EntityKey owner, SemverLevel level, List<EntityKey> because) {
  public OwnerImpact {
    because = List.copyOf(because);
  }
}
