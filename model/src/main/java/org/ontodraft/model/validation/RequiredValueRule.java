package org.ontodraft.model.validation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
  public boolean isAbout(EntityType type) {
    return type == EntityType.RESOURCE;
  }

  @Override
  public List<Finding> findings(EntityKey entity, CheckedView view) {
    Set<EntityKey> given = new HashSet<>();
    for (EntityReference reference : view.referencesFrom(entity)) {
      given.add(reference.target());
    }
    Map<EntityKey, EntityKey> required = new TreeMap<>();
    for (EntityKey category : view.categoriesOf(entity)) {
      for (EntityKey property : view.requiredProperties(category)) {
        if (!given.contains(property)) {
          required.putIfAbsent(property, category);
        }
      }
    }
    if (required.isEmpty()) {
      return List.of();
    }
    for (EntityKey property : given) {
      if (property.type() == EntityType.PROPERTY && !view.exists(property)) {
        String alike = LookAlikes.fold(property.key());
        required.keySet().removeIf(other -> LookAlikes.fold(other.key()).equals(alike));
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
      reach.resources().forEach(reached);
    }
  }
}
