package org.ontodraft.model.impact;

/** Whether what was valid still is. */
public enum Direction {
  /** Less is valid than before. */
  TIGHTENING,
  /** More is valid than before. */
  LOOSENING,
  /** As much is valid as before, or the two cannot be compared. */
  NEUTRAL
}
