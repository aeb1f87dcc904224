package org.ontodraft.model.hierarchy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

  /**
   * How what a category has differs from what it had, where it may have had another key.
   *
   * @return under the key that it has after
   */
  public static EffectChange between(
      Hierarchy before, EntityKey was, Hierarchy after, EntityKey is) {
    Map<EntityKey, Boolean> had = before.requirements(was);
    Map<EntityKey, Boolean> has = after.requirements(is);
    List<EntityKey> gains = new ArrayList<>();
    List<EntityKey> becomesRequired = new ArrayList<>();
    List<EntityKey> becomesOptional = new ArrayList<>();
    has.forEach((item, required) -> {
      Boolean requiredBefore = had.get(item);
      if (requiredBefore == null) {
        gains.add(item);
      } else if (required && !requiredBefore) {
        becomesRequired.add(item);
      } else if (!required && requiredBefore) {
        becomesOptional.add(item);
      }
    });
    List<EntityKey> loses = new ArrayList<>(had.keySet());
    loses.removeAll(has.keySet());
    return new EffectChange(
        is, sorted(gains), sorted(loses), sorted(becomesRequired), sorted(becomesOptional));
  }

  private static List<EntityKey> sorted(List<EntityKey> keys) {
    keys.sort(null);
    return keys;
  }

  /** Whether nothing differs. */
  public boolean isEmpty() {
    return gains.isEmpty()
        && loses.isEmpty()
        && becomesRequired.isEmpty()
        && becomesOptional.isEmpty();
  }
}
