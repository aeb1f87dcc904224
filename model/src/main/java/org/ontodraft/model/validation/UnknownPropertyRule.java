package org.ontodraft.model.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.ontology.EntityReference;

/**
 * {@code unknown-property} (warning): a resource has a value of a property that none of its
 * categories has, directly or by inheritance. Arguments: the property, the categories.
 */
public final class UnknownPropertyRule implements Rule {
  private static final String CODE = "unknown-property";

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
    List<EntityKey> categories = view.categoriesOf(entity);
    if (categories.isEmpty()) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    for (EntityReference reference : view.referencesFrom(entity)) {
      EntityKey property = reference.target();
      // One that does not exist at all is a missing reference.
      if (property.type() == EntityType.PROPERTY
          && categories.stream().noneMatch(each -> view.hierarchy().has(each, property))
          && view.exists(property)) {
        findings.add(
            new Finding(
                Severity.WARNING,
                CODE,
                entity,
                reference.pointer(),
                List.of(property.key(), names(categories))));
      }
    }
    return findings;
  }

  private static String names(List<EntityKey> categories) {
    return categories.stream().map(EntityKey::key).collect(Collectors.joining(", "));
  }

  @Override
  public void reach(EntityKey changed, Step step, Consumer<EntityKey> reached) {
    CheckedView before = step.before();
    CheckedView after = step.after();
    if (changed.type() == EntityType.PROPERTY) {
      if (before.exists(changed) != after.exists(changed)) {
        before.sources(changed, EntityType.RESOURCE).forEach(reached);
        after.sources(changed, EntityType.RESOURCE).forEach(reached);
      }
      return;
    }
    if (changed.type() != EntityType.CATEGORY) {
      return;
    }
    CategoryReach reach = step.category(changed);
    if (!reach.isEmpty()) {
      reach.resources().forEach(reached);
    }
  }

  @Override
  public List<QuickFix> fixes(Finding finding, CheckedView view) {
    String property = finding.arguments().getFirst();
    List<QuickFix> fixes = new ArrayList<>();
    for (EntityKey category : view.categoriesOf(finding.key())) {
      fixes.add(new QuickFix.AddItem(category, "optional_properties", property));
    }
    fixes.add(new QuickFix.RemoveField(finding.key(), ItemPlace.field(finding.pointer())));
    return fixes;
  }
}
