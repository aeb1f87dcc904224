package org.ontodraft.app.service.submit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.Refusal;

/**
 * A submit that is made by itself once its server can be reached.
 *
 * @param content what would be sent, as a hash: with anything else the curator is asked again
 * @param stopped why it is not made by itself any more; null while it waits
 */
public record WaitingSubmit(
    String title,
    String body,
    boolean onOldBase,
    Wishes wishes,
    String content,
    Instant since,
    @Nullable Refusal stopped) {
  /** The same, and the curator is asked for this reason. */
  WaitingSubmit stoppedBy(Refusal reason) {
    return new WaitingSubmit(title, body, onOldBase, wishes, content, since, reason);
  }
}
