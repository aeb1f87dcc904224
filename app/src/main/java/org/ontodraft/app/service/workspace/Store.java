package org.ontodraft.app.service.workspace;

import org.ontodraft.model.draft.DraftStore;
import org.ontodraft.model.draft.EditJournal;
import org.ontodraft.model.draft.SubmissionStore;
import org.ontodraft.model.ontology.CanonicalStore;
import org.ontodraft.model.rebase.ResolutionStore;

/** The open store of one workspace. Blocking; not for the FX thread. */
public interface Store extends AutoCloseable {
  /** The canonical ontology. */
  CanonicalStore canonical();

  /** The drafts. */
  DraftStore drafts();

  /** The submissions. */
  SubmissionStore submissions();

  /** What was decided about conflicts. */
  ResolutionStore resolutions();

  /** The edit journal. */
  EditJournal journal();

  /** Writes what is pending and lets go of the files. */
  @Override
  void close();
}
