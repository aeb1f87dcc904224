package org.ontodraft.model.patch;

/** A patch meets a document it was not made for. */
public final class PatchDoesNotApplyException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient PatchProblem problem;

  /** With the operation that cannot be carried out; its message holds no value of the document. */
  PatchDoesNotApplyException(PatchProblem problem) {
    super(problem.op() + " " + problem.pointer() + ": " + problem.reason());
    this.problem = problem;
  }

  /** Which operation cannot be carried out, and why. */
  public PatchProblem problem() {
    return problem;
  }
}
