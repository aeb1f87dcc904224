package org.ontodraft.model.validation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.ontology.EntitySummary;

/**
 * {@code value-not-in-category} (warning): a value names no resource of the category its property
 * takes values from, nor of a category below it. Arguments: the value, the category. Nothing is
 * said while the repository has no resource of that category at all: then its pages are in the
 * wiki. A value names a resource by its key, by the key's last part, or by its label; a space
 * counts as an underscore.
 */
public final class CategoryValueRule implements Rule {
  private static final String CODE = "value-not-in-category";

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
    List<Finding> findings = new ArrayList<>();
    for (ResourceValues values : ResourceValues.of(entity, view)) {
      EntityKey category = categoryOf(values.constraints());
      if (category == null || !view.exists(category)) {
        continue;
      }
      List<Finding> missing =
          values.values().stream()
              .filter(value -> !view.hasPage(category, value.text()))
              .map(value ->
                  values.finding(Severity.WARNING, CODE, value, value.text(), category.key()))
              .toList();
      if (!missing.isEmpty() && view.hasPages(category)) {
        findings.addAll(missing);
      }
    }
    return findings;
  }

  private static @Nullable EntityKey categoryOf(PropertyConstraints constraints) {
    String category = constraints.fromCategory();
    return category == null || EntityKey.problemWith(EntityType.CATEGORY, category).isPresent()
        ? null
        : EntityKey.of(EntityType.CATEGORY, category);
  }

  private static List<String> namesOf(EntityKey resource, CheckedView view) {
    return PageNames.of(
        resource, view.summary(resource).map(EntitySummary::label).orElse(resource.key()));
  }

  @Override
  public void reach(EntityKey changed, Step step, Consumer<EntityKey> reached) {
    CheckedView before = step.before();
    CheckedView after = step.after();
    ResourceValues.reach(
        changed, before, after, c -> List.of(Optional.ofNullable(c.fromCategory())), reached);
    Set<EntityKey> categories = new HashSet<>();
    if (changed.type() == EntityType.RESOURCE && isNamedOtherwise(changed, before, after)) {
      categories.addAll(before.categoriesOf(changed));
      categories.addAll(after.categoriesOf(changed));
    } else if (changed.type() == EntityType.CATEGORY
        && !before.targets(changed, "/parents").equals(after.targets(changed, "/parents"))) {
      categories.add(changed);
    } else if (changed.type() == EntityType.CATEGORY
        && before.exists(changed) != after.exists(changed)) {
      categories.add(changed);
    }
    if (categories.isEmpty()
        || changed.type() == EntityType.CATEGORY && step.category(changed).resources().isEmpty()) {
      return;
    }
    for (EntityKey category : otherwiseAbove(categories, changed, before, after)) {
      takersOf(category, before, reached);
      takersOf(category, after, reached);
    }
  }

  /**
   * The categories whose pages are not the same: all above a resource that has other names, and
   * those that a category stands below in one view only.
   */
  private static Set<EntityKey> otherwiseAbove(
      Set<EntityKey> categories, EntityKey changed, CheckedView before, CheckedView after) {
    Set<EntityKey> was = new HashSet<>();
    Set<EntityKey> is = new HashSet<>();
    for (EntityKey category : categories) {
      was.addAll(before.hierarchy().ancestors(category));
      is.addAll(after.hierarchy().ancestors(category));
    }
    Set<EntityKey> above = new HashSet<>(was);
    above.addAll(is);
    boolean onlyMoved =
        changed.type() == EntityType.CATEGORY && before.exists(changed) && after.exists(changed);
    if (onlyMoved) {
      was.retainAll(is);
      above.removeAll(was);
    } else {
      above.addAll(categories);
    }
    return above;
  }

  private static boolean isNamedOtherwise(
      EntityKey resource, CheckedView before, CheckedView after) {
    return before.exists(resource) != after.exists(resource)
        || !before.categoriesOf(resource).equals(after.categoriesOf(resource))
        || !namesOf(resource, before).equals(namesOf(resource, after));
  }

  /** The resources with values of properties that take them from this category. */
  private static void takersOf(EntityKey category, CheckedView view, Consumer<EntityKey> reached) {
    for (EntityKey property : view.propertiesNaming(category)) {
      view.sources(property, EntityType.RESOURCE).forEach(reached);
    }
  }
}
