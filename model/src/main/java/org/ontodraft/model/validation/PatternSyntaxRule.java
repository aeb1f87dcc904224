package org.ontodraft.model.validation;

import java.util.List;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.pattern.LinearPattern;

/**
 * {@code pattern-unusable} (warning): a property's pattern that cannot be checked here, because it
 * is no regular expression or needs what cannot be done in linear time: look-around,
 * back-references, possessive or very large repetitions. Arguments: the pattern, the part or the
 * reason.
 */
public final class PatternSyntaxRule implements Rule {
  private static final String CODE = "pattern-unusable";

  @Override
  public List<String> codes() {
    return List.of(CODE);
  }

  @Override
  public boolean isAbout(EntityType type) {
    return type == EntityType.PROPERTY;
  }

  @Override
  public List<Finding> findings(EntityKey entity, CheckedView view) {
    LinearPattern pattern = view.constraints(entity).pattern();
    return pattern == null || pattern.isUsable()
        ? List.of()
        : List.of(
            new Finding(
                Severity.WARNING,
                CODE,
                entity,
                "/" + PropertyConstraints.ALLOWED_PATTERN,
                List.of(pattern.regex(), pattern.problem())));
  }
}
