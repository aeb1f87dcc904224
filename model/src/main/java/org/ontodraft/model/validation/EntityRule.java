package org.ontodraft.model.validation;

import java.util.List;

/** A rule about one entity. A pure function. */
@FunctionalInterface
public interface EntityRule {
  /** What the rule says; nothing when it holds. */
  List<Finding> check(Subject subject);

  /** The rules every entity is held to, whatever its repository's schema says. */
  static List<EntityRule> all() {
    return List.of(
        new IdMismatchRule(),
        new InvalidKeyRule(),
        new DuplicateItemRule(),
        new RequiredAndOptionalRule(),
        new MissingReferenceRule());
  }
}
