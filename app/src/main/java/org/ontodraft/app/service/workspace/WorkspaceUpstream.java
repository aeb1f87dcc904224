package org.ontodraft.app.service.workspace;

import java.util.Optional;
import java.util.function.Function;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.service.store.StoreHealth;
import org.ontodraft.app.service.store.StoreWatch;
import org.ontodraft.app.state.Observed;
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
    Observed<Optional<DraftSession>> open,
    Observed<Ontology> canonical,
    Optional<StoreWatch> server,
    Function<Progress, Outcome<SyncState>> bringUp,
    OntologySource source,
    CanonicalSync canonicalSync,
    ShownModel shown,
    DraftStore drafts,
    Runnable onStatusChange)
    implements SendingHost {
  @Override
  public Outcome<OntologyVersion> fetch(Progress progress) {
    int waiting = open.get().map(session -> session.waiting().get().size()).orElse(0);
    if (waiting > 0) {
      return Outcome.refused("PG-21", waiting);
    }
    if (server.isPresent() && server.get().check() instanceof StoreHealth.Lost lost) {
      return new Outcome.Refused<>(lost.reason());
    }
    return switch (bringUp.apply(progress)) {
      case Outcome.Refused<SyncState> refused -> new Outcome.Refused<>(refused.refusal());
      case Outcome.Done<SyncState> done -> Outcome.done(canonical.get().version());
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
    Optional<DraftSession> session = open.get().filter(one -> one.id().equals(draft.id()));
    return session.isPresent()
        ? session.get().effective().get()
        : DraftOverlay.of(
            canonicalSync.at(canonical.get(), draft.base()), drafts.changes(draft.id()));
  }

  @Override
  public Ontology upstream(String commit) {
    return version(commit).orElseGet(canonical::get);
  }

  @Override
  public Optional<Ontology> version(String commit) {
    return source.version(commit).map(at -> canonicalSync.at(canonical.get(), at));
  }

  @Override
  public void statusChanged() {
    onStatusChange.run();
  }
}
