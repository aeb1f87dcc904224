package org.ontodraft.model.ontology;

import java.util.Optional;

/**
 * What an exception of a store says of itself, besides being a fault. What was being written is not
 * there.
 */
public interface StoreFailure {
  /** Whether the disk is full or may not be written to, which a person can mend. */
  boolean unwritable();

  /** Whether the database was closed, locked or removed by something else since it was opened. */
  boolean gone();

  /** The innermost reason, in the system's words. */
  String reason();

  /** Why the store could not be written, where that is what this exception says. */
  static Optional<String> unwritable(RuntimeException fault) {
    return fault instanceof StoreFailure failure && failure.unwritable()
        ? Optional.of(failure.reason())
        : Optional.empty();
  }

  /** Why the store takes nothing until it is opened again, where that is what this says. */
  static Optional<String> untilOpened(RuntimeException fault) {
    return fault instanceof StoreFailure failure && (failure.unwritable() || failure.gone())
        ? Optional.of(failure.reason())
        : Optional.empty();
  }
}
