package org.ontodraft.app.ui.shell;

import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.ui.common.Navigator;
import org.ontodraft.app.ui.common.WorkspaceFeatures;

/** Makes the features of the window for a workspace; the composition root's part. FX thread. */
@FunctionalInterface
public interface FeaturesFactory {
  /** The features, which the shell closes before the workspace. */
  WorkspaceFeatures make(Workspace workspace, Navigator navigator);
}
