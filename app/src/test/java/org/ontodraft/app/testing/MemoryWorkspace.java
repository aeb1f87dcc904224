package org.ontodraft.app.testing;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.Refusal;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.service.exchange.DraftExchange;
import org.ontodraft.app.service.exchange.FileDraftExchange;
import org.ontodraft.app.service.history.EntityHistory;
import org.ontodraft.app.service.history.GitEntityHistory;
import org.ontodraft.app.service.media.MediaImages;
import org.ontodraft.app.service.radar.Encounter;
import org.ontodraft.app.service.review.Comparisons;
import org.ontodraft.app.service.review.RepositoryComparisons;
import org.ontodraft.app.service.search.SearchService;
import org.ontodraft.app.service.store.StoreFinding;
import org.ontodraft.app.service.store.StoreWatch;
import org.ontodraft.app.service.submit.Outbox;
import org.ontodraft.app.service.submit.SubmitService;
import org.ontodraft.app.service.tracking.PullRequestTracking;
import org.ontodraft.app.service.workspace.DraftShelf;
import org.ontodraft.app.service.workspace.Forecast;
import org.ontodraft.app.service.workspace.OpenRequest;
import org.ontodraft.app.service.workspace.StoreSwitch;
import org.ontodraft.app.service.workspace.StoredDraftShelf;
import org.ontodraft.app.service.workspace.SyncState;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.service.workspace.WorkspaceInfo;
import org.ontodraft.app.state.State;
import org.ontodraft.app.task.Progress;
import org.ontodraft.model.draft.Draft;
import org.ontodraft.model.draft.DraftEdit;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.draft.DraftSharing;
import org.ontodraft.model.draft.DraftStatus;
import org.ontodraft.model.draft.DraftToken;
import org.ontodraft.model.draft.RebaseStanding;
import org.ontodraft.model.draft.ReviewMarks;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.merge.Choice;
import org.ontodraft.model.merge.Conflict;
import org.ontodraft.model.merge.Place;
import org.ontodraft.model.merge.Resolution;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.ontology.OntologyVersion;
import org.ontodraft.model.rebase.ChoiceCost;
import org.ontodraft.model.rebase.RebasePlan;
import org.ontodraft.model.schema.RepositorySchemas;
import org.ontodraft.model.testing.InMemoryRepository;
import org.ontodraft.model.validation.Finding;
import org.ontodraft.model.validation.QuickFix;

/**
 * A workspace over files in memory: real snapshots, overlays and draft sessions, no database, no
 * Git. Each look at its clock is one second later than the one before.
 */
public final class MemoryWorkspace implements Workspace {
  private final InMemoryRepository repository;
  private final InstantSource clock = new TickingClock();
  private final MemoryDrafts store = new MemoryDrafts(clock);
  private final MemoryUpstream upstream;
  private final MemoryOpenDraft open;
  private final MemoryShown shown;
  private final State<Map<UUID, RebaseStanding>> standings = new State<>(Map.of());
  private final State<Map<EntityKey, List<Encounter>>> encounters = new State<>(Map.of());
  private final ReviewMarks marks = new MemoryMarks();
  private @Nullable SubmitService submits;
  private final MemoryTracking tracking = new MemoryTracking();
  private @Nullable SearchService search;

  private final MemoryImages bytes = new MemoryImages();
  private final MediaImages images;

  private MemoryWorkspace(InMemoryRepository repository) {
    this.repository = repository;
    this.images = new MediaImages(bytes, repository);
    upstream = new MemoryUpstream(repository, clock);
    shown = new MemoryShown(repository, upstream.canonical()::get, () -> draft().get().isPresent());
    open = new MemoryOpenDraft(repository, store, clock, shown::show);
  }

  /** A workspace over these files: path to text. */
  public static MemoryWorkspace of(Map<String, String> files) {
    return new MemoryWorkspace(InMemoryRepository.of(files));
  }

  /** With a draft open. */
  public MemoryWorkspace withDraft() {
    startDraft("Emails and ORCID");
    return this;
  }

  /** The open draft. */
  public DraftSession session() {
    return open.session();
  }

  /** What keeps the drafts. */
  public MemoryDrafts store() {
    return store;
  }

  /** The clock of the workspace. */
  public InstantSource clock() {
    return clock;
  }

  /** Lets validation say this. */
  public void setFindings(List<Finding> found) {
    shown.findings().set(found);
  }

  /** Lets drafts be submitted through this. */
  public void setSubmits(SubmitService service) {
    submits = service;
  }

  /** Lets upstream be away, for this reason; null when it answers again. */
  public void setUnreachable(@Nullable Refusal reason) {
    upstream.setUnreachable(reason);
  }

  /** Somebody commits these files upstream; null removes one. Seen at the next refresh. */
  public void commitUpstream(Map<String, ? extends @Nullable String> files) {
    upstream.commit(files);
  }

  /** Moves the open draft's status without an edit. */
  public void move(DraftStatus... way) {
    open.move(way);
  }

  @Override
  public WorkspaceInfo info() {
    return new WorkspaceInfo("memory", "memory", new OpenRequest.Sample(), "file:///memory", 0);
  }

  @Override
  public State<Ontology> canonical() {
    return upstream.canonical();
  }

  @Override
  public State<DraftOverlay> effective() {
    return shown.effective();
  }

  @Override
  public State<Optional<DraftSession>> draft() {
    return open.draft();
  }

  @Override
  public State<List<Draft>> drafts() {
    return open.drafts();
  }

  @Override
  public State<Map<UUID, RebaseStanding>> standings() {
    return standings;
  }

  @Override
  public State<List<Finding>> findings() {
    return shown.findings();
  }

  @Override
  public State<List<Finding>> knownFindings() {
    return shown.knownFindings();
  }

  @Override
  public State<Map<EntityKey, List<Encounter>>> encounters() {
    return encounters;
  }

  @Override
  public List<QuickFix> fixes(Finding finding) {
    return shown.fixes(finding);
  }

  @Override
  public State<Optional<Forecast>> forecast() {
    return shown.rebases().forecast();
  }

  @Override
  public State<SyncState> sync() {
    return upstream.sync();
  }

  @Override
  public List<DraftEdit> recoveredEdits() {
    return List.of();
  }

  @Override
  public Outcome<Path> backUp(Path file) {
    throw new UnsupportedOperationException("kept in memory");
  }

  @Override
  public StoreSwitch storeSwitch() {
    throw new UnsupportedOperationException("kept in memory");
  }

  @Override
  public List<StoreFinding> storeNotices() {
    return List.of();
  }

  @Override
  public RepositorySchemas schemas() {
    return shown.schemas();
  }

  @Override
  public Outbox outbox() {
    return Outbox.NONE;
  }

  @Override
  public PullRequestTracking tracking() {
    return tracking;
  }

  /** The pull requests, to be set by a test. */
  public MemoryTracking trackedPullRequests() {
    return tracking;
  }

  @Override
  public SubmitService submits() {
    if (submits == null) {
      throw new IllegalStateException("nothing is submitted in this test");
    }
    return submits;
  }

  /** Lets entities be found through this. */
  public void setSearch(SearchService service) {
    search = service;
  }

  @Override
  public SearchService search() {
    if (search == null) {
      return new NameSearch(() -> effective().get());
    }
    return search;
  }

  @Override
  public Comparisons comparisons() {
    return new RepositoryComparisons(
        canonical(), repository::ontology, store, drafts(), draft(), repository);
  }

  @Override
  public EntityHistory history() {
    return new GitEntityHistory(repository, repository);
  }

  @Override
  public ReviewMarks reviewMarks() {
    return marks;
  }

  @Override
  public MediaImages images() {
    return images;
  }

  @Override
  public DraftExchange exchange() {
    return new FileDraftExchange(
        store,
        bytes,
        new MemoryExchangeHost(canonical()::get, repository, store, open::openTaken),
        "0.1.0",
        clock);
  }

  @Override
  public DraftShelf shelf() {
    return new StoredDraftShelf(
        store,
        store,
        new MemoryShelfHost(open),
        draft()::get,
        kept -> repository.ontology(kept.base()),
        clock);
  }

  @Override
  public Outcome<DraftSession> startDraft(String title) {
    return Outcome.done(open.start(title, canonical().get().version()));
  }

  @Override
  public Outcome<DraftSession> openDraft(UUID id) {
    return open.open(id);
  }

  @Override
  public Outcome<Forecast> decide(Collection<Resolution> taken, Collection<Place> takenBack) {
    shown.rebases().decide(taken, takenBack);
    shown.show(effective().get());
    return Outcome.done(forecast().get().orElseThrow());
  }

  @Override
  public List<Resolution> waysOut(Conflict.Semantic conflict) {
    return shown.rebases().waysOut(conflict);
  }

  @Override
  public List<ChoiceCost> costs(Place place, List<Choice> choices) {
    return shown.rebases().costs(place, choices);
  }

  @Override
  public Optional<DraftOverlay> merged() {
    return shown.rebases().merged();
  }

  @Override
  public void closeDraft() {
    open.close();
    shown.showAgain();
  }

  @Override
  public Optional<StoreWatch> watch() {
    return Optional.empty();
  }

  @Override
  public Optional<DraftSharing> sharing() {
    return Optional.empty();
  }

  @Override
  public Outcome<DraftSession> openShared(DraftToken token) {
    return Outcome.refused("SHARE-01");
  }

  @Override
  public Outcome<Draft> renameDraft(UUID id, String title) {
    return open.rename(id, title);
  }

  @Override
  public Outcome<UUID> deleteDraft(UUID id) {
    if (open.isOpen(id)) {
      closeDraft();
    }
    return open.delete(id);
  }

  @Override
  public Outcome<SyncState> follow(OntologyVersion rewritten, Progress progress) {
    return upstream.follow();
  }

  @Override
  public Outcome<SyncState> refresh(Progress progress) {
    return upstream.refresh(shown::showAgain);
  }

  @Override
  public Outcome<DraftSession> rebaseDraft() {
    RebasePlan plan = forecast().get().orElseThrow().plan();
    if (!plan.clean()) {
      return Outcome.refused("REBASE-01", plan.conflicted().size(), 0);
    }
    return session().apply(session().version(), plan, canonical().get());
  }

  @Override
  public void close() {
    open.end();
  }
}
