package org.ontodraft.model.ontology;

import java.util.List;
import java.util.Optional;

/**
 * Port to the database that keeps the canonical ontology. Readers see the old version or the new
 * one, never between. Blocking; not for the FX thread.
 */
public interface CanonicalStore {
  /** The newest version with its index, or empty before the first. */
  Optional<StoredOntology> load();

  /**
   * Keeps the index of a version read whole, in place of any earlier one: from here on the version
   * is the stored one, also after a crash. Its entities follow by {@link #importAll}.
   *
   * @param from the commit the store is at; empty before the first version
   */
  StoreMove record(Optional<String> from, StoredOntology pending);

  /**
   * Stores a version whole. Replaces whatever was there, as one step for readers; but nothing when
   * somebody else has moved the store on to a newer one since.
   */
  void importAll(
      OntologyVersion version, List<IngestedEntity> entities, List<SourceProblem> problems);

  /**
   * Keeps the index of the stored version in one piece, when {@link #load} had to put it together
   * from many. Nothing is done when the store has moved on since.
   */
  void compact(StoredOntology index);

  /**
   * Moves the stored version on; the cost follows the delta, not the ontology.
   *
   * @param from the commit the store is at
   */
  StoreMove apply(String from, OntologyDelta delta);
}
