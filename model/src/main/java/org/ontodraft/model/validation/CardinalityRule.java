package org.ontodraft.model.validation;

import java.util.List;
import java.util.function.Consumer;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;

/**
 * {@code too-many-values}: a resource has several values of a property that may have one.
 * Arguments: the property, how many.
 */
public final class CardinalityRule implements Rule {
  private static final String CODE = "too-many-values";

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
    return ResourceValues.of(entity, view).stream()
        .filter(values -> values.constraints().single() && values.values().size() > 1)
        .map(values ->
            new Finding(
                Severity.ERROR,
                CODE,
                entity,
                ValuePlace.pointer(values.property()),
                List.of(values.property().key(), Integer.toString(values.values().size()))))
        .toList();
  }

  @Override
  public void reach(EntityKey changed, Step step, Consumer<EntityKey> reached) {
    ResourceValues.reach(changed, step.before(), step.after(), c -> List.of(c.single()), reached);
  }

  @Override
  public List<QuickFix> fixes(Finding finding, CheckedView view) {
    return List.of(new QuickFix.KeepFirst(finding.key(), ItemPlace.field(finding.pointer())));
  }
}
