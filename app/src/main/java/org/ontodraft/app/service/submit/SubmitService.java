package org.ontodraft.app.service.submit;

import java.util.function.Consumer;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.task.Progress;

/** Sends a draft upstream. Blocking; not for the FX thread. */
public interface SubmitService {
  /** What a submit would send; validates the whole. Touches no server. */
  SubmitPreview preview(DraftSession session);

  /**
   * Sends the draft. May be called again after a failure: what is done is not done twice.
   *
   * @param onOldBase send on the draft's own base although upstream moved
   * @param steps told of each step as it goes
   */
  SubmitOutcome submit(
      DraftSession session,
      String title,
      String body,
      boolean onOldBase,
      Consumer<StepReport> steps,
      Progress progress);
}
