package org.ontodraft.model.graph;

import java.util.Optional;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityStatus;
import org.ontodraft.model.validation.Severity;

/**
 * An entity in a graph.
 *
 * @param missing whether it is named and nobody has made it
 * @param finding the worst that a rule says of it
 * @param hidden how many entities it is linked with, by the kinds of the question, that are not in
 *     the graph
 */
public record GraphNode(
    EntityKey key,
    String label,
    EntityStatus status,
    boolean missing,
    Optional<Severity> finding,
    int hidden) {}
