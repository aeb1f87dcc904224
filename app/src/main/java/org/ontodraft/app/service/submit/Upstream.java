package org.ontodraft.app.service.submit;

import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.task.Progress;
import org.ontodraft.model.draft.Draft;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.ontology.OntologyVersion;
import org.ontodraft.model.rebase.RebasePlan;
import org.ontodraft.model.schema.RepositorySchemas;

/** What a submit asks of the workspace about the repository upstream. Blocking. */
public interface Upstream {
  /** Fetches and answers the newest version. */
  Outcome<OntologyVersion> fetch(Progress progress);

  /** What the draft would be on the newest version that was fetched. */
  RebasePlan plan(DraftSession session);

  /** The repository's schemas at a version. */
  RepositorySchemas schemas(OntologyVersion version);

  /** Whether the repository has the version, so that commits can be made on it. */
  boolean holds(OntologyVersion version);

  /** What a draft makes of its base, open or not. */
  DraftOverlay overlay(Draft draft);

  /** The status of drafts is another now. */
  void statusChanged();
}
