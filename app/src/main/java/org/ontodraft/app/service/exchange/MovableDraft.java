package org.ontodraft.app.service.exchange;

import java.util.UUID;
import org.ontodraft.model.draft.DraftStatus;

/**
 * A draft that may be taken along to another store.
 *
 * @param mine whether it is this person's; a draft of somebody else stays where it is
 * @param shared whether others have a token for it, which ends with the move
 */
public record MovableDraft(
    UUID id, String title, DraftStatus status, int changes, boolean mine, boolean shared) {}
