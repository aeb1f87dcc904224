package org.ontodraft.app.ui.conflict;

import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.merge.Resolution;

/** What can be done with a row. */
interface PlanActions {
  /** Takes a choice; asks for the value of one that needs it. */
  void take(PlanRow row, Way way);

  /** Takes a decision as it is. */
  void take(Resolution way);

  /** Takes the decision of a row back. */
  void reset(PlanRow row);

  /** Opens the entity. */
  void open(EntityKey key);
}
