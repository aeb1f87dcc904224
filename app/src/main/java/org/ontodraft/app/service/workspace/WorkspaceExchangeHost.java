package org.ontodraft.app.service.workspace;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.service.exchange.ExchangeHost;
import org.ontodraft.app.state.Observed;
import org.ontodraft.model.draft.Draft;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.ontology.OntologySource;
import org.ontodraft.model.ontology.OntologyVersion;

/** What an exchange may ask of a workspace. */
record WorkspaceExchangeHost(
    OntologySource source,
    CanonicalSync canonicalSync,
    Supplier<List<String>> roots,
    Observed<Ontology> newest,
    Observed<List<Draft>> all,
    Function<UUID, DraftSession> opening)
    implements ExchangeHost {
  @Override
  public Ontology canonical() {
    return newest.get();
  }

  @Override
  public Optional<Ontology> at(OntologyVersion version) {
    return source.version(version.commit()).map(known -> canonicalSync.at(newest.get(), known));
  }

  @Override
  public List<String> rootCommits() {
    return roots.get();
  }

  @Override
  public List<Draft> drafts() {
    return all.get();
  }

  @Override
  public DraftSession opened(UUID id) {
    return opening.apply(id);
  }
}
