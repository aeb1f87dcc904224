package org.ontodraft.app.service.workspace;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.Refusal;
import org.ontodraft.model.ontology.OntologyVersion;

/**
 * What is known of upstream.
 *
 * @param checkedAt when it was last asked with success; null when never in this session
 * @param failure why the last try failed, or null
 * @param turn how its history went on in the last sync that found something new
 * @param awaiting where it is after its history was rewritten, until the curator follows; null else
 */
public record SyncState(
    @Nullable Instant checkedAt,
    @Nullable Refusal failure,
    HistoryTurn turn,
    @Nullable OntologyVersion awaiting) {
  /** Of an upstream whose history went on as ever. */
  public SyncState(@Nullable Instant checkedAt, @Nullable Refusal failure) {
    this(checkedAt, failure, HistoryTurn.CONTINUED, null);
  }
}
