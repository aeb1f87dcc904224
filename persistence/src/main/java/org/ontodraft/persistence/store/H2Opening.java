package org.ontodraft.persistence.store;

/** What came of opening the embedded database. */
public sealed interface H2Opening {
  /** It is open, with the schema this program knows. */
  record Opened(H2Store store) implements H2Opening {}

  /** It stays closed. */
  record Refused(StoreRefusal refusal) implements H2Opening {}
}
