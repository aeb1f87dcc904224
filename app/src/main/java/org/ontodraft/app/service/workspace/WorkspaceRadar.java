package org.ontodraft.app.service.workspace;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.service.radar.ConflictRadar;
import org.ontodraft.app.service.radar.Encounter;
import org.ontodraft.app.service.radar.OtherDrafts;
import org.ontodraft.app.service.radar.PullRequestTouches;
import org.ontodraft.app.service.submit.OpenPullRequests;
import org.ontodraft.app.state.Observed;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.model.draft.Draft;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.draft.DraftStore;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.ontology.Ontology;

/** Who else changes what the open draft changes: other drafts here, and open pull requests. */
final class WorkspaceRadar implements AutoCloseable {
  private final PullRequestTouches touches;
  private final ConflictRadar radar;

  private WorkspaceRadar(PullRequestTouches touches, ConflictRadar radar) {
    this.touches = touches;
    this.radar = radar;
  }

  /**
   * Begins to look.
   *
   * @param versions the ontology at a commit, if the repository here has it
   */
  static WorkspaceRadar start(
      String workspaceId,
      Observed<List<Draft>> drafts,
      Observed<Optional<DraftSession>> open,
      Observed<DraftOverlay> effective,
      DraftStore stored,
      DraftExaminations examinations,
      OpenPullRequests pullRequests,
      Function<String, Optional<Ontology>> versions,
      TaskRunner tasks) {
    PullRequestTouches touches =
        new PullRequestTouches(
            pullRequests,
            drafts::get,
            commit -> examinations.whileOpen(() -> versions.apply(commit)));
    ConflictRadar radar =
        new ConflictRadar(
            workspaceId,
            () -> open.get().map(session -> session.draft().get()),
            effective,
            List.of(
                new OtherDrafts(
                    drafts::get, id -> examinations.whileOpen(() -> stored.changes(id))),
                touches),
            tasks);
    radar.start(drafts, touches.open());
    return new WorkspaceRadar(touches, radar);
  }

  /** By entity, what others change of what the draft changes. */
  Observed<Map<EntityKey, List<Encounter>>> encounters() {
    return radar.encounters();
  }

  /** Asks the forge for its open pull requests. */
  void ask() {
    touches.ask();
  }

  /**
   * Asks the forge as well once upstream was asked, unless it could not be.
   *
   * @return what came of asking upstream
   */
  Outcome<SyncState> askAfter(Outcome<SyncState> brought) {
    if (brought instanceof Outcome.Done<SyncState>) {
      ask();
    }
    return brought;
  }

  @Override
  public void close() {
    radar.close();
  }
}
