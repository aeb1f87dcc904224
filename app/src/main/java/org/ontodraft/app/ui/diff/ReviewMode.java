package org.ontodraft.app.ui.diff;

/** How changes are shown. */
public enum ReviewMode {
  /** Fields, base beside mine. */
  SPLIT,
  /** The files that will be committed. */
  JSON,
  /** The patches of RFC 6902. */
  PATCH
}
