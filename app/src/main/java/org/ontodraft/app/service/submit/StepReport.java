package org.ontodraft.app.service.submit;

/**
 * How one step stands.
 *
 * @param detail what exists now because of it: a commit, a branch, a number; may be empty
 */
public record StepReport(SubmitStep step, State state, String detail) {
  /** Where the step is. */
  public enum State {
    RUNNING,
    DONE,
    SKIPPED,
    FAILED
  }
}
