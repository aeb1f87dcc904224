package org.ontodraft.app.service.workspace;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.service.exchange.DraftExchange;
import org.ontodraft.app.service.exchange.FileDraftExchange;
import org.ontodraft.app.service.history.EntityHistory;
import org.ontodraft.app.service.history.GitEntityHistory;
import org.ontodraft.app.service.media.MediaImages;
import org.ontodraft.app.service.radar.Encounter;
import org.ontodraft.app.service.review.Comparisons;
import org.ontodraft.app.service.review.RepositoryComparisons;
import org.ontodraft.app.service.search.IndexedSearchService;
import org.ontodraft.app.service.search.SearchService;
import org.ontodraft.app.service.store.StoreFinding;
import org.ontodraft.app.service.store.StoreWatch;
import org.ontodraft.app.service.submit.Outbox;
import org.ontodraft.app.service.submit.SubmitService;
import org.ontodraft.app.service.tracking.PullRequestTracking;
import org.ontodraft.app.state.Observed;
import org.ontodraft.app.state.State;
import org.ontodraft.app.task.Lull;
import org.ontodraft.app.task.Progress;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.model.draft.Draft;
import org.ontodraft.model.draft.DraftEdit;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.draft.DraftSharing;
import org.ontodraft.model.draft.DraftToken;
import org.ontodraft.model.draft.RebaseStanding;
import org.ontodraft.model.draft.ReviewMarks;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.merge.Choice;
import org.ontodraft.model.merge.Conflict;
import org.ontodraft.model.merge.Place;
import org.ontodraft.model.merge.Resolution;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.ontology.OntologySource;
import org.ontodraft.model.ontology.OntologyVersion;
import org.ontodraft.model.rebase.ChoiceCost;
import org.ontodraft.model.schema.RepositorySchemas;
import org.ontodraft.model.validation.Finding;
import org.ontodraft.model.validation.QuickFix;

/** The workspace over a store and a repository. Use cases run one after another. */
final class LiveWorkspace implements Workspace {
  /** How long after an opening the index waits; what is looked at comes first. */
  private static final Duration QUIET = Duration.ofSeconds(5);

  /** How long behind a sync the server is left alone with the rows of those who read by SQL. */
  private static final Duration QUIET_FOR_ROWS = Duration.ofSeconds(10);

  private final WorkspaceInfo info;
  private final Store store;
  private final OntologySource source;
  private final RemoteRepository remote;
  private final CanonicalSync canonicalSync;
  private final Lull lull = new Lull();
  private final InstantSource clock;
  private final String program;
  private final Sending sending;
  private final DraftExchange exchange;
  private final SearchService search;
  private final SqlReaders readers;
  private final DraftExaminations examinations;

  private final CanonicalVersion upstream;
  private final UpstreamMoves moves;
  private final State<Optional<DraftSession>> draft = new State<>(Optional.empty());
  private final WorkspaceDrafts drafts;
  private final StoredDraftShelf shelf;
  private final ShownModel shown;
  private final WorkspaceWatches watches;
  private final OpenDraft open;
  private final WorkspaceRadar radar;

  LiveWorkspace(
      WorkspaceInfo info,
      Store store,
      OntologySource source,
      RemoteRepository remote,
      CanonicalSync canonicalSync,
      Ontology present,
      SyncState syncState,
      TaskRunner tasks,
      InstantSource clock,
      Function<SendingHost, Sending> sending,
      String program) {
    this.info = info;
    this.store = store;
    this.source = source;
    this.remote = remote;
    this.canonicalSync = canonicalSync;
    this.clock = clock;
    this.program = program;
    Supplier<WorkspaceDrafts> recovered =
        tasks.beside(() -> new WorkspaceDrafts(store, canonicalSync, present));
    Supplier<RepositorySchemas> ofPresent =
        tasks.beside(() -> canonicalSync.schemas(present.version()));
    this.upstream = new CanonicalVersion(present, syncState, clock);
    this.examinations =
        new DraftExaminations(
            store.drafts(),
            store.standings(),
            store.resolutions(),
            canonicalSync,
            tasks,
            info.id());
    this.shown =
        new ShownModel(
            info.id(),
            upstream.view(),
            ofPresent.get(),
            new DraftForecasts(source, canonicalSync, store.resolutions()),
            examinations,
            tasks,
            draft::get,
            canonical()::get);
    this.drafts = recovered.get();
    StoreReach reach = new StoreReach(info.name());
    this.open =
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
    this.moves =
        new UpstreamMoves(remote, canonicalSync, upstream, lull, reach, open, this::showCanonical);
    this.shelf =
        new StoredDraftShelf(
            store.drafts(),
            store.transfer(),
            new ShelfHost(drafts, source, remote),
            draft::get,
            kept -> canonicalSync.at(canonical().get(), kept.base()),
            clock);
    reach.unlessAway(() -> {
      shelf.clear();
      return true;
    });
    examinations.examine(present);
    Optional<StoreWatch> server =
        store
            .server()
            .map(each ->
                new StoreWatch(
                    each,
                    each.health(),
                    StoreWatch.Pace.USUAL,
                    clock,
                    () -> open.waits() || canonicalSync.importWaits(),
                    this::serverIsBack));
    this.sending =
        sending.apply(
            new WorkspaceUpstream(
                draft,
                canonical(),
                server,
                moves::bringUp,
                source,
                canonicalSync,
                shown,
                store.drafts(),
                open::reload));
    this.exchange =
        new FileDraftExchange(
            store.transfer(),
            store.images(),
            new WorkspaceExchangeHost(
                source,
                canonicalSync,
                remote::rootCommits,
                canonical(),
                drafts.list(),
                open::openTaken),
            program,
            clock);
    IndexedSearchService indexed =
        new IndexedSearchService(
            store::openSearchIndex, canonical(), shown.effective(), tasks, lull);
    indexed.begin(QUIET);
    this.search = indexed;
    this.radar =
        WorkspaceRadar.start(
            info.id(),
            drafts.list(),
            draft,
            shown.effective(),
            store.drafts(),
            examinations,
            this.sending.openPullRequests(),
            commit -> source.version(commit).map(at -> canonicalSync.at(canonical().get(), at)),
            tasks);
    this.readers = new SqlReaders(store.effectiveRows(), tasks, info.id(), lull, QUIET_FOR_ROWS);
    readers.freshen();
    this.watches =
        WorkspaceWatches.start(
            info.id(),
            tasks,
            server,
            this::refresh,
            this::askForge,
            this.sending.pace());
  }

  private void askForge(Progress progress) {
    radar.ask();
    outbox().send(progress);
    tracking().ask(progress);
    tracking().hear(progress);
  }

  /** What waited for the server is brought to it, also what an earlier process left. */
  private void serverIsBack() {
    if (canonicalSync.importWaits()) {
      canonicalSync.startImport();
    }
    open.catchUp();
  }

  @Override
  public Comparisons comparisons() {
    return new RepositoryComparisons(
        canonical(),
        version -> canonicalSync.at(canonical().get(), version),
        store.drafts(),
        drafts.list(),
        draft,
        remote.history());
  }

  @Override
  public EntityHistory history() {
    return new GitEntityHistory(source, remote.history());
  }

  @Override
  public MediaImages images() {
    return new MediaImages(store.images(), source);
  }

  @Override
  public ReviewMarks reviewMarks() {
    return store.reviewMarks();
  }

  @Override
  public Optional<StoreWatch> watch() {
    return watches.server();
  }

  @Override
  public Optional<DraftSharing> sharing() {
    return store.sharing();
  }

  @Override
  public Outcome<Path> backUp(Path file) {
    return store.backUp(file);
  }

  @Override
  public StoreSwitch storeSwitch() {
    return new WorkspaceSwitch(info, store, remote::rootCommit, open::alone, program, clock);
  }

  @Override
  public WorkspaceInfo info() {
    return info;
  }

  @Override
  public Observed<Ontology> canonical() {
    return upstream.ontology();
  }

  @Override
  public Observed<DraftOverlay> effective() {
    return shown.effective();
  }

  @Override
  public Observed<Optional<DraftSession>> draft() {
    return draft;
  }

  @Override
  public Observed<List<Draft>> drafts() {
    return drafts.list();
  }

  @Override
  public DraftShelf shelf() {
    return shelf;
  }

  @Override
  public Observed<Map<UUID, RebaseStanding>> standings() {
    return examinations.standings();
  }

  @Override
  public Observed<List<Finding>> findings() {
    return shown.findings();
  }

  @Override
  public Observed<List<Finding>> knownFindings() {
    return shown.knownFindings();
  }

  @Override
  public List<QuickFix> fixes(Finding finding) {
    return shown.fixes(finding);
  }

  @Override
  public Observed<Optional<Forecast>> forecast() {
    return shown.forecast();
  }

  @Override
  public Observed<SyncState> sync() {
    return upstream.sync();
  }

  @Override
  public List<DraftEdit> recoveredEdits() {
    return drafts.recovered();
  }

  @Override
  public List<StoreFinding> storeNotices() {
    List<StoreFinding> all = new ArrayList<>(store.notices());
    all.addAll(sending.notices());
    return List.copyOf(all);
  }

  @Override
  public RepositorySchemas schemas() {
    return shown.schemas();
  }

  @Override
  public SubmitService submits() {
    return sending.submits();
  }

  @Override
  public Outbox outbox() {
    return sending.outbox();
  }

  @Override
  public PullRequestTracking tracking() {
    return sending.tracking();
  }

  @Override
  public Observed<Map<EntityKey, List<Encounter>>> encounters() {
    return radar.encounters();
  }

  @Override
  public SearchService search() {
    return search;
  }

  @Override
  public DraftExchange exchange() {
    return exchange;
  }

  @Override
  public Outcome<DraftSession> startDraft(String title) {
    return open.start(title);
  }

  @Override
  public Outcome<DraftSession> openDraft(UUID id) {
    return open.open(id);
  }

  @Override
  public Outcome<DraftSession> openShared(DraftToken token) {
    return open.openShared(token);
  }

  @Override
  public void closeDraft() {
    open.close();
  }

  @Override
  public Outcome<Draft> renameDraft(UUID id, String title) {
    return open.rename(id, title);
  }

  @Override
  public Outcome<UUID> deleteDraft(UUID id) {
    return open.delete(id);
  }

  @Override
  public Outcome<Forecast> decide(Collection<Resolution> taken, Collection<Place> takenBack) {
    return open.decide(taken, takenBack);
  }

  @Override
  public Outcome<DraftSession> rebaseDraft() {
    return open.rebase();
  }

  @Override
  public List<Resolution> waysOut(Conflict.Semantic conflict) {
    return shown.waysOut(conflict);
  }

  @Override
  public List<ChoiceCost> costs(Place place, List<Choice> choices) {
    return shown.costs(place, choices);
  }

  @Override
  public Optional<DraftOverlay> merged() {
    return shown.merged();
  }

  @Override
  public Outcome<SyncState> refresh(Progress progress) {
    Outcome<SyncState> brought = moves.bringUp(progress);
    if (brought instanceof Outcome.Done<SyncState>) {
      radar.ask();
    }
    return brought;
  }

  @Override
  public Outcome<SyncState> follow(OntologyVersion rewritten, Progress progress) {
    return moves.follow(rewritten, progress);
  }

  private void showCanonical(Ontology after) {
    examinations.examine(after);
    readers.freshen();
    open.canonicalMoved(after);
  }

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
