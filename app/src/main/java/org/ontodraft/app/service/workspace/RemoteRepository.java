package org.ontodraft.app.service.workspace;

import java.util.List;
import java.util.UUID;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.task.Progress;
import org.ontodraft.model.ontology.OntologyHistory;
import org.ontodraft.model.ontology.OntologyVersion;

/** What the workspace needs of the repository besides reading it. */
interface RemoteRepository {
  /** Fetches the default branch. */
  Outcome<OntologyVersion> fetch(Progress progress);

  /** Keeps a draft's base from being collected. */
  void pin(UUID draft, String commit);

  /** Lets go of a draft's base. */
  void unpin(UUID draft);

  /** The commits without parents that the head goes back to, sorted. */
  List<String> rootCommits();

  /** The first commit of the history. */
  String rootCommit();

  /** The commits the repository holds. */
  OntologyHistory history();

  /** Lets go of the repository's files. */
  void close();
}
