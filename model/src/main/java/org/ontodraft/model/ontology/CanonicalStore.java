package org.ontodraft.model.ontology;

import java.util.List;
import java.util.Optional;

/**
 * Port to the database that keeps the canonical ontology. Readers see the old version or the new
 * one, never between; an import that was cut off is cleared when the store opens. Blocking; not for
 * the FX thread.
 */
public interface CanonicalStore {
  /** The completed version with its index, or empty before the first import. */
  Optional<StoredOntology> load();

  /** Stores the first version whole. Replaces whatever was there, as one step for readers. */
  void importAll(
      OntologyVersion version, List<IngestedEntity> entities, List<SourceProblem> problems);

  /** Moves the stored version on; the cost follows the delta, not the ontology. */
  void apply(OntologyDelta delta);
}
