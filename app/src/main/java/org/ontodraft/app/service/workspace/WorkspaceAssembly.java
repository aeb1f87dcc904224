package org.ontodraft.app.service.workspace;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.service.exchange.DraftExchange;
import org.ontodraft.app.service.exchange.FileDraftExchange;
import org.ontodraft.app.service.search.IndexedSearchService;
import org.ontodraft.app.service.search.SearchService;
import org.ontodraft.app.service.store.StoreWatch;
import org.ontodraft.app.state.Observed;
import org.ontodraft.app.state.State;
import org.ontodraft.app.task.Lull;
import org.ontodraft.app.task.Progress;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.ontology.OntologySource;
import org.ontodraft.model.schema.RepositorySchemas;

/**
 * Makes the parts of one workspace over an open store and repository, connects them and lets them
 * begin: edits that the journal alone has are brought to the store, drafts are examined, the index
 * is made, upstream and the forge are asked from time to time. Blocking; not for the FX thread.
 */
final class WorkspaceAssembly {
  /** How long after an opening the index waits; what is looked at comes first. */
  private static final Duration QUIET = Duration.ofSeconds(5);

  /** How long behind a sync the server is left alone with the rows of those who read by SQL. */
  private static final Duration QUIET_FOR_ROWS = Duration.ofSeconds(10);

  private final WorkspaceInfo info;
  private final Store store;
  private final OntologySource source;
  private final RemoteRepository remote;
  private final CanonicalSync canonicalSync;
  private final TaskRunner tasks;
  private final InstantSource clock;
  private final String program;

  /**
   * Makes nothing yet.
   *
   * @param program the version that exported drafts say they were written by
   */
  WorkspaceAssembly(
      WorkspaceInfo info,
      Store store,
      OntologySource source,
      RemoteRepository remote,
      CanonicalSync canonicalSync,
      TaskRunner tasks,
      InstantSource clock,
      String program) {
    this.info = info;
    this.store = store;
    this.source = source;
    this.remote = remote;
    this.canonicalSync = canonicalSync;
    this.tasks = tasks;
    this.clock = clock;
    this.program = program;
  }

  /**
   * The parts, at work. Store and repository stay the caller's to close where this fails; otherwise
   * the parts close them.
   *
   * @param present the newest version
   * @param syncState what is known of upstream
   * @param sending makes what sends drafts for the workspace it is given
   * @throws org.ontodraft.model.ontology.StoreAwayException when the store cannot be reached
   */
  WorkspaceParts assemble(
      Ontology present, SyncState syncState, Function<SendingHost, Sending> sending) {
    Supplier<WorkspaceDrafts> recovered =
        tasks.beside(() -> new WorkspaceDrafts(store, canonicalSync, present));
    Supplier<RepositorySchemas> ofPresent =
        tasks.beside(() -> canonicalSync.schemas(present.version()));
    CanonicalVersion upstream = new CanonicalVersion(present, syncState, clock);
    Observed<Ontology> canonical = upstream.ontology();
    State<Optional<DraftSession>> draft = new State<>(Optional.empty());
    DraftExaminations examinations =
        new DraftExaminations(
            store.drafts(),
            store.standings(),
            store.resolutions(),
            canonicalSync,
            tasks,
            info.id());
    ShownModel shown =
        new ShownModel(
            info.id(),
            upstream.view(),
            ofPresent.get(),
            new DraftForecasts(source, canonicalSync, store.resolutions()),
            examinations,
            tasks,
            draft::get,
            canonical::get);
    WorkspaceDrafts drafts = recovered.get();
    StoreReach reach = new StoreReach(info.name());
    OpenDraft open =
        new OpenDraft(
            draft,
            store,
            source,
            remote,
            canonicalSync,
            upstream,
            shown,
            drafts,
            tasks,
            clock,
            reach);
    Lull lull = new Lull();
    SqlReaders readers =
        new SqlReaders(store.effectiveRows(), tasks, info.id(), lull, QUIET_FOR_ROWS);
    UpstreamMoves moves =
        new UpstreamMoves(
            remote,
            canonicalSync,
            upstream,
            lull,
            reach,
            open,
            after -> {
              examinations.examine(after);
              readers.freshen();
              open.canonicalMoved(after);
            });
    StoredDraftShelf shelf = shelf(canonical, draft, drafts);
    reach.unlessAway(() -> {
      shelf.clear();
      return true;
    });
    examinations.examine(present);
    Optional<StoreWatch> server = server(open);
    Sending sends =
        sending.apply(
            new WorkspaceUpstream(
                draft,
                canonical,
                server,
                moves::bringUp,
                source,
                canonicalSync,
                shown,
                store.drafts(),
                open::reload));
    DraftExchange exchange = exchange(canonical, drafts, open);
    SearchService search = search(canonical, shown.effective(), lull);
    WorkspaceRadar radar =
        WorkspaceRadar.start(
            info.id(),
            drafts.list(),
            draft,
            shown.effective(),
            store.drafts(),
            examinations,
            sends.openPullRequests(),
            commit -> source.version(commit).map(at -> canonicalSync.at(canonical.get(), at)),
            tasks);
    readers.freshen();
    WorkspaceWatches watches =
        WorkspaceWatches.start(
            info.id(),
            tasks,
            server,
            progress -> radar.askAfter(moves.bringUp(progress)),
            progress -> askForge(radar, sends, progress),
            sends.pace());
    return new WorkspaceParts(
        info,
        store,
        source,
        remote,
        canonicalSync,
        upstream,
        moves,
        draft,
        open,
        drafts,
        shelf,
        shown,
        examinations,
        readers,
        sends,
        exchange,
        search,
        radar,
        watches,
        new WorkspaceSwitch(info, store, remote::rootCommit, open::alone, program, clock));
  }

  private StoredDraftShelf shelf(
      Observed<Ontology> canonical,
      Observed<Optional<DraftSession>> draft,
      WorkspaceDrafts drafts) {
    return new StoredDraftShelf(
        store.drafts(),
        store.transfer(),
        new ShelfHost(drafts, source, remote),
        draft::get,
        kept -> canonicalSync.at(canonical.get(), kept.base()),
        clock);
  }

  private Optional<StoreWatch> server(OpenDraft open) {
    return store
        .server()
        .map(each ->
            new StoreWatch(
                each,
                each.health(),
                StoreWatch.Pace.USUAL,
                clock,
                () -> open.waits() || canonicalSync.importWaits(),
                () -> serverIsBack(open)));
  }

  /** What waited for the server is brought to it, also what an earlier process left. */
  private void serverIsBack(OpenDraft open) {
    if (canonicalSync.importWaits()) {
      canonicalSync.startImport();
    }
    open.catchUp();
  }

  private DraftExchange exchange(
      Observed<Ontology> canonical, WorkspaceDrafts drafts, OpenDraft open) {
    return new FileDraftExchange(
        store.transfer(),
        store.images(),
        new WorkspaceExchangeHost(
            source, canonicalSync, remote::rootCommits, canonical, drafts.list(), open::openTaken),
        program,
        clock);
  }

  private SearchService search(
      Observed<Ontology> canonical, Observed<DraftOverlay> effective, Lull lull) {
    IndexedSearchService search =
        new IndexedSearchService(store::openSearchIndex, canonical, effective, tasks, lull);
    search.begin(QUIET);
    return search;
  }

  private static void askForge(WorkspaceRadar radar, Sending sending, Progress progress) {
    radar.ask();
    sending.outbox().send(progress);
    sending.tracking().ask(progress);
    sending.tracking().hear(progress);
  }
}
