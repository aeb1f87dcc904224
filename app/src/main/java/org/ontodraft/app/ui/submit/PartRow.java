package org.ontodraft.app.ui.submit;

import org.ontodraft.model.entity.EntityStatus;
import org.ontodraft.model.part.DraftPart;

/**
 * A line of what can be sent: an entity, or one of its fields below it.
 *
 * @param part what it stands for; of an entity whose fields follow, all of them
 * @param status what the draft does to the entity
 * @param detail what changes, in short; empty when the fields below say it
 * @param note why it is not sent although nobody left it out; else empty
 */
record PartRow(
    DraftPart part,
    boolean head,
    EntityStatus status,
    String name,
    String detail,
    State state,
    String note) {
  /** Whether it is sent. */
  enum State {
    SENT,
    SOME,
    LEFT_OUT,
    HELD_BACK
  }
}
