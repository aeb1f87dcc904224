package org.ontodraft.app.service.radar;

import org.ontodraft.model.overlap.Overlap;

/** Somebody who changes the same as the open draft. */
public record Encounter(Toucher by, Overlap overlap) {}
