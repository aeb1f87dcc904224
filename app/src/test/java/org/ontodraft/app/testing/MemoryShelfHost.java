package org.ontodraft.app.testing;

import java.util.UUID;
import org.ontodraft.app.service.workspace.StoredDraftShelf;
import org.ontodraft.model.draft.Draft;

/** What the shelf may ask of a workspace in memory, whose bases nobody collects. */
record MemoryShelfHost(MemoryOpenDraft open) implements StoredDraftShelf.Host {
  @Override
  public void listChanged() {
    open.listChanged();
  }

  @Override
  public void pin(Draft draft) {}

  @Override
  public void unpin(UUID draft) {}
}
