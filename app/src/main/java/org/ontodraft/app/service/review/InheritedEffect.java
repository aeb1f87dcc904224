package org.ontodraft.app.service.review;

import org.ontodraft.model.entity.EntityKey;

/**
 * One item that an entity has otherwise than before because another was changed.
 *
 * @param item the property or subobject
 * @param required whether it must have a value now, or had to before it was lost
 * @param cause the changed entity it comes from
 */
public record InheritedEffect(EntityKey item, Kind kind, boolean required, EntityKey cause) {
  /** How it differs. */
  public enum Kind {
    GAINED,
    LOST,
    NOW_REQUIRED,
    NOW_OPTIONAL
  }
}
