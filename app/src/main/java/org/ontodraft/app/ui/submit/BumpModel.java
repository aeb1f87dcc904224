package org.ontodraft.app.ui.submit;

import java.util.List;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.task.BackgroundTask;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.app.ui.common.ErrorPresenter;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.impact.VersionBump;
import tools.jackson.databind.node.JsonNodeFactory;

/** Gives modules and bundles the versions that say what a draft changes. FX thread. */
final class BumpModel {
  private final TaskRunner tasks;
  private final ErrorPresenter errors;

  BumpModel(TaskRunner tasks, ErrorPresenter errors) {
    this.tasks = tasks;
    this.errors = errors;
  }

  /** Each is an edit of the draft, which undo takes back; what is made already is left alone. */
  void make(DraftSession session, List<VersionBump> bumps) {
    for (VersionBump each : bumps) {
      if (!each.made()) {
        tasks.inOrder(
            "edits",
            BackgroundTask.of(
                    "version",
                    progress ->
                        session.setField(
                            each.owner(),
                            "version",
                            JsonNodeFactory.instance.stringNode(each.then())))
                .onSuccess(outcome -> {
                  if (outcome instanceof Outcome.Refused<DraftOverlay> refused) {
                    errors.show(refused.refusal());
                  }
                }));
      }
    }
  }
}
