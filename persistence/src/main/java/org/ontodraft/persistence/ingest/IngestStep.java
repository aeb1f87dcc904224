package org.ontodraft.persistence.ingest;

/** Where an import or a sync is, for those who want to know what a fault there does. */
public enum IngestStep {
  /** The index of a version is written and not committed. */
  INDEX_WRITTEN,
  /** The index of a version is committed; its rows are to come. */
  INDEX_COMMITTED,
  /** The row of a version that is imported is committed. */
  IMPORT_BEGUN,
  /** A first import has taken the keys away; committed on H2. */
  KEYS_AWAY,
  /** A first import has written its rows without keys; committed on H2. */
  ROWS_WITHOUT_KEYS,
  /** All rows of a version are written, and not committed unless they were without keys on H2. */
  ROWS_WRITTEN,
  /** The version is marked as completed, not committed. */
  IMPORT_COMPLETED,
  /** An imported version is committed. */
  IMPORT_COMMITTED,
  /** The rows of a delta are written and not committed. */
  DELTA_WRITTEN,
  /** The version that a delta leads to is written, not committed. */
  DELTA_COMPLETED,
  /** A delta is committed. */
  DELTA_COMMITTED;

  /** Hears of the steps as they are reached; may throw. */
  @FunctionalInterface
  public interface Listener {
    /** The work stands behind this step and before the next. */
    void reached(IngestStep step);
  }
}
