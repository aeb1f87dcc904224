package org.ontodraft.model.impact;

import org.ontodraft.model.entity.EntityKey;

/**
 * What one change means.
 *
 * @param entity the entity it is about; of a deleted one, its key in the base
 * @param field the field, empty for the entity as a whole; of a category, the list that an
 *     inherited item stands in
 * @param item the value, page or {@code type:key} it is about, empty where there is none
 * @param inherited whether the entity itself is as it was, and has the change from an ancestor
 */
public record ChangeImpact(
    ImpactRule rule,
    SemverLevel level,
    EntityKey entity,
    String field,
    String item,
    boolean inherited) {
  ChangeImpact(ImpactRule rule, EntityKey entity, String field, String item) {
    this(rule, rule.level(), entity, field, item, false);
  }

  /** Whether it tightens or loosens. */
  public Direction direction() {
    return rule.direction();
  }
}
