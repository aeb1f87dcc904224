package org.ontodraft.model.rebase;

import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.schema.RepositorySchemas;

/** Moves a whole draft to a newer version. A pure function. */
public final class Rebase {
  private Rebase() {}

  /** The plan for putting this draft on that version; may read documents from disk. */
  public static RebasePlan analyze(
      DraftOverlay draft, Ontology canonical, RepositorySchemas schemas) {
    throw new UnsupportedOperationException(draft.toString());
  }
}
