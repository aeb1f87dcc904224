package org.ontodraft.app.service.workspace;

import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.submit.Upstream;
import org.ontodraft.app.service.tracking.SentDrafts;
import org.ontodraft.app.task.Progress;
import org.ontodraft.model.ontology.OntologyVersion;

/** What sending drafts and following them needs of a workspace. Blocking. */
public interface SendingHost extends Upstream, SentDrafts {
  @Override
  Outcome<OntologyVersion> fetch(Progress progress);
}
