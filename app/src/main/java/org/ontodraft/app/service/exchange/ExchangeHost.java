package org.ontodraft.app.service.exchange;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.model.draft.Draft;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.ontology.OntologyVersion;

/** What an exchange asks of the workspace it belongs to. */
public interface ExchangeHost {
  /** The newest version. */
  Ontology canonical();

  /** The snapshot of a version, if the repository holds it. */
  Optional<Ontology> at(OntologyVersion version);

  /** The commits without parents that the newest version goes back to, sorted. */
  List<String> rootCommits();

  /** All drafts. */
  List<Draft> drafts();

  /** Opens a draft that came into the store, with its base kept. */
  DraftSession opened(UUID draft);
}
