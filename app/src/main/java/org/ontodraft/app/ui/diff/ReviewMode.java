package org.ontodraft.app.ui.diff;

/** How changes are shown. */
public enum ReviewMode {
  /** Fields, base beside mine. */
  SPLIT,
  /** Fields, base above mine. */
  UNIFIED,
  /** The files that will be committed. */
  JSON,
  /** The patches of RFC 6902. */
  PATCH;

  /** Whether changes are shown by field. */
  boolean byField() {
    return this == SPLIT || this == UNIFIED;
  }
}
