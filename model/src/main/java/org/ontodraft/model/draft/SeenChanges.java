package org.ontodraft.model.draft;

import java.util.Map;
import java.util.stream.Collectors;
import org.ontodraft.model.entity.EntityKey;

/**
 * What a session had seen of some entities' changes in a draft when it made a step on them. Two of
 * them are equal exactly when nobody wrote these entities in between.
 *
 * @param baseCommit the version the draft stood on
 * @param versions by entity, the version of the draft that wrote its change; an entity that is as
 *     at the base has none
 */
public record SeenChanges(String baseCommit, Map<EntityKey, Long> versions) {
  public SeenChanges {
    versions =
        versions.entrySet().stream()
            .filter(entry -> entry.getValue() > 0)
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** The version that wrote an entity's change; 0 when it is as at the base. */
  public long version(EntityKey key) {
    return versions.getOrDefault(key, 0L);
  }
}
