package org.ontodraft.app.service.workspace;

import org.ontodraft.model.ontology.OntologyVersion;
import org.ontodraft.model.rebase.RebasePlan;

/**
 * What moving the open draft to the newest version would do.
 *
 * @param onto the newest version
 * @param upstreamChanges entities that differ between the draft's base and the newest version
 */
public record Forecast(OntologyVersion onto, int upstreamChanges, RebasePlan plan) {}
