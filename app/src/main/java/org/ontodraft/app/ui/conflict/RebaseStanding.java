package org.ontodraft.app.ui.conflict;

import org.ontodraft.app.service.workspace.Forecast;
import org.ontodraft.model.ontology.OntologyVersion;

/** How the open draft stands to the newest version. */
sealed interface RebaseStanding {
  /** It is being worked out. */
  record Looking() implements RebaseStanding {}

  /** There is none. */
  record NoDraft() implements RebaseStanding {}

  /** The draft is on the newest version. */
  record UpToDate(OntologyVersion base, String draftTitle) implements RebaseStanding {}

  /** Upstream moved on. */
  record Moved(OntologyVersion base, String draftTitle, Forecast forecast, PlanLayout plan)
      implements RebaseStanding {}
}
