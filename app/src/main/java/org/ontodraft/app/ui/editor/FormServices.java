package org.ontodraft.app.ui.editor;

import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.app.ui.common.Navigator;

/**
 * What every form of a workspace works with.
 *
 * @param edits the edits of the window
 * @param creation asks for an entity that a field wants and nobody has
 */
public record FormServices(
    Workspace workspace,
    DraftEdits edits,
    TaskRunner tasks,
    Navigator navigator,
    Pause pause,
    EntityCreation creation) {
  FormServices with(EntityCreation other) {
    return new FormServices(workspace, edits, tasks, navigator, pause, other);
  }
}
