package org.ontodraft.model.ontology;

/** The store failed in a way no caller can expect. What was being written is not there. */
public abstract class StoreFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean unwritable;

  /**
   * With what was being done.
   *
   * @param unwritable whether the disk is full or may not be written to, which a person can mend
   */
  protected StoreFailedException(String message, Throwable cause, boolean unwritable) {
    super(message, cause);
    this.unwritable = unwritable;
  }

  /** Whether the disk is full or may not be written to. */
  public final boolean unwritable() {
    return unwritable;
  }

  /** The innermost reason, in the system's words. */
  public final String reason() {
    Throwable innermost = this;
    while (innermost.getCause() != null && innermost.getCause() != innermost) {
      innermost = innermost.getCause();
    }
    return String.valueOf(innermost.getMessage());
  }
}
