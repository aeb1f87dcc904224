package org.ontodraft.model.ontology;

import java.util.List;

/**
 * The index of a version in the store: all that is needed to make a snapshot.
 *
 * @param pending whether the entities themselves are still to be stored, by {@link
 *     CanonicalStore#importAll}
 */
public record StoredOntology(
    OntologyVersion version,
    List<EntitySummary> entities,
    List<EntityReference> references,
    List<SourceProblem> problems,
    boolean pending) {
  public StoredOntology {
    entities = List.copyOf(entities);
    references = List.copyOf(references);
    problems = List.copyOf(problems);
  }
}
