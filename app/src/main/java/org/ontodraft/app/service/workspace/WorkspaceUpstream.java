package org.ontodraft.app.service.workspace;

import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.service.store.StoreHealth;
import org.ontodraft.app.service.submit.Upstream;
import org.ontodraft.app.task.Progress;
import org.ontodraft.model.ontology.OntologySource;
import org.ontodraft.model.ontology.OntologyVersion;
import org.ontodraft.model.rebase.RebasePlan;
import org.ontodraft.model.schema.RepositorySchemas;

/** What a submit may ask of a workspace. */
record WorkspaceUpstream(
    Workspace workspace, OntologySource source, CanonicalSync canonicalSync, ShownModel shown)
    implements Upstream {
  @Override
  public Outcome<OntologyVersion> fetch(Progress progress) {
    int waiting = workspace.draft().get().map(open -> open.waiting().get().size()).orElse(0);
    if (waiting > 0) {
      return Outcome.refused("PG-21", waiting);
    }
    if (workspace.watch().isPresent()
        && workspace.watch().get().check() instanceof StoreHealth.Lost lost) {
      return new Outcome.Refused<>(lost.reason());
    }
    return switch (workspace.refresh(progress)) {
      case Outcome.Refused<SyncState> refused -> new Outcome.Refused<>(refused.refusal());
      case Outcome.Done<SyncState> done -> Outcome.done(workspace.canonical().get().version());
    };
  }

  @Override
  public RebasePlan plan(DraftSession session) {
    return shown.plan(session);
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
