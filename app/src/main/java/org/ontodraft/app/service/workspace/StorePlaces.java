package org.ontodraft.app.service.workspace;

import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.store.SharedDatabase;

/** Opens the store of a workspace in a place of choice, whatever the settings say. */
@FunctionalInterface
public interface StorePlaces {
  /**
   * The store, or why it cannot be used. Blocking.
   *
   * @param database where it is; null for this computer
   */
  Outcome<Store> open(String workspaceId, @Nullable SharedDatabase database);
}
