package org.ontodraft.model.validation;

import java.util.List;
import java.util.Optional;
import org.ontodraft.model.entity.EntityKey;

/**
 * {@code occupied-path}: a change would write or delete a file where another one is, on any system
 * that people use (names that differ only in case or Unicode form are the same there), or one that
 * could not be read. Arguments: that file's path.
 */
public final class OccupiedPathRule {
  private OccupiedPathRule() {}

  /** The finding for a changed entity, given the file that is in its way, if any. */
  public static List<Finding> check(EntityKey changed, Optional<String> occupant) {
    return occupant
        .map(path -> new Finding(Severity.ERROR, "occupied-path", changed, "", List.of(path)))
        .map(List::of)
        .orElse(List.of());
  }
}
