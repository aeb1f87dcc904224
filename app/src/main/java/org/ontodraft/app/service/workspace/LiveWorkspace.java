package org.ontodraft.app.service.workspace;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.service.draft.JournalReplay;
import org.ontodraft.app.service.draft.StaleEdit;
import org.ontodraft.app.service.exchange.DraftExchange;
import org.ontodraft.app.service.exchange.ExchangeHost;
import org.ontodraft.app.service.exchange.FileDraftExchange;
import org.ontodraft.app.service.search.IndexedSearchService;
import org.ontodraft.app.service.search.SearchService;
import org.ontodraft.app.service.store.StoreFinding;
import org.ontodraft.app.service.store.StoreHealth;
import org.ontodraft.app.service.store.StoreWatch;
import org.ontodraft.app.service.submit.SubmitService;
import org.ontodraft.app.service.submit.Upstream;
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
import org.ontodraft.model.draft.DraftStatus;
import org.ontodraft.model.draft.DraftToken;
import org.ontodraft.model.draft.DraftValidation;
import org.ontodraft.model.draft.DraftWrite;
import org.ontodraft.model.draft.RebaseStanding;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.merge.Conflict;
import org.ontodraft.model.merge.Place;
import org.ontodraft.model.merge.Resolution;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.ontology.OntologySource;
import org.ontodraft.model.ontology.OntologyVersion;
import org.ontodraft.model.ontology.StoreAwayException;
import org.ontodraft.model.rebase.RebasePlan;
import org.ontodraft.model.schema.RepositorySchemas;
import org.ontodraft.model.validation.Finding;
import org.ontodraft.model.validation.QuickFix;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The workspace over a store and a repository. Use cases run one after another. */
final class LiveWorkspace implements Workspace {
  private static final Logger LOG = LoggerFactory.getLogger(LiveWorkspace.class);

  /** What the workspace needs of the repository besides reading it. */
  interface Remote {
    /** Fetches the default branch. */
    Outcome<OntologyVersion> fetch(Progress progress);

    /** Keeps a draft's base from being collected. */
    void pin(UUID draft, String commit);

    /** Lets go of a draft's base. */
    void unpin(UUID draft);

    /** The commits without parents that the head goes back to, sorted. */
    List<String> rootCommits();

    /** Lets go of the repository's files. */
    void close();
  }

  /** How long after an opening the index waits; what is looked at comes first. */
  private static final Duration QUIET = Duration.ofSeconds(5);

  private final WorkspaceInfo info;
  private final Store store;
  private final OntologySource source;
  private final Remote remote;
  private final CanonicalSync canonicalSync;
  private final DraftForecasts forecasts;
  private final TaskRunner tasks;
  private final InstantSource clock;
  private final SubmitService submits;
  private final DraftExchange exchange;
  private final SearchService search;
  private final List<DraftEdit> recovered;
  private final DraftExaminations examinations;
  private final Map<UUID, List<StaleEdit>> undecided = new HashMap<>();

  private final State<Ontology> canonical;
  private final State<DraftOverlay> effective;
  private final State<Optional<DraftSession>> draft = new State<>(Optional.empty());
  private final State<List<Draft>> drafts;
  private final State<List<Finding>> findings = new State<>(List.of());
  private final State<List<Finding>> knownFindings = new State<>(List.of());
  private final State<Optional<Forecast>> forecast = new State<>(Optional.empty());
  private final State<SyncState> sync;
  private final Optional<StoreWatch> watch;
  private final Subscriptions ofDraft = new Subscriptions();
  private volatile RepositorySchemas schemas;

  /** Canonical without any draft; the next version's hierarchy is worked out from this one's. */
  private DraftOverlay canonicalView;

  private volatile @Nullable DraftValidation validation;

  LiveWorkspace(
      WorkspaceInfo info,
      Store store,
      OntologySource source,
      Remote remote,
      CanonicalSync canonicalSync,
      Ontology present,
      SyncState syncState,
      TaskRunner tasks,
      InstantSource clock,
      Function<Upstream, SubmitService> submits,
      String program) {
    this.info = info;
    this.store = store;
    this.source = source;
    this.remote = remote;
    this.canonicalSync = canonicalSync;
    this.forecasts = new DraftForecasts(source, canonicalSync, store.resolutions());
    this.tasks = tasks;
    this.clock = clock;
    this.canonical = new State<>(present);
    Supplier<Recovery> recovery = tasks.beside(() -> recover(store, present));
    Supplier<RepositorySchemas> ofPresent =
        tasks.beside(() -> canonicalSync.schemas(present.version()));
    this.canonicalView = DraftOverlay.of(present, List.of());
    canonicalView.hierarchy(); // worked out here, so that no screen has to
    this.schemas = ofPresent.get();
    this.effective = new State<>(canonicalView);
    this.recovered = recovery.get().replayed().edits();
    this.undecided.putAll(recovery.get().replayed().stale());
    this.drafts = new State<>(recovery.get().drafts());
    this.sync = new State<>(syncState);
    this.submits = submits.apply(new LiveUpstream());
    this.examinations =
        new DraftExaminations(
            store.drafts(),
            store.standings(),
            store.resolutions(),
            canonicalSync,
            tasks,
            info.id());
    examinations.examine(present);
    this.exchange = new FileDraftExchange(store.transfer(), new LiveHost(), program, clock);
    IndexedSearchService indexed =
        new IndexedSearchService(store::openSearchIndex, canonical, effective, tasks);
    indexed.begin(QUIET);
    this.search = indexed;
    freshenEffectiveRows();
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
  }

  /** For readers by SQL; no screen waits for it. */
  private void freshenEffectiveRows() {
    tasks.latest(
        "effective-rows:" + info.id(),
        BackgroundTask.of(
            "effective-rows",
            progress ->
                unlessAway(() -> {
                  boolean stale = !store.effectiveRows().isFresh();
                  if (stale) {
                    store.effectiveRows().refresh();
                  }
                  return stale;
                })));
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
      drafts.set(store.drafts().list());
    }
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
      Recovery recovery = recover(store, canonical.get());
      undecided.putAll(recovery.replayed().stale());
      drafts.set(recovery.drafts());
      return openDraft(opened.get());
    });
  }

  /** What became of the edits that the journal alone had, and the drafts with them. */
  private record Recovery(JournalReplay.Replayed replayed, List<Draft> drafts) {}

  private Recovery recover(Store store, Ontology present) {
    JournalReplay.Replayed replayed =
        JournalReplay.run(
            store.drafts(),
            store.journal(),
            found -> canonicalSync.at(present, found.base()),
            store.isShared());
    return new Recovery(replayed, store.drafts().list());
  }

  @Override
  public WorkspaceInfo info() {
    return info;
  }

  @Override
  public Observed<Ontology> canonical() {
    return canonical;
  }

  @Override
  public Observed<DraftOverlay> effective() {
    return effective;
  }

  @Override
  public Observed<Optional<DraftSession>> draft() {
    return draft;
  }

  @Override
  public Observed<List<Draft>> drafts() {
    return drafts;
  }

  @Override
  public Observed<Map<UUID, RebaseStanding>> standings() {
    return examinations.standings();
  }

  @Override
  public Observed<List<Finding>> findings() {
    return findings;
  }

  @Override
  public Observed<List<Finding>> knownFindings() {
    return knownFindings;
  }

  @Override
  public List<QuickFix> fixes(Finding finding) {
    DraftValidation known = validation;
    return known == null ? List.of() : known.fixes(finding);
  }

  @Override
  public Observed<Optional<Forecast>> forecast() {
    return forecast;
  }

  @Override
  public Observed<SyncState> sync() {
    return sync;
  }

  @Override
  public List<DraftEdit> recoveredEdits() {
    return recovered;
  }

  @Override
  public List<StoreFinding> storeNotices() {
    return store.notices();
  }

  @Override
  public RepositorySchemas schemas() {
    return schemas;
  }

  @Override
  public SubmitService submits() {
    return submits;
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
      OntologyVersion base = canonical.get().version();
      Draft made = store.drafts().create(title, base);
      remote.pin(made.id(), base.commit());
      return Outcome.done(open(made));
    });
  }

  @Override
  public synchronized Outcome<DraftSession> openDraft(UUID id) {
    return whenReached(() -> {
      Optional<Draft> found = store.drafts().find(id);
      return found.isEmpty() ? Outcome.refused("DRAFT-05", id) : Outcome.done(open(found.get()));
    });
  }

  /** What needs the store waits while it cannot be reached, and says so. */
  private static <T> Outcome<T> whenReached(Supplier<Outcome<T>> work) {
    try {
      return work.get();
    } catch (StoreAwayException away) {
      return Outcome.refused("PG-20", away.getMessage());
    }
  }

  private DraftSession open(Draft chosen) {
    ofDraft.close();
    forecast.set(Optional.empty());
    Ontology base = canonicalSync.at(canonical.get(), chosen.base());
    DraftSession session = DraftSession.open(chosen, base, store.drafts(), store.journal(), clock);
    schemas = canonicalSync.schemas(base.version());
    draft.set(Optional.of(session));
    List<StaleEdit> found = undecided.remove(session.id());
    if (found != null) {
      session.decideAbout(found);
    }
    ofDraft.add(session.draft().follow(this::listed));
    ofDraft.add(session.effective().follow(this::shown));
    ofDraft.add(session.moved().follow(this::openAgain));
    return session;
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
                undecided.putAll(recover(store, canonical.get()).replayed().stale());
                return id.map(this::openDraft);
              }));
    }
  }

  /** Keeps the list of drafts in step with the open one. */
  private void listed(Draft changed) {
    drafts.update(list -> {
      List<Draft> next = new ArrayList<>(list);
      next.removeIf(other -> other.id().equals(changed.id()));
      next.add(changed);
      next.sort(Comparator.comparing(Draft::modifiedAt).reversed());
      return List.copyOf(next);
    });
  }

  private void shown(DraftOverlay overlay) {
    overlay.hierarchy(); // worked out here, so that no screen has to
    // Until the next forecast is there, what is in conflict is what was.
    effective.set(overlay.withConflicts(conflicts(forecast.get())));
    if (overlay.changes().isEmpty()) {
      findings.set(List.of());
      knownFindings.set(List.of());
    }
    if (draft.get().isEmpty()) {
      // What nobody changes has no findings of a draft and nothing to forecast.
      forecast.set(Optional.empty());
      return;
    }
    tasks.latest(
        "findings:" + info.id(),
        BackgroundTask.of(
            "findings",
            progress -> {
              DraftValidation next = validated(overlay);
              if (effective.get().sameAs(overlay)) {
                validation = next;
                knownFindings.set(next.existing());
                findings.set(next.introduced());
              }
              return overlay;
            }));
    tasks.latest(
        "forecast:" + info.id(),
        BackgroundTask.of("forecast", progress -> unlessAway(() -> forecastShown(overlay))));
  }

  private DraftOverlay forecastShown(DraftOverlay overlay) {
    Optional<Draft> examined = draft.get().map(DraftSession::id).flatMap(examinations::find);
    Optional<Forecast> next = examinations.whileOpen(() -> forecastOf(overlay));
    if (effective.get().sameAs(overlay)) {
      forecast.set(next);
      markConflicts(overlay, conflicts(next));
      examined.ifPresent(it -> examinations.keep(it, standing(overlay, next)));
    }
    return overlay;
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

  private static RebaseStanding standing(DraftOverlay overlay, Optional<Forecast> forecast) {
    boolean clean = forecast.map(found -> found.plan().clean()).orElse(true);
    return new RebaseStanding(
        clean ? RebaseStanding.Status.CLEAN : RebaseStanding.Status.CONFLICT,
        forecast.map(Forecast::onto).orElse(overlay.version()).commit());
  }

  /** Follows the edits since the last one where it can, and begins again where it cannot. */
  private DraftValidation validated(DraftOverlay overlay) {
    DraftValidation known = validation;
    RepositorySchemas ofBase = schemas;
    return (known != null && known.isOf(overlay.base(), ofBase)
            ? known
            : DraftValidation.of(overlay.base(), ofBase).warm())
        .with(overlay);
  }

  private static Map<EntityKey, Set<String>> conflicts(Optional<Forecast> forecast) {
    return forecast.map(found -> found.plan().conflictedFields()).orElse(Map.of());
  }

  /** Unless somebody edited in the meantime: then the next forecast does it. */
  private void markConflicts(DraftOverlay overlay, Map<EntityKey, Set<String>> conflicts) {
    DraftOverlay shown = effective.get();
    if (shown.withConflicts(conflicts) != shown) {
      effective.update(now -> now.sameAs(overlay) ? now.withConflicts(conflicts) : now);
    }
  }

  private Optional<Forecast> forecastOf(DraftOverlay overlay) {
    return draft
        .get()
        .flatMap(session -> forecasts.of(session, overlay, this::validated, canonical.get()));
  }

  private RebasePlan plan(DraftSession session) {
    return forecasts.plan(session, validated(session.effective().get()), canonical.get());
  }

  @Override
  public synchronized Outcome<Forecast> decide(
      Collection<Resolution> taken, Collection<Place> takenBack) {
    Optional<DraftSession> session = draft.get();
    Optional<Forecast> present = forecast.get();
    if (session.isEmpty() || present.isEmpty()) {
      return Outcome.refused("REBASE-02");
    }
    return whenReached(() -> {
      Forecast next = forecasts.decide(session.get().id(), present.get(), taken, takenBack);
      forecast.set(Optional.of(next));
      DraftOverlay shown = session.get().effective().get();
      markConflicts(shown, next.plan().conflictedFields());
      examinations
          .find(session.get().id())
          .ifPresent(decided -> examinations.keep(decided, standing(shown, Optional.of(next))));
      return Outcome.done(next);
    });
  }

  @Override
  public List<Resolution> waysOut(Conflict.Semantic conflict) {
    return forecasts.waysOut(conflict);
  }

  @Override
  public synchronized void closeDraft() {
    ofDraft.close();
    draft.set(Optional.empty());
    schemas = canonicalSync.schemas(canonical.get().version());
    shown(canonicalView);
  }

  @Override
  public synchronized Outcome<Draft> renameDraft(UUID id, String title) {
    return whenReached(() -> {
      Optional<Draft> found = store.drafts().find(id);
      if (found.isEmpty()) {
        return Outcome.refused("DRAFT-05", id);
      }
      Optional<DraftSession> session = draft.get().filter(open -> open.id().equals(id));
      if (session.isPresent()) {
        return session.get().describe(title, found.get().description());
      }
      Outcome<Draft> described =
          switch (store.drafts().describe(found.get(), title, found.get().description())) {
            case DraftWrite.Done(Draft now) -> Outcome.done(now);
            case DraftWrite.Stale(Draft theirs) -> Outcome.refused("DRAFT-09", theirs.title());
            case DraftWrite.Gone gone -> Outcome.refused("DRAFT-05", id);
          };
      drafts.set(store.drafts().list());
      return described;
    });
  }

  @Override
  public synchronized Outcome<UUID> deleteDraft(UUID id) {
    return whenReached(() -> {
      store.drafts().delete(id);
      if (draft.get().map(DraftSession::id).filter(id::equals).isPresent()) {
        closeDraft();
      }
      remote.unpin(id);
      drafts.set(store.drafts().list());
      return Outcome.done(id);
    });
  }

  @Override
  public Outcome<SyncState> refresh(Progress progress) {
    // Waiting for the network keeps nobody else waiting.
    return switch (remote.fetch(progress)) {
      case Outcome.Refused<OntologyVersion> refused -> {
        sync.update(before -> new SyncState(before.checkedAt(), refused.refusal(), before.turn()));
        yield new Outcome.Refused<>(refused.refusal());
      }
      case Outcome.Done<OntologyVersion> fetched -> {
        yield whenReached(() -> {
          HistoryTurn turn = moveCanonical(progress);
          SyncState checked = new SyncState(clock.instant(), null, turn);
          sync.set(checked);
          return Outcome.done(checked);
        });
      }
    };
  }

  private synchronized HistoryTurn moveCanonical(Progress progress) {
    Ontology before = canonical.get();
    CanonicalSync.Moved moved = canonicalSync.bringUp(before, progress);
    Ontology after = moved.ontology();
    if (after == before) {
      return sync.get().turn();
    }
    canonicalView =
        moved
            .differing()
            .map(differing -> canonicalView.onto(after, differing, List.of()))
            .orElseGet(() -> DraftOverlay.of(after, List.of()));
    canonical.set(after);
    examinations.examine(after);
    freshenEffectiveRows();
    Optional<DraftSession> session = draft.get();
    if (session.isEmpty()) {
      schemas = canonicalSync.schemas(after.version());
      shown(canonicalView);
      return moved.turn();
    }
    invalidateValidated();
    session.ifPresent(DraftSession::reload);
    shown(session.get().effective().get());
    return moved.turn();
  }

  /** A draft that was validated against the old version must be validated again. */
  private void invalidateValidated() {
    for (Draft each : store.drafts().list()) {
      if (each.status() == DraftStatus.VALIDATED) {
        store.drafts().transition(each.id(), DraftStatus.VALIDATED, DraftStatus.DRAFT);
      }
    }
    drafts.set(store.drafts().list());
  }

  @Override
  public synchronized Outcome<DraftSession> rebaseDraft() {
    @Nullable DraftSession session = draft.get().orElse(null);
    if (session == null) {
      return Outcome.refused("DRAFT-05", "");
    }
    return whenReached(() -> {
      long seen = session.version();
      RebasePlan plan = plan(session);
      if (!plan.clean()) {
        return Outcome.refused(
            "REBASE-01", plan.conflicted().size(), plan.semanticConflicts().size());
      }
      remote.pin(session.id(), plan.onto().commit());
      Outcome<DraftSession> moved = session.apply(seen, plan, canonical.get());
      if (moved instanceof Outcome.Done<DraftSession>) {
        schemas = canonicalSync.schemas(plan.onto());
        forecasts.forget(session.id(), plan);
      }
      return moved;
    });
  }

  @Override
  public synchronized void close() {
    watch.ifPresent(StoreWatch::close);
    ofDraft.close();
    draft.set(Optional.empty());
    examinations.close();
    search.close();
    canonicalSync.close();
    store.close();
    remote.close();
  }

  /** What an exchange may ask. */
  private final class LiveHost implements ExchangeHost {
    @Override
    public Ontology canonical() {
      return canonical.get();
    }

    @Override
    public Optional<Ontology> at(OntologyVersion version) {
      return source
          .version(version.commit())
          .map(known -> canonicalSync.at(canonical.get(), known));
    }

    @Override
    public List<String> rootCommits() {
      return remote.rootCommits();
    }

    @Override
    public List<Draft> drafts() {
      return drafts.get();
    }

    @Override
    public DraftSession opened(UUID id) {
      synchronized (LiveWorkspace.this) {
        Draft taken = store.drafts().find(id).orElseThrow();
        if (source.version(taken.base().commit()).isPresent()) {
          remote.pin(id, taken.base().commit());
        }
        return open(taken);
      }
    }
  }

  /** What a submit may ask. */
  private final class LiveUpstream implements Upstream {
    @Override
    public Outcome<OntologyVersion> fetch(Progress progress) {
      int waiting = draft.get().map(open -> open.waiting().get().size()).orElse(0);
      if (waiting > 0) {
        return Outcome.refused("PG-21", waiting);
      }
      if (watch.isPresent() && watch.get().check() instanceof StoreHealth.Lost lost) {
        return new Outcome.Refused<>(lost.reason());
      }
      return switch (refresh(progress)) {
        case Outcome.Refused<SyncState> refused -> new Outcome.Refused<>(refused.refusal());
        case Outcome.Done<SyncState> done -> Outcome.done(canonical.get().version());
      };
    }

    @Override
    public RebasePlan plan(DraftSession session) {
      return LiveWorkspace.this.plan(session);
    }

    @Override
    public RepositorySchemas schemas(OntologyVersion version) {
      return canonicalSync.schemas(version);
    }

    @Override
    public boolean holds(OntologyVersion version) {
      return source.version(version.commit()).isPresent();
    }
  }
}
