package org.ontodraft.model.impact;

import java.util.HashMap;
import java.util.Map;
import org.ontodraft.model.diff.EntityChange;
import org.ontodraft.model.diff.OntologyDiff;
import org.ontodraft.model.entity.EntityKey;

/** The keys of renamed entities on both sides; of all others the same key. */
final class Renamed {
  private final Map<EntityKey, EntityKey> after = new HashMap<>();
  private final Map<EntityKey, EntityKey> before = new HashMap<>();

  Renamed(OntologyDiff diff) {
    for (EntityChange change : diff.changes()) {
      if (change instanceof EntityChange.Renamed renamed) {
        after.put(renamed.from(), renamed.key());
        before.put(renamed.key(), renamed.from());
      }
    }
  }

  EntityKey after(EntityKey key) {
    return after.getOrDefault(key, key);
  }

  EntityKey before(EntityKey key) {
    return before.getOrDefault(key, key);
  }
}
