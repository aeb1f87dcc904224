package org.ontodraft.model.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.ontology.EntityReference;

/** The values that a resource has of one property, with what the property asks of them. */
record ResourceValues(
    EntityKey resource, EntityKey property, PropertyConstraints constraints, CheckedView view) {

  /** Those of every property that exists; nothing for what is no resource. */
  static List<ResourceValues> of(EntityKey entity, CheckedView view) {
    if (entity.type() != EntityType.RESOURCE) {
      return List.of();
    }
    List<ResourceValues> all = new ArrayList<>();
    for (EntityReference reference : view.referencesFrom(entity)) {
      EntityKey property = reference.target();
      if (property.type() == EntityType.PROPERTY && view.exists(property)) {
        all.add(new ResourceValues(entity, property, view.constraints(property), view));
      }
    }
    return all;
  }

  /** Its values, in the order of the document, which is read for them. */
  List<ValuePlace> values() {
    return ValuePlace.of(view.document(resource), property);
  }

  /** The resources with values of a property, if what it asks of them differs in this respect. */
  static void reach(
      EntityKey changed,
      CheckedView before,
      CheckedView after,
      Function<PropertyConstraints, List<?>> respect,
      Consumer<EntityKey> reached) {
    if (changed.type() != EntityType.PROPERTY) {
      return;
    }
    boolean same =
        before.exists(changed) == after.exists(changed)
            && respect
                .apply(before.constraints(changed))
                .equals(respect.apply(after.constraints(changed)));
    if (!same) {
      before.sources(changed, EntityType.RESOURCE).forEach(reached);
      after.sources(changed, EntityType.RESOURCE).forEach(reached);
    }
  }

  Finding finding(Severity severity, String code, ValuePlace value, String... arguments) {
    return new Finding(severity, code, resource, value.pointer(), List.of(arguments));
  }
}
