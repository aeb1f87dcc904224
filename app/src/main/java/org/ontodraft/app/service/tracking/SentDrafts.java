package org.ontodraft.app.service.tracking;

import java.util.Optional;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.task.Progress;
import org.ontodraft.model.draft.Draft;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.ontology.OntologyVersion;

/** What tracking asks of the workspace. Blocking. */
public interface SentDrafts {
  /** Fetches upstream. */
  Outcome<OntologyVersion> fetch(Progress progress);

  /** What a draft makes of its base, open or not. */
  DraftOverlay overlay(Draft draft);

  /**
   * Upstream at a commit.
   *
   * @param commit empty for the newest version; so is one that is not here
   */
  Ontology upstream(String commit);

  /** A version by its commit, if the repository on this computer has it. */
  Optional<Ontology> version(String commit);

  /** The status of drafts is another now. */
  void statusChanged();
}
