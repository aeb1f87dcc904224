package org.ontodraft.model.draft;

import java.util.List;
import org.ontodraft.model.entity.EntityKey;

/**
 * How the properties and subobjects a category has, its own and inherited ones, differ from those
 * at the base. Each list is sorted.
 */
public record EffectChange(
    EntityKey category,
    List<EntityKey> gains,
    List<EntityKey> loses,
    List<EntityKey> becomesRequired,
    List<EntityKey> becomesOptional) {
  public EffectChange {
    gains = List.copyOf(gains);
    loses = List.copyOf(loses);
    becomesRequired = List.copyOf(becomesRequired);
    becomesOptional = List.copyOf(becomesOptional);
  }

  static EffectChange none(EntityKey category) {
    return new EffectChange(category, List.of(), List.of(), List.of(), List.of());
  }

  /** Whether nothing differs. */
  public boolean isEmpty() {
    return gains.isEmpty()
        && loses.isEmpty()
        && becomesRequired.isEmpty()
        && becomesOptional.isEmpty();
  }
}
