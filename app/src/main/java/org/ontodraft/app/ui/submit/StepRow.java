package org.ontodraft.app.ui.submit;

import org.ontodraft.app.service.submit.StepReport;
import org.ontodraft.app.service.submit.SubmitStep;

/**
 * A step of the submit as it stands.
 *
 * @param state null before it has begun
 */
record StepRow(
    SubmitStep step,
    String name,
    StepReport.@org.jspecify.annotations.Nullable State state,
    String detail) {}
