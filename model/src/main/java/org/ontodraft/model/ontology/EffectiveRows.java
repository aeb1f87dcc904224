package org.ontodraft.model.ontology;

/**
 * Port to the rows of effective properties and subobjects that people and tools read by SQL; the
 * application computes its own. Blocking; not for the FX thread.
 */
public interface EffectiveRows {
  /** Whether the rows are of the canonical version. */
  boolean isFresh();

  /**
   * Brings the rows to the canonical version while readers go on with the old ones. At 100,000
   * categories it takes a minute or more.
   */
  void refresh();
}
