package org.ontodraft.app.ui.editor;

import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityStatus;

/** Whether a key that is named somewhere leads to an entity. */
public enum Presence {
  PRESENT,
  /** The draft creates it. */
  ADDED,
  /** The draft deletes it. */
  DELETED,
  /** There is no such entity. */
  MISSING;

  static Presence of(DraftOverlay overlay, EntityKey key) {
    if (overlay.find(key).isEmpty()) {
      return MISSING;
    }
    EntityStatus status = overlay.status(key);
    return switch (status) {
      case ADDED -> ADDED;
      case DELETED -> DELETED;
      case UNCHANGED, MODIFIED, AFFECTED, BROKEN -> PRESENT;
    };
  }
}
