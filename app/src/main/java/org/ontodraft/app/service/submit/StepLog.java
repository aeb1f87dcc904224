package org.ontodraft.app.service.submit;

import java.util.function.Consumer;
import org.ontodraft.app.task.Progress;

/** Tells whoever watches how each step goes; also where a cancelled submit stops. */
final class StepLog {
  private final Consumer<StepReport> steps;
  private final Progress progress;
  private SubmitStep present = SubmitStep.FETCH;

  StepLog(Consumer<StepReport> steps, Progress progress) {
    this.steps = steps;
    this.progress = progress;
  }

  void begin(SubmitStep step) {
    progress.checkCancelled();
    present = step;
    steps.accept(new StepReport(step, StepReport.State.RUNNING, ""));
  }

  void done(String detail) {
    steps.accept(new StepReport(present, StepReport.State.DONE, detail));
  }

  void skipped(String detail) {
    steps.accept(new StepReport(present, StepReport.State.SKIPPED, detail));
  }

  void skip(SubmitStep step) {
    steps.accept(new StepReport(step, StepReport.State.SKIPPED, ""));
  }
}
