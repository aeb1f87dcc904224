package org.ontodraft.model.hierarchy;

import java.util.List;
import org.ontodraft.model.entity.EntityKey;

/**
 * A property or subobject a category has, directly or by inheritance.
 *
 * @param required whether any source requires it
 * @param provenance every (source, depth), the winning one first: by depth, then source key
 */
public record EffectiveItem(EntityKey item, boolean required, List<Provenance> provenance) {
  public EffectiveItem {
    provenance = List.copyOf(provenance);
  }

  /** The source that wins: nearest, then first by key. */
  public Provenance winner() {
    return provenance.getFirst();
  }

  /** Whether the category itself lists the item. */
  public boolean direct() {
    return winner().depth() == 0;
  }
}
