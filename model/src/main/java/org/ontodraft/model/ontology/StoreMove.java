package org.ontodraft.model.ontology;

import java.util.Optional;

/** What became of moving a store to another version. */
public sealed interface StoreMove {
  /** It is at that version. */
  record Moved() implements StoreMove {}

  /**
   * It was not at the version to move from, for somebody else had moved it; nothing was changed.
   *
   * @param at where it is; empty when it has no version
   */
  record StandsElsewhere(Optional<OntologyVersion> at) implements StoreMove {}
}
