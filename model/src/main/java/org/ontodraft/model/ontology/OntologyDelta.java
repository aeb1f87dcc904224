package org.ontodraft.model.ontology;

import java.util.List;
import java.util.Set;
import org.ontodraft.model.entity.EntityKey;

/**
 * What turns one version into another.
 *
 * @param version the version that results
 * @param upserts entities that are new or whose file changed
 * @param deletes entities whose file is gone
 * @param touchedPaths every path that changed; problems of these paths are replaced
 * @param problems the problems of the touched paths
 */
public record OntologyDelta(
    OntologyVersion version,
    List<IngestedEntity> upserts,
    List<EntityKey> deletes,
    Set<String> touchedPaths,
    List<SourceProblem> problems) {
  public OntologyDelta {
    upserts = List.copyOf(upserts);
    deletes = List.copyOf(deletes);
    touchedPaths = Set.copyOf(touchedPaths);
    problems = List.copyOf(problems);
  }
}
