package org.ontodraft.model.ontology;

/**
 * The database cannot be reached at the moment. What was asked for may be asked again; whether a
 * write was done is unknown, so ask for it by its id.
 */
public final class StoreAwayException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With what was tried and why it failed. */
  public StoreAwayException(String message, Throwable cause) {
    super(message, cause);
  }
}
