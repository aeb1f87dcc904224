package org.ontodraft.model.patch;

/** A patch meets a document it was not made for. */
public final class PatchDoesNotApplyException extends Exception {
  private static final long serialVersionUID = 1L;

  /** With the operation and the reason in words for a log; never values of the document. */
  public PatchDoesNotApplyException(String message) {
    super(message);
  }

  /** The same with the fault that showed it. */
  public PatchDoesNotApplyException(String message, Throwable cause) {
    super(message, cause);
  }
}
