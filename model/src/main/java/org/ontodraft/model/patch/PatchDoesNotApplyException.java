package org.ontodraft.model.patch;

/** A patch meets a document it was not made for. */
public final class PatchDoesNotApplyException extends Exception {
  private static final long serialVersionUID = 1L;

  /** With the operation and the reason in words for a log. */
  public PatchDoesNotApplyException(String message) {
    super(message);
  }
}
