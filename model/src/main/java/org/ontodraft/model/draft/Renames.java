package org.ontodraft.model.draft;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.ontodraft.model.diff.RenameDetection;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;

/** Which of a draft's created entities are ones it deletes, under another key. */
final class Renames {
  private Renames() {}

  /** The renames among these changed entities. */
  static RenameDetection among(Collection<Overlaid> changes) {
    Map<EntityKey, EntityDocument> deleted = new HashMap<>();
    Map<EntityKey, EntityDocument> created = new HashMap<>();
    for (Overlaid entity : changes) {
      EntityDocument before = entity.base();
      EntityDocument after = entity.document();
      if (after == null && before != null) {
        deleted.put(entity.change().key(), before);
      } else if (before == null && after != null) {
        created.put(entity.change().key(), after);
      }
    }
    return deleted.isEmpty() ? RenameDetection.NONE : RenameDetection.between(deleted, created);
  }
}
