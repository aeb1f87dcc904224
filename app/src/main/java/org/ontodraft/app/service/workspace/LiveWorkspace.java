package org.ontodraft.app.service.workspace;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.service.exchange.DraftExchange;
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
import org.ontodraft.app.state.Observed;
import org.ontodraft.app.task.Progress;
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
import org.ontodraft.model.ontology.OntologyVersion;
import org.ontodraft.model.rebase.ChoiceCost;
import org.ontodraft.model.schema.RepositorySchemas;
import org.ontodraft.model.validation.Finding;
import org.ontodraft.model.validation.QuickFix;

/**
 * The workspace over a store and a repository: each question goes to the part that answers it, and
 * use cases run one after another.
 */
final class LiveWorkspace implements Workspace {
  private final WorkspaceParts parts;

  /** Over these parts, which it closes when it is closed. */
  LiveWorkspace(WorkspaceParts parts) {
    this.parts = parts;
  }

  @Override
  public Comparisons comparisons() {
    return new RepositoryComparisons(
        canonical(),
        version -> parts.canonicalSync().at(canonical().get(), version),
        parts.store().drafts(),
        parts.drafts().list(),
        parts.draft(),
        parts.remote().history());
  }

  @Override
  public EntityHistory history() {
    return new GitEntityHistory(parts.source(), parts.remote().history());
  }

  @Override
  public MediaImages images() {
    return new MediaImages(parts.store().images(), parts.source());
  }

  @Override
  public ReviewMarks reviewMarks() {
    return parts.store().reviewMarks();
  }

  @Override
  public Optional<StoreWatch> watch() {
    return parts.watches().server();
  }

  @Override
  public Optional<DraftSharing> sharing() {
    return parts.store().sharing();
  }

  @Override
  public Outcome<Path> backUp(Path file) {
    return parts.store().backUp(file);
  }

  @Override
  public StoreSwitch storeSwitch() {
    return parts.storeSwitch();
  }

  @Override
  public WorkspaceInfo info() {
    return parts.info();
  }

  @Override
  public Observed<Ontology> canonical() {
    return parts.upstream().ontology();
  }

  @Override
  public Observed<DraftOverlay> effective() {
    return parts.shown().effective();
  }

  @Override
  public Observed<Optional<DraftSession>> draft() {
    return parts.draft();
  }

  @Override
  public Observed<List<Draft>> drafts() {
    return parts.drafts().list();
  }

  @Override
  public DraftShelf shelf() {
    return parts.shelf();
  }

  @Override
  public Observed<Map<UUID, RebaseStanding>> standings() {
    return parts.examinations().standings();
  }

  @Override
  public Observed<List<Finding>> findings() {
    return parts.shown().findings();
  }

  @Override
  public Observed<List<Finding>> knownFindings() {
    return parts.shown().knownFindings();
  }

  @Override
  public List<QuickFix> fixes(Finding finding) {
    return parts.shown().fixes(finding);
  }

  @Override
  public Observed<Optional<Forecast>> forecast() {
    return parts.shown().forecast();
  }

  @Override
  public Observed<SyncState> sync() {
    return parts.upstream().sync();
  }

  @Override
  public List<DraftEdit> recoveredEdits() {
    return parts.drafts().recovered();
  }

  @Override
  public List<StoreFinding> storeNotices() {
    List<StoreFinding> all = new ArrayList<>(parts.store().notices());
    all.addAll(parts.sending().notices());
    return List.copyOf(all);
  }

  @Override
  public RepositorySchemas schemas() {
    return parts.shown().schemas();
  }

  @Override
  public SubmitService submits() {
    return parts.sending().submits();
  }

  @Override
  public Outbox outbox() {
    return parts.sending().outbox();
  }

  @Override
  public PullRequestTracking tracking() {
    return parts.sending().tracking();
  }

  @Override
  public Observed<Map<EntityKey, List<Encounter>>> encounters() {
    return parts.radar().encounters();
  }

  @Override
  public SearchService search() {
    return parts.search();
  }

  @Override
  public DraftExchange exchange() {
    return parts.exchange();
  }

  @Override
  public Outcome<DraftSession> startDraft(String title) {
    return parts.open().start(title);
  }

  @Override
  public Outcome<DraftSession> openDraft(UUID id) {
    return parts.open().open(id);
  }

  @Override
  public Outcome<DraftSession> openShared(DraftToken token) {
    return parts.open().openShared(token);
  }

  @Override
  public void closeDraft() {
    parts.open().close();
  }

  @Override
  public Outcome<Draft> renameDraft(UUID id, String title) {
    return parts.open().rename(id, title);
  }

  @Override
  public Outcome<UUID> deleteDraft(UUID id) {
    return parts.open().delete(id);
  }

  @Override
  public Outcome<Forecast> decide(Collection<Resolution> taken, Collection<Place> takenBack) {
    return parts.open().decide(taken, takenBack);
  }

  @Override
  public Outcome<DraftSession> rebaseDraft() {
    return parts.open().rebase();
  }

  @Override
  public List<Resolution> waysOut(Conflict.Semantic conflict) {
    return parts.shown().waysOut(conflict);
  }

  @Override
  public List<ChoiceCost> costs(Place place, List<Choice> choices) {
    return parts.shown().costs(place, choices);
  }

  @Override
  public Optional<DraftOverlay> merged() {
    return parts.shown().merged();
  }

  @Override
  public Outcome<SyncState> refresh(Progress progress) {
    return parts.radar().askAfter(parts.moves().bringUp(progress));
  }

  @Override
  public Outcome<SyncState> follow(OntologyVersion rewritten, Progress progress) {
    return parts.moves().follow(rewritten, progress);
  }

  @Override
  public void close() {
    parts.close();
  }
}
