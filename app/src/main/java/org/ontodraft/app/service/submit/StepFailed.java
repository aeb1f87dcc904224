package org.ontodraft.app.service.submit;

import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.Refusal;

/** Ends a submit at a step; never leaves this package. */
final class StepFailed extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient SubmitStep step;
  private final transient Refusal refusal;
  private final transient String onServer;

  /**
   * At a step.
   *
   * @param onServer the branch that is at the server; empty when nothing is
   */
  StepFailed(SubmitStep step, Refusal refusal, String onServer) {
    super(refusal.code());
    this.step = step;
    this.refusal = refusal;
    this.onServer = onServer;
  }

  static StepFailed at(SubmitStep step, String code, Object... arguments) {
    return new StepFailed(step, Refusal.of(code, arguments), "");
  }

  /** What was answered, unless it was refused. */
  static <T> T unlessRefused(SubmitStep step, String onServer, Outcome<T> outcome)
      throws StepFailed {
    return switch (outcome) {
      case Outcome.Done<T> done -> done.value();
      case Outcome.Refused<T> refused -> throw new StepFailed(step, refused.refusal(), onServer);
    };
  }

  SubmitStep step() {
    return step;
  }

  Refusal refusal() {
    return refusal;
  }

  String onServer() {
    return onServer;
  }
}
