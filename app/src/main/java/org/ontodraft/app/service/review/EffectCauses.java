package org.ontodraft.app.service.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.review.InheritedEffect.Kind;
import org.ontodraft.model.diff.EntityChange;
import org.ontodraft.model.diff.OntologyDiff;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.hierarchy.EffectChange;
import org.ontodraft.model.hierarchy.Hierarchy;
import tools.jackson.databind.JsonNode;

/**
 * Finds the changed category that an inherited difference comes from: one above that lists the item
 * otherwise than before, else one above whose parents differ. For one thread.
 */
final class EffectCauses {
  private final OntologyDiff diff;
  private final Hierarchy before;
  private final Hierarchy after;
  private final Map<EntityKey, EntityChange> changed = new HashMap<>();

  EffectCauses(OntologyDiff diff, Hierarchy before, Hierarchy after) {
    this.diff = diff;
    this.before = before;
    this.after = after;
    for (EntityChange change : diff.changes()) {
      if (change.key().type() == EntityType.CATEGORY) {
        changed.put(change.key(), change);
        if (change instanceof EntityChange.Renamed renamed) {
          changed.put(renamed.from(), change);
        }
      }
    }
  }

  List<InheritedEffect> of(EffectChange effect) {
    List<EntityChange> above = above(effect.category());
    Map<EntityKey, Boolean> had = before.requirements(effect.category());
    Map<EntityKey, Boolean> has = after.requirements(effect.category());
    List<InheritedEffect> effects = new ArrayList<>();
    effect.gains().forEach(item -> effects.add(effect(Kind.GAINED, item, has, above)));
    effect.loses().forEach(item -> effects.add(effect(Kind.LOST, item, had, above)));
    effect
        .becomesRequired()
        .forEach(item -> effects.add(effect(Kind.NOW_REQUIRED, item, has, above)));
    effect
        .becomesOptional()
        .forEach(item -> effects.add(effect(Kind.NOW_OPTIONAL, item, has, above)));
    return effects;
  }

  private List<EntityChange> above(EntityKey category) {
    TreeSet<EntityKey> keys = new TreeSet<>(before.ancestors(category));
    keys.addAll(after.ancestors(category));
    return keys.stream().map(changed::get).filter(Objects::nonNull).distinct().toList();
  }

  private InheritedEffect effect(
      Kind kind, EntityKey item, Map<EntityKey, Boolean> requirements, List<EntityChange> above) {
    EntityKey cause =
        above.stream()
            .max(Comparator.comparingInt(change -> weight(change, item)))
            .map(EntityChange::key)
            .orElse(item);
    return new InheritedEffect(item, kind, Boolean.TRUE.equals(requirements.get(item)), cause);
  }

  /** How likely a changed category is the cause: that it lists the item otherwise says most. */
  private static int weight(EntityChange change, EntityKey item) {
    if (!Objects.equals(listed(change.before(), item), listed(change.after(), item))) {
      return 2;
    }
    return Objects.equals(parents(change.before()), parents(change.after())) ? 0 : 1;
  }

  private static @Nullable JsonNode parents(@Nullable EntityDocument document) {
    return document == null ? null : document.get("parents");
  }

  /** The list that names the item; null for none. */
  private static @Nullable String listed(@Nullable EntityDocument document, EntityKey item) {
    if (document == null) {
      return null;
    }
    for (String need : List.of("required_", "optional_")) {
      String field = need + item.type().folder();
      JsonNode list = document.get(field);
      if (list != null
          && list.isArray()
          && list.valueStream()
              .anyMatch(each -> each.isString() && each.stringValue().equals(item.key()))) {
        return field;
      }
    }
    return null;
  }
}
