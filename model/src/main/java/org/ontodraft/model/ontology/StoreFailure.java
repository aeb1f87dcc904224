package org.ontodraft.model.ontology;

import java.util.Optional;

/**
 * What an exception of a store says of itself, besides being a fault. What was being written is not
 * there.
 */
public interface StoreFailure {
  /** Whether the disk is full or may not be written to, which a person can mend. */
  boolean unwritable();

  /** The innermost reason, in the system's words. */
  String reason();

  /** Why the store could not be written, where that is what this exception says. */
  static Optional<String> unwritable(RuntimeException fault) {
    return fault instanceof StoreFailure failure && failure.unwritable()
        ? Optional.of(failure.reason())
        : Optional.empty();
  }
}
