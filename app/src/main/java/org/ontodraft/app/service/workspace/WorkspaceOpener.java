package org.ontodraft.app.service.workspace;

import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.task.Progress;

/** Opens repositories. Blocking; not for the FX thread. */
public interface WorkspaceOpener {
  /**
   * Opens what was asked for: fetches, reads what changed, stores it and makes the snapshot. When
   * the remote cannot be reached and the store has a version, that version is opened.
   *
   * @param progress stages {@code fetch}, {@code list}, {@code read}, {@code store}, {@code index}
   */
  Outcome<Workspace> open(OpenRequest request, Progress progress);
}
