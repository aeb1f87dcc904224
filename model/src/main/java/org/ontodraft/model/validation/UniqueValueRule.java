package org.ontodraft.model.validation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.ontology.EntityReference;

/**
 * {@code value-not-unique}: another resource has the same value of a property whose values are
 * unique. Arguments: the value, the first such resource.
 */
public final class UniqueValueRule implements Rule {
  private static final String CODE = "value-not-unique";

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
      if (values.constraints().unique()) {
        for (ValuePlace value : values.values()) {
          view.having(values.property(), value.text()).stream()
              .filter(other -> !other.equals(entity))
              .min(EntityKey::compareTo)
              .ifPresent(other ->
                  findings.add(
                      values.finding(Severity.ERROR, CODE, value, value.text(), other.toString())));
        }
      }
    }
    return findings;
  }

  @Override
  public void reach(EntityKey changed, Step step, Consumer<EntityKey> reached) {
    CheckedView before = step.before();
    CheckedView after = step.after();
    switch (changed.type()) {
      case RESOURCE -> {
        for (CheckedView view : List.of(before, after)) {
          for (EntityReference reference : view.referencesFrom(changed)) {
            sharers(changed, reference.target(), view, before, after, reached);
          }
        }
      }
      case PROPERTY -> {
        if (before.constraints(changed).unique() != after.constraints(changed).unique()) {
          Set<String> shared = new HashSet<>(before.sharedValues(changed));
          shared.addAll(after.sharedValues(changed));
          for (String value : shared) {
            before.having(changed, value).forEach(reached);
            after.having(changed, value).forEach(reached);
          }
        }
      }
      case CATEGORY, SUBOBJECT, MODULE, BUNDLE, TEMPLATE, DASHBOARD, MEDIA -> {}
    }
  }

  /** Those that share a value with a changed resource, before or after. */
  private static void sharers(
      EntityKey resource,
      EntityKey property,
      CheckedView view,
      CheckedView before,
      CheckedView after,
      Consumer<EntityKey> reached) {
    boolean unique =
        property.type() == EntityType.PROPERTY
            && (before.constraints(property).unique() || after.constraints(property).unique());
    if (unique) {
      for (ValuePlace value : ValuePlace.of(view.document(resource), property)) {
        before.having(property, value.text()).forEach(reached);
        after.having(property, value.text()).forEach(reached);
      }
    }
  }
}
