package org.ontodraft.app.service.workspace;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.service.exchange.DraftExchange;
import org.ontodraft.app.service.exchange.DraftsMoved;
import org.ontodraft.app.service.exchange.FileDraftExchange;
import org.ontodraft.app.service.history.EntityHistory;
import org.ontodraft.app.service.history.GitEntityHistory;
import org.ontodraft.app.service.radar.ConflictRadar;
import org.ontodraft.app.service.radar.Encounter;
import org.ontodraft.app.service.radar.OtherDrafts;
import org.ontodraft.app.service.review.Comparisons;
import org.ontodraft.app.service.review.RepositoryComparisons;
import org.ontodraft.app.service.search.IndexedSearchService;
import org.ontodraft.app.service.search.SearchService;
import org.ontodraft.app.service.store.StoreFinding;
import org.ontodraft.app.service.store.StoreWatch;
import org.ontodraft.app.service.submit.SubmitService;
import org.ontodraft.app.service.tracking.PullRequestTracking;
import org.ontodraft.app.state.Observed;
import org.ontodraft.app.state.State;
import org.ontodraft.app.state.Subscriptions;
import org.ontodraft.app.task.BackgroundTask;
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
import org.ontodraft.model.ontology.StoreAwayException;
import org.ontodraft.model.ontology.StoreFailure;
import org.ontodraft.model.rebase.ChoiceCost;
import org.ontodraft.model.rebase.RebasePlan;
import org.ontodraft.model.schema.RepositorySchemas;
import org.ontodraft.model.validation.Finding;
import org.ontodraft.model.validation.QuickFix;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The workspace over a store and a repository. Use cases run one after another. */
final class LiveWorkspace implements Workspace {
  private static final Logger LOG = LoggerFactory.getLogger(LiveWorkspace.class);

  /** How long after an opening the index waits; what is looked at comes first. */
  private static final Duration QUIET = Duration.ofSeconds(5);

  /** How often pull requests are asked about; what has not changed costs no rate limit. */
  private static final Duration PULL_REQUEST_PACE = Duration.ofMinutes(2);

  private final WorkspaceInfo info;
  private final Store store;
  private final OntologySource source;
  private final RemoteRepository remote;
  private final CanonicalSync canonicalSync;
  private final TaskRunner tasks;
  private final InstantSource clock;
  private final String program;
  private final Sending sending;
  private final UpstreamWatch pullRequestWatch;
  private final DraftExchange exchange;
  private final SearchService search;
  private final SqlReaders readers;
  private final DraftExaminations examinations;

  private final CanonicalVersion upstream;
  private final State<Optional<DraftSession>> draft = new State<>(Optional.empty());
  private final WorkspaceDrafts drafts;
  private final StoredDraftShelf shelf;
  private final ShownModel shown;
  private final Optional<StoreWatch> watch;
  private final UpstreamWatch upstreamWatch;
  private final Subscriptions ofDraft = new Subscriptions();
  private final ConflictRadar radar;

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
    this.tasks = tasks;
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
    this.shelf =
        new StoredDraftShelf(
            store.drafts(),
            store.transfer(),
            new ShelfHost(drafts, source, remote),
            draft::get,
            kept -> canonicalSync.at(canonical().get(), kept.base()),
            clock);
    unlessAway(() -> {
      shelf.clear();
      return true;
    });
    examinations.examine(present);
    this.sending =
        sending.apply(
            new WorkspaceUpstream(
                this, source, canonicalSync, shown, store.drafts(), this::statusChanged));
    this.exchange =
        new FileDraftExchange(
            store.transfer(),
            new WorkspaceExchangeHost(
                source,
                canonicalSync,
                remote::rootCommits,
                canonical(),
                drafts.list(),
                this::openTaken),
            program,
            clock);
    IndexedSearchService indexed =
        new IndexedSearchService(store::openSearchIndex, canonical(), shown.effective(), tasks);
    indexed.begin(QUIET);
    this.search = indexed;
    this.radar =
        new ConflictRadar(
            info.id(),
            () -> draft.get().map(session -> session.draft().get()),
            shown.effective(),
            List.of(
                new OtherDrafts(
                    drafts.list()::get,
                    id -> examinations.whileOpen(() -> store.drafts().changes(id)))),
            tasks);
    radar.start(drafts.list());
    this.readers = new SqlReaders(store.effectiveRows(), tasks, info.id());
    readers.freshen();
    this.watch =
        store
            .server()
            .map(server ->
                new StoreWatch(
                    server,
                    server.health(),
                    StoreWatch.Pace.USUAL,
                    clock,
                    () -> editsWait() || canonicalSync.importWaits(),
                    this::serverIsBack));
    watch.ifPresent(StoreWatch::start);
    this.upstreamWatch = new UpstreamWatch(info.id(), tasks, this::refresh);
    upstreamWatch.start(UpstreamWatch.PACE);
    this.pullRequestWatch =
        new UpstreamWatch(
            info.id() + " pull requests", tasks, progress -> tracking().ask(progress));
    pullRequestWatch.start(PULL_REQUEST_PACE);
  }

  private boolean editsWait() {
    return draft.get().map(session -> !session.waiting().get().isEmpty()).orElse(false);
  }

  /** What waited for the server is brought to it, also what an earlier process left. */
  private void serverIsBack() {
    if (canonicalSync.importWaits()) {
      canonicalSync.startImport();
    }
    draft.get().ifPresent(DraftSession::catchUp);
    if (draft.get().isEmpty() || draft.get().get().waiting().get().isEmpty()) {
      drafts.readAgain();
    }
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
  public ReviewMarks reviewMarks() {
    return store.reviewMarks();
  }

  @Override
  public Optional<StoreWatch> watch() {
    return watch;
  }

  @Override
  public Optional<DraftSharing> sharing() {
    return store.sharing();
  }

  @Override
  public synchronized Outcome<DraftSession> openShared(DraftToken token) {
    return whenReached(() -> {
      Optional<DraftSharing> sharing = store.sharing();
      if (sharing.isEmpty()) {
        return Outcome.refused("SHARE-01");
      }
      Optional<UUID> opened = sharing.get().open(token);
      if (opened.isEmpty()) {
        return Outcome.refused("SHARE-02");
      }
      drafts.recover(canonical().get());
      return openDraft(opened.get());
    });
  }

  @Override
  public Outcome<Path> backUp(Path file) {
    return store.backUp(file);
  }

  @Override
  public StoreSwitch storeSwitch() {
    return new WorkspaceSwitch(info, store, remote::rootCommit, this::alone, program, clock);
  }

  private synchronized Outcome<DraftsMoved> alone(Supplier<Outcome<DraftsMoved>> work) {
    if (editsWait()) {
      return Outcome.refused("PG-21", draft.get().orElseThrow().waiting().get().size());
    }
    closeDraft();
    return whenReached(() -> {
      Outcome<DraftsMoved> moved = work.get();
      drafts.readAgain();
      return moved;
    });
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
    return store.notices();
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
  public PullRequestTracking tracking() {
    return sending.tracking();
  }

  /** Sees what became of drafts that were sent. */
  private void statusChanged() {
    drafts.readAgain();
    draft.get().ifPresent(DraftSession::reload);
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
  public synchronized Outcome<DraftSession> startDraft(String title) {
    return whenReached(() -> {
      OntologyVersion base = canonical().get().version();
      Draft made = store.drafts().create(title, base);
      remote.pin(made.id(), base.commit());
      return Outcome.done(open(made));
    });
  }

  @Override
  public synchronized Outcome<DraftSession> openDraft(UUID id) {
    return whenReached(() -> {
      return switch (drafts.find(id)) {
        case Outcome.Refused<Draft> refused -> new Outcome.Refused<>(refused.refusal());
        case Outcome.Done<Draft>(Draft found) -> Outcome.done(open(found));
      };
    });
  }

  /** What needs the store waits while it cannot be reached, and says so. */
  private <T> Outcome<T> whenReached(Supplier<Outcome<T>> work) {
    try {
      return work.get();
    } catch (StoreAwayException away) {
      return Outcome.refused("PG-20", away.getMessage());
    } catch (RuntimeException fault) {
      String reason = StoreFailure.unwritable(fault).orElseThrow(() -> fault);
      LOG.error("STORE-04 {}", fault.getMessage(), fault);
      return Outcome.refused("STORE-04", info.name(), reason);
    }
  }

  private DraftSession open(Draft chosen) {
    ofDraft.close();
    shown.beginAnother();
    Ontology base = canonicalSync.at(canonical().get(), chosen.base());
    DraftSession session = DraftSession.open(chosen, base, store.drafts(), store.journal(), clock);
    shown.validateBy(canonicalSync.schemas(base.version()));
    draft.set(Optional.of(session));
    drafts.handOver(session);
    ofDraft.add(session.draft().follow(drafts::changed));
    ofDraft.add(session.effective().follow(shown::show));
    ofDraft.add(session.moved().follow(this::openAgain));
    return session;
  }

  /** Opens a draft that an exchange has brought. */
  private synchronized DraftSession openTaken(UUID id) {
    Draft taken = store.drafts().find(id).orElseThrow();
    if (source.version(taken.base().commit()).isPresent()) {
      remote.pin(id, taken.base().commit());
    }
    return open(taken);
  }

  /** Another session moved the draft: it is shown on its new base, with the edits that waited. */
  private void openAgain(boolean moved) {
    if (moved) {
      tasks.inOrder(
          "edits",
          BackgroundTask.of(
              "open moved draft",
              progress -> {
                Optional<UUID> id = draft.get().map(DraftSession::id);
                drafts.recover(canonical().get());
                return id.map(this::openDraft);
              }));
    }
  }

  /** What follows by itself is left out while the store is away; the status bar says that it is. */
  private static <T> Optional<T> unlessAway(Supplier<T> work) {
    try {
      return Optional.of(work.get());
    } catch (StoreAwayException away) {
      LOG.info("left out while the store is away: {}", away.getMessage());
      return Optional.empty();
    }
  }

  @Override
  public synchronized Outcome<Forecast> decide(
      Collection<Resolution> taken, Collection<Place> takenBack) {
    Optional<DraftSession> session = draft.get();
    return whenReached(() ->
        session
            .flatMap(open -> shown.decide(open, taken, takenBack))
            .map(Outcome::done)
            .orElseGet(() -> Outcome.refused("REBASE-02")));
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
  public synchronized void closeDraft() {
    ofDraft.close();
    draft.set(Optional.empty());
    shown.validateBy(canonicalSync.schemas(canonical().get().version()));
    shown.show(upstream.view());
  }

  @Override
  public synchronized Outcome<Draft> renameDraft(UUID id, String title) {
    return whenReached(() -> {
      Optional<DraftSession> session = draft.get().filter(open -> open.id().equals(id));
      return switch (drafts.find(id)) {
        case Outcome.Refused<Draft> refused -> refused;
        case Outcome.Done<Draft>(Draft found) ->
            session.isPresent()
                ? session.get().describe(title, found.description())
                : drafts.rename(found, title);
      };
    });
  }

  @Override
  public synchronized Outcome<UUID> deleteDraft(UUID id) {
    return whenReached(() -> {
      store.drafts().delete(id);
      if (draft.get().map(DraftSession::id).filter(id::equals).isPresent()) {
        closeDraft();
      }
      drafts.readAgain();
      return Outcome.done(id);
    });
  }

  @Override
  public Outcome<SyncState> refresh(Progress progress) {
    // Waiting for the network keeps nobody else waiting.
    return switch (remote.fetch(progress)) {
      case Outcome.Refused<OntologyVersion> refused -> upstream.failed(refused.refusal());
      case Outcome.Done<OntologyVersion> fetched ->
          moved(present -> canonicalSync.bringUp(present, progress));
    };
  }

  @Override
  public Outcome<SyncState> follow(OntologyVersion rewritten, Progress progress) {
    return moved(present -> canonicalSync.follow(present, rewritten, progress));
  }

  private Outcome<SyncState> moved(Function<Ontology, CanonicalSync.Moved> move) {
    return whenReached(() -> {
      synchronized (this) {
        return Outcome.done(upstream.move(move, this::showCanonical));
      }
    });
  }

  private void showCanonical(Ontology after) {
    examinations.examine(after);
    readers.freshen();
    Optional<DraftSession> session = draft.get();
    if (session.isEmpty()) {
      shown.validateBy(canonicalSync.schemas(after.version()));
      shown.show(upstream.view());
      return;
    }
    drafts.invalidateValidated();
    session.ifPresent(DraftSession::reload);
    shown.show(session.get().effective().get());
  }

  @Override
  public synchronized Outcome<DraftSession> rebaseDraft() {
    @Nullable DraftSession session = draft.get().orElse(null);
    if (session == null) {
      return Outcome.refused("DRAFT-05", "");
    }
    return whenReached(() -> {
      long seen = session.version();
      RebasePlan plan = shown.plan(session);
      if (!plan.clean()) {
        return Outcome.refused(
            "REBASE-01", plan.conflicted().size(), plan.semanticConflicts().size());
      }
      remote.pin(session.id(), plan.onto().commit());
      Outcome<DraftSession> moved = session.apply(seen, plan, canonical().get());
      if (moved instanceof Outcome.Done<DraftSession>) {
        shown.moved(session, plan, canonicalSync.schemas(plan.onto()));
      }
      return moved;
    });
  }

  @Override
  public synchronized void close() {
    upstreamWatch.close();
    pullRequestWatch.close();
    watch.ifPresent(StoreWatch::close);
    ofDraft.close();
    draft.set(Optional.empty());
    radar.close();
    examinations.close();
    readers.close();
    search.close();
    canonicalSync.close();
    store.close();
    remote.close();
  }
}
