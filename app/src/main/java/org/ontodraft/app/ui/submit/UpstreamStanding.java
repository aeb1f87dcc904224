package org.ontodraft.app.ui.submit;

import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.Refusal;
import org.ontodraft.app.service.workspace.Forecast;
import org.ontodraft.app.ui.control.diff.PlanLayout;

/** Where upstream is, seen from the draft. */
public sealed interface UpstreamStanding {
  /** It is being asked. */
  record Asking() implements UpstreamStanding {}

  /**
   * It has not moved.
   *
   * @param unreachable why it could not be asked just now, or null
   */
  record Same(@Nullable Refusal unreachable) implements UpstreamStanding {}

  /**
   * It moved.
   *
   * @param plan the forecast's plan, laid out
   * @param unreachable why it could not be asked just now, or null
   */
  record Moved(Forecast forecast, PlanLayout plan, @Nullable Refusal unreachable)
      implements UpstreamStanding {}
}
