package org.ontodraft.model.validation;

import java.util.List;
import java.util.function.Consumer;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.format.PathFolding;

/**
 * {@code look-alike-key} (warning): another entity of the type has a key that looks the same: with
 * full-width letters, or with Greek or Cyrillic letters among Latin ones. Arguments: both keys,
 * with unusual letters spelled out. Keys that differ in case or Unicode form alone have their files
 * in each other's way, and {@code occupied-path} says that.
 */
public final class LookAlikeKeyRule implements Rule {
  private static final String CODE = "look-alike-key";

  @Override
  public List<String> codes() {
    return List.of(CODE);
  }

  @Override
  public List<Finding> findings(EntityKey entity, CheckedView view) {
    return view.lookingLike(entity.type(), entity.key()).stream()
        .filter(other -> !PathFolding.fold(other.key()).equals(PathFolding.fold(entity.key())))
        .min(EntityKey::compareTo)
        .map(other ->
            List.of(
                new Finding(
                    Severity.WARNING,
                    CODE,
                    entity,
                    "",
                    List.of(LookAlikes.spelled(entity.key()), LookAlikes.spelled(other.key())))))
        .orElse(List.of());
  }

  @Override
  public void reach(EntityKey changed, Step step, Consumer<EntityKey> reached) {
    CheckedView before = step.before();
    CheckedView after = step.after();
    if (before.exists(changed) != after.exists(changed)) {
      before.lookingLike(changed.type(), changed.key()).forEach(reached);
      after.lookingLike(changed.type(), changed.key()).forEach(reached);
    }
  }
}
