package org.ontodraft.app.service.workspace;

import org.ontodraft.app.service.Outcome;

/** Opens the store of a workspace, making or migrating it when needed. */
@FunctionalInterface
public interface StoreFactory {
  /** The store of this workspace, or why it cannot be used. */
  Outcome<Store> open(String workspaceId);
}
