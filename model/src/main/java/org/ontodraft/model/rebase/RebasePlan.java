package org.ontodraft.model.rebase;

import java.util.List;
import org.ontodraft.model.draft.DraftChange;
import org.ontodraft.model.merge.EntityMerge;
import org.ontodraft.model.ontology.OntologyVersion;
import org.ontodraft.model.validation.Finding;

/**
 * What a draft would be on another version. Nothing is changed by making it.
 *
 * @param onto the version it would be based on
 * @param merges one for each entity the draft changes, sorted by key
 * @param changes the changes the draft would have there; conflicts keep the draft's value
 * @param semanticConflicts findings of the merged whole that the draft alone did not have
 */
public record RebasePlan(
    OntologyVersion onto,
    List<EntityMerge> merges,
    List<DraftChange> changes,
    List<Finding> semanticConflicts) {
  public RebasePlan {
    merges = List.copyOf(merges);
    changes = List.copyOf(changes);
    semanticConflicts = List.copyOf(semanticConflicts);
  }

  /** Whether the plan can be applied without a decision of the curator. */
  public boolean clean() {
    return semanticConflicts.isEmpty() && merges.stream().noneMatch(EntityMerge::hasConflict);
  }

  /** The entities with something to decide. */
  public List<EntityMerge> conflicts() {
    return merges.stream().filter(EntityMerge::hasConflict).toList();
  }
}
