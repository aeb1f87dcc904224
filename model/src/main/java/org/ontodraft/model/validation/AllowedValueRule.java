package org.ontodraft.model.validation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;

/**
 * {@code value-not-allowed}: a value that its property does not list. Arguments: the value, the
 * property.
 */
public final class AllowedValueRule implements Rule {
  private static final String CODE = "value-not-allowed";

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
      List<String> allowed = values.constraints().allowedValues();
      if (!allowed.isEmpty()) {
        values.values().stream()
            .filter(value -> !allowed.contains(value.text()))
            .map(value ->
                values.finding(Severity.ERROR, CODE, value, value.text(), values.property().key()))
            .forEach(findings::add);
      }
    }
    return findings;
  }

  @Override
  public void reach(EntityKey changed, Step step, Consumer<EntityKey> reached) {
    ResourceValues.reach(
        changed, step.before(), step.after(), PropertyConstraints::allowedValues, reached);
  }

  @Override
  public List<QuickFix> fixes(Finding finding, CheckedView view) {
    String value = finding.arguments().getFirst();
    String field = ItemPlace.field(finding.pointer());
    EntityKey property = new EntityKey(EntityType.PROPERTY, field);
    List<String> allowed = view.constraints(property).allowedValues();
    Optional<String> closest =
        allowed.stream().min(Comparator.comparingInt(other -> EditDistance.between(value, other)));
    List<QuickFix> fixes = new ArrayList<>();
    closest.ifPresent(
        other -> fixes.add(new QuickFix.ReplaceItem(finding.key(), field, value, other)));
    fixes.add(new QuickFix.AddItem(property, PropertyConstraints.ALLOWED_VALUES, value));
    return fixes;
  }
}
