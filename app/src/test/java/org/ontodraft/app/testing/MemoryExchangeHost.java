package org.ontodraft.app.testing;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.service.exchange.ExchangeHost;
import org.ontodraft.model.draft.Draft;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.ontology.OntologyVersion;
import org.ontodraft.model.testing.InMemoryRepository;

/** What the exchange of drafts needs to know of a workspace in memory. */
record MemoryExchangeHost(
    Supplier<Ontology> newest,
    InMemoryRepository repository,
    MemoryDrafts store,
    Function<UUID, DraftSession> opening)
    implements ExchangeHost {
  @Override
  public Ontology canonical() {
    return newest.get();
  }

  @Override
  public Optional<Ontology> at(OntologyVersion version) {
    return repository.version(version.commit()).map(repository::ontology);
  }

  @Override
  public List<String> rootCommits() {
    return List.of("1".repeat(40));
  }

  @Override
  public List<Draft> drafts() {
    return store.list();
  }

  @Override
  public DraftSession opened(UUID id) {
    return opening.apply(id);
  }
}
