package org.ontodraft.model.validation;

import java.util.List;

/** {@code id-mismatch}: {@code id} is not the key. Arguments: the id, the key. */
public final class IdMismatchRule implements EntityRule {
  @Override
  public List<Finding> check(Subject subject) {
    String key = subject.key().key();
    return subject
        .document()
        .text("id")
        .filter(id -> !id.equals(key))
        .map(id ->
            List.of(
                new Finding(Severity.ERROR, "id-mismatch", subject.key(), "/id", List.of(id, key))))
        .orElse(List.of());
  }
}
