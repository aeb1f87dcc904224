package org.ontodraft.app.service.workspace;

import java.util.Optional;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.service.exchange.DraftExchange;
import org.ontodraft.app.service.search.SearchService;
import org.ontodraft.app.state.Observed;
import org.ontodraft.model.ontology.OntologySource;

/**
 * What an open workspace consists of, as {@link WorkspaceAssembly} connects it. Each part is
 * thread-safe.
 *
 * @param draft the open draft as others see it; {@code open} opens another in its place
 */
record WorkspaceParts(
    WorkspaceInfo info,
    Store store,
    OntologySource source,
    RemoteRepository remote,
    CanonicalSync canonicalSync,
    CanonicalVersion upstream,
    UpstreamMoves moves,
    Observed<Optional<DraftSession>> draft,
    OpenDraft open,
    WorkspaceDrafts drafts,
    StoredDraftShelf shelf,
    ShownModel shown,
    DraftExaminations examinations,
    SqlReaders readers,
    Sending sending,
    DraftExchange exchange,
    SearchService search,
    WorkspaceRadar radar,
    WorkspaceWatches watches,
    StoreSwitch storeSwitch)
    implements AutoCloseable {
  /**
   * Ends what runs by itself, then lets go of the store and of the repository's files. Blocking: a
   * use case that is under way ends first.
   */
  @Override
  public void close() {
    watches.closeAsking();
    // Outside the lock, which the end of a submit may want.
    sending.submits().close();
    sending.tracking().close();
    synchronized (open) {
      watches.closeServer();
      open.end();
      radar.close();
      examinations.close();
      readers.close();
      search.close();
      canonicalSync.close();
      store.close();
      remote.close();
    }
  }
}
