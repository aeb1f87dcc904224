package org.ontodraft.app.service.workspace;

import java.util.UUID;
import org.ontodraft.model.draft.Draft;
import org.ontodraft.model.ontology.OntologySource;

/** What the shelf may ask of a workspace. */
record ShelfHost(WorkspaceDrafts drafts, OntologySource source, RemoteRepository remote)
    implements StoredDraftShelf.Host {
  @Override
  public void listChanged() {
    drafts.readAgain();
  }

  @Override
  public void pin(Draft draft) {
    if (source.version(draft.base().commit()).isPresent()) {
      remote.pin(draft.id(), draft.base().commit());
    }
  }

  @Override
  public void unpin(UUID draft) {
    remote.unpin(draft);
  }
}
