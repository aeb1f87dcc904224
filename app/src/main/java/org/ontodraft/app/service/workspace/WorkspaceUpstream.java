package org.ontodraft.app.service.workspace;

import java.util.Optional;
import java.util.function.Function;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.service.store.StoreHealth;
import org.ontodraft.app.task.Progress;
import org.ontodraft.model.draft.Draft;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.draft.DraftStore;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.ontology.OntologySource;
import org.ontodraft.model.ontology.OntologyVersion;
import org.ontodraft.model.rebase.RebasePlan;
import org.ontodraft.model.schema.RepositorySchemas;

/** What sending and tracking may ask of a workspace. */
record WorkspaceUpstream(
    Workspace workspace,
    Function<Progress, Outcome<SyncState>> bringUp,
    OntologySource source,
    CanonicalSync canonicalSync,
    ShownModel shown,
    DraftStore drafts,
    Runnable onStatusChange)
    implements SendingHost {
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
    return switch (bringUp.apply(progress)) {
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

  @Override
  public DraftOverlay overlay(Draft draft) {
    Optional<DraftSession> open =
        workspace.draft().get().filter(session -> session.id().equals(draft.id()));
    return open.isPresent()
        ? open.get().effective().get()
        : DraftOverlay.of(
            canonicalSync.at(workspace.canonical().get(), draft.base()),
            drafts.changes(draft.id()));
  }

  @Override
  public Ontology upstream(String commit) {
    return version(commit).orElseGet(() -> workspace.canonical().get());
  }

  @Override
  public Optional<Ontology> version(String commit) {
    return source.version(commit).map(at -> canonicalSync.at(workspace.canonical().get(), at));
  }

  @Override
  public void statusChanged() {
    onStatusChange.run();
  }
}
