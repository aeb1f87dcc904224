package org.ontodraft.model.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.pattern.LinearPattern;

/**
 * {@code pattern-mismatch}: a value that its property's pattern does not match. Arguments: the
 * value, the pattern. A pattern that cannot be used says nothing about values; {@link
 * PatternSyntaxRule} names it.
 */
public final class PatternRule implements Rule {
  private static final String CODE = "pattern-mismatch";

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
      LinearPattern pattern = values.constraints().pattern();
      if (pattern != null && pattern.isUsable()) {
        values.values().stream()
            .filter(value -> !pattern.isIn(value.text()))
            .map(
                value -> values.finding(Severity.ERROR, CODE, value, value.text(), pattern.regex()))
            .forEach(findings::add);
      }
    }
    return findings;
  }

  @Override
  public void reach(EntityKey changed, Step step, Consumer<EntityKey> reached) {
    ResourceValues.reach(
        changed,
        step.before(),
        step.after(),
        c -> List.of(Optional.ofNullable(c.pattern())),
        reached);
  }
}
