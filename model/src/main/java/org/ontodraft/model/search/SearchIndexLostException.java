package org.ontodraft.model.search;

/** The index was damaged or gone, and is empty now. */
public final class SearchIndexLostException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** With what the disk or the index said. */
  public SearchIndexLostException(String message, Throwable cause) {
    super(message, cause);
  }
}
