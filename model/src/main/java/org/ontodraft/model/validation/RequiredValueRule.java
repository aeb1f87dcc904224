package org.ontodraft.model.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.ontology.EntityReference;

/**
 * {@code missing-value} (warning): a resource has no value of a property that one of its categories
 * requires. Arguments: the property, the category. A warning only, since a wiki keeps the pages
 * that were there before a property became required.
 */
public final class RequiredValueRule implements Rule {
  private static final String CODE = "missing-value";

  @Override
  public List<String> codes() {
    return List.of(CODE);
  }

  @Override
  public List<Finding> check(EntityKey entity, CheckedView view) {
    if (entity.type() != EntityType.RESOURCE) {
      return List.of();
    }
    Map<EntityKey, EntityKey> required = new TreeMap<>();
    for (EntityKey category : view.categoriesOf(entity)) {
      view.requirements(category)
          .forEach((item, isRequired) -> {
            if (isRequired && item.type() == EntityType.PROPERTY) {
              required.putIfAbsent(item, category);
            }
          });
    }
    if (required.isEmpty()) {
      return List.of();
    }
    for (EntityReference reference : view.referencesFrom(entity)) {
      EntityKey property = reference.target();
      if (property.type() == EntityType.PROPERTY) {
        required.remove(property);
        if (!view.exists(property)) {
          String alike = LookAlikes.fold(property.key());
          required.keySet().removeIf(other -> LookAlikes.fold(other.key()).equals(alike));
        }
      }
    }
    List<Finding> findings = new ArrayList<>();
    required.forEach((property, category) ->
        findings.add(
            new Finding(
                Severity.WARNING,
                CODE,
                entity,
                ValuePlace.pointer(property),
                List.of(property.key(), category.key()))));
    return findings;
  }

  @Override
  public void reach(EntityKey changed, Step step, Consumer<EntityKey> reached) {
    CheckedView before = step.before();
    CheckedView after = step.after();
    if (changed.type() == EntityType.PROPERTY && before.exists(changed) != after.exists(changed)) {
      before.sources(changed, EntityType.RESOURCE).forEach(reached);
      after.sources(changed, EntityType.RESOURCE).forEach(reached);
    }
    if (changed.type() != EntityType.CATEGORY) {
      return;
    }
    CategoryReach reach = step.category(changed);
    if (!reach.isEmpty()) {
      reach.resources(reached);
    }
  }
}
