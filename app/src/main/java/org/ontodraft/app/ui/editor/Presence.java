package org.ontodraft.app.ui.editor;

import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityKey;

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
    if (!overlay.exists(key)) {
      return DELETED;
    }
    return overlay.base().find(key).isEmpty() ? ADDED : PRESENT;
  }
}
