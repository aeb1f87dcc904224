package org.ontodraft.model.hierarchy;

import java.util.List;
import org.ontodraft.model.entity.EntityKey;

/**
 * An entity that comes with a module or bundle.
 *
 * @param causes every reason it comes, a nearest one to the module or bundle first
 */
public record DerivedMember(EntityKey key, List<Cause> causes) {
  public DerivedMember {
    causes = List.copyOf(causes);
    if (causes.isEmpty()) {
      throw new IllegalArgumentException(key + " needs a cause");
    }
  }

  /** Whether a module or bundle lists it, and it is not only needed by something else. */
  public boolean listed() {
    return causes.stream().anyMatch(cause -> cause.reason() == Reason.LISTED);
  }

  /**
   * One reason.
   *
   * @param from the member, module or bundle that brings the entity
   */
  public record Cause(Reason reason, EntityKey from) {}

  /** What an entity is to the one that brings it. */
  public enum Reason {
    /** A module or bundle lists it. */
    LISTED,
    /** A module depends on it. */
    DEPENDENCY,
    /** It is a parent of a category or the parent property of a property. */
    PARENT,
    /** A category or subobject has this property. */
    PROPERTY,
    /** A category has this subobject. */
    SUBOBJECT,
    /** A property is shown with this template. */
    TEMPLATE,
    /** The values of a property come from this category. */
    VALUES,
    /** It is a resource of a category. */
    RESOURCE
  }
}
