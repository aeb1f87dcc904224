package org.ontodraft.app.service.workspace;

import org.ontodraft.model.draft.DraftStore;
import org.ontodraft.model.draft.EditJournal;
import org.ontodraft.model.draft.RebaseStandings;
import org.ontodraft.model.draft.SubmissionStore;
import org.ontodraft.model.exchange.DraftTransfer;
import org.ontodraft.model.ontology.CanonicalStore;
import org.ontodraft.model.ontology.EffectiveRows;
import org.ontodraft.model.rebase.ResolutionStore;
import org.ontodraft.model.search.SearchIndex;

/** The open store of one workspace. Blocking; not for the FX thread. */
public interface Store extends AutoCloseable {
  /** The canonical ontology. */
  CanonicalStore canonical();

  /** The drafts. */
  DraftStore drafts();

  /** The submissions. */
  SubmissionStore submissions();

  /** Hands drafts out whole and takes them in. */
  DraftTransfer transfer();

  /** Opens the search index beside the store, or makes one; the caller closes it. */
  SearchIndex openSearchIndex();

  /** What was decided about conflicts. */
  ResolutionStore resolutions();

  /** The effective rows for readers by SQL. */
  EffectiveRows effectiveRows();

  /** How drafts stand. */
  RebaseStandings standings();

  /** The edit journal. */
  EditJournal journal();

  /** Writes what is pending and lets go of the files. */
  @Override
  void close();
}
