package org.ontodraft.app.service.review;

import java.util.List;
import org.ontodraft.model.entity.EntityKey;

/** An entity that nobody changed and that inherits changes. */
public record AffectedEntity(EntityKey key, String label, List<InheritedEffect> effects) {
  public AffectedEntity {
    effects = List.copyOf(effects);
  }
}
