package org.ontodraft.model.ontology;

import java.util.List;

/** The index of the completed version in the store: all that is needed to make a snapshot. */
public record StoredOntology(
    OntologyVersion version,
    List<EntitySummary> entities,
    List<EntityReference> references,
    List<SourceProblem> problems) {
  public StoredOntology {
    entities = List.copyOf(entities);
    references = List.copyOf(references);
    problems = List.copyOf(problems);
  }
}
