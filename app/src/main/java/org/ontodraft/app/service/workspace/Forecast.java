package org.ontodraft.app.service.workspace;

import org.ontodraft.model.ontology.CommitList;
import org.ontodraft.model.ontology.OntologyVersion;
import org.ontodraft.model.rebase.RebasePlan;

/**
 * What moving the open draft to the newest version would do.
 *
 * @param onto the newest version
 * @param commits what upstream did since the draft's base
 * @param upstreamChanges entities that differ between the draft's base and the newest version
 */
public record Forecast(
    OntologyVersion onto, CommitList commits, int upstreamChanges, RebasePlan plan) {}
