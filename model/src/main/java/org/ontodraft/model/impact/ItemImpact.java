package org.ontodraft.model.impact;

import org.jspecify.annotations.Nullable;
import org.ontodraft.model.entity.EntityType;

/**
 * The rows {@code CA1} to {@code CA4}: a property or subobject that something has, and whether it
 * must have a value. That it may have one and that it must are judged apart, so that a new required
 * item loosens the one and tightens the other.
 */
final class ItemImpact {
  private ItemImpact() {}

  /** Takes a rule and whether the list it is shown in is the required one. */
  @FunctionalInterface
  interface Visitor {
    void found(ImpactRule rule, boolean inRequiredList);
  }

  /** What differs, null for an item that is not there. */
  static void between(
      @Nullable Boolean requiredBefore, @Nullable Boolean requiredAfter, Visitor visitor) {
    if (requiredBefore == null && requiredAfter != null) {
      visitor.found(ImpactRule.ITEM_AVAILABLE, requiredAfter);
    } else if (requiredBefore != null && requiredAfter == null) {
      visitor.found(ImpactRule.ITEM_UNAVAILABLE, requiredBefore);
    }
    boolean was = Boolean.TRUE.equals(requiredBefore);
    boolean is = Boolean.TRUE.equals(requiredAfter);
    if (is && !was) {
      visitor.found(ImpactRule.ITEM_REQUIRED, true);
    } else if (was && !is) {
      visitor.found(ImpactRule.ITEM_NOT_REQUIRED, requiredAfter == null);
    }
  }

  /** The list of a type. */
  static String field(boolean required, EntityType type) {
    return (required ? "required_" : "optional_") + type.folder();
  }
}
