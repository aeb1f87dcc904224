package org.ontodraft.app.service.workspace;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.service.exchange.DraftExchange;
import org.ontodraft.app.service.history.EntityHistory;
import org.ontodraft.app.service.media.MediaImages;
import org.ontodraft.app.service.radar.Encounter;
import org.ontodraft.app.service.review.Comparisons;
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
 * An open ontology repository: the canonical snapshot, its drafts, and the effective ontology every
 * view reads. The observed values may change on any thread. Methods that are not accessors block:
 * not for the FX thread.
 */
public interface Workspace extends AutoCloseable {
  /** Which workspace it is. */
  WorkspaceInfo info();

  /**
   * Writes a backup of the store to a file, to be restored by {@code ontodraft store restore}. Work
   * goes on meanwhile. Refused where the ontology is kept on a server, whose backups are its own.
   */
  Outcome<Path> backUp(Path file);

  /** Takes drafts along when the ontology is to be kept elsewhere. */
  StoreSwitch storeSwitch();

  /** The newest version that was fetched. */
  Observed<Ontology> canonical();

  /** What every view shows: the open draft on its base, or canonical. */
  Observed<DraftOverlay> effective();

  /** The open draft. */
  Observed<Optional<DraftSession>> draft();

  /** All drafts, the one changed last first. */
  Observed<List<Draft>> drafts();

  /** What can be done with drafts as wholes. */
  DraftShelf shelf();

  /** How drafts stand to the newest version, by id; follows each sync in the background. */
  Observed<Map<UUID, RebaseStanding>> standings();

  /** What is wrong because of the open draft; follows the edits, newest wins. */
  Observed<List<Finding>> findings();

  /** What is wrong with entities that the open draft changes and was so at its base. */
  Observed<List<Finding>> knownFindings();

  /** Ways out of a finding, the best first; each is an edit that the open draft can make. */
  List<QuickFix> fixes(Finding finding);

  /** What moving the open draft would do; empty while it is on the newest version. */
  Observed<Optional<Forecast>> forecast();

  /** What is known of upstream. */
  Observed<SyncState> sync();

  /** Edits that a crash had kept from the database and that were brought back at opening. */
  List<DraftEdit> recoveredEdits();

  /** What was found and put right when the store was opened. */
  List<StoreFinding> storeNotices();

  /** The repository's schemas at the version that {@link #effective()} is based on. */
  RepositorySchemas schemas();

  /** Sends drafts of this workspace upstream. */
  SubmitService submits();

  /** What waits to be sent until its server can be reached. */
  Outbox outbox();

  /** Follows what was sent. */
  PullRequestTracking tracking();

  /** Writes drafts of this workspace to files and takes them from files. */
  DraftExchange exchange();

  /** Compares any two of the versions and drafts of this workspace. */
  Comparisons comparisons();

  /** Who changed an entity, and when. */
  EntityHistory history();

  /** What reviewers of drafts have looked at. */
  ReviewMarks reviewMarks();

  /**
   * Who else changes what the open draft changes, by entity; follows edits and the other drafts.
   */
  Observed<Map<EntityKey, List<Encounter>>> encounters();

  /** The images of media, and those that drafts add. */
  MediaImages images();

  /** Finds entities of what is shown. */
  SearchService search();

  /** Watches the server that keeps the workspace; empty where everything is on this computer. */
  Optional<StoreWatch> watch();

  /** Who sees the drafts; empty where nobody else can. */
  Optional<DraftSharing> sharing();

  /** Opens a draft that somebody shared. */
  Outcome<DraftSession> openShared(DraftToken token);

  /** Makes a draft on the newest version and opens it. */
  Outcome<DraftSession> startDraft(String title);

  /** Opens a draft in place of the open one. */
  Outcome<DraftSession> openDraft(UUID draft);

  /** Goes back to reading canonical. */
  void closeDraft();

  /** Other title for a draft. */
  Outcome<Draft> renameDraft(UUID draft, String title);

  /** Deletes a draft; {@link DraftShelf#restore} brings it back. */
  Outcome<UUID> deleteDraft(UUID draft);

  /** Fetches upstream and moves canonical on; drafts stay on their bases. */
  Outcome<SyncState> refresh(Progress progress);

  /**
   * Moves to where upstream is after its history was rewritten, as the curator has confirmed.
   *
   * @param rewritten the version that was shown to her; if upstream is elsewhere by now, that waits
   *     for her word again
   */
  Outcome<SyncState> follow(OntologyVersion rewritten, Progress progress);

  /**
   * Keeps decisions about what moving the open draft asks, each in place of an earlier one about
   * the same, and takes others back. The forecast follows; the draft stays as it is.
   */
  Outcome<Forecast> decide(Collection<Resolution> taken, Collection<Place> takenBack);

  /** Ways out of a semantic conflict of the forecast, the best first; each is a decision. */
  List<Resolution> waysOut(Conflict.Semantic conflict);

  /** What choices for a place of the forecast would cost, each beside what is decided already. */
  List<ChoiceCost> costs(Place place, List<Choice> choices);

  /** The open draft as the forecast makes it; empty while there is none. */
  Optional<DraftOverlay> merged();

  /** Moves the open draft to the newest version; refused unless the forecast is clean. */
  Outcome<DraftSession> rebaseDraft();

  @Override
  void close();
}
