package org.ontodraft.model.draft;

import java.time.Instant;

/** A draft that was deleted and can still be brought back. */
public record DeletedDraft(Draft draft, Instant deletedAt) {}
