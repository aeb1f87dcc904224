package org.ontodraft.model.rebase;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.ontodraft.model.draft.DraftChange;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.merge.EntityMerge;
import org.ontodraft.model.merge.FieldDecision;
import org.ontodraft.model.ontology.OntologyVersion;
import org.ontodraft.model.patch.JsonPointer;
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

  /**
   * What the curator has to decide, as an overlay shows it: the fields in conflict by entity, none
   * for an entity as a whole. An entity with a semantic conflict is here when the draft changes it.
   */
  public Map<EntityKey, Set<String>> conflictedFields() {
    Map<EntityKey, Set<String>> fields = new HashMap<>();
    for (EntityMerge merge : merges) {
      if (merge.hasConflict()) {
        fields.put(
            merge.key(),
            merge.decisions().stream()
                .filter(decision -> decision.reason() == FieldDecision.Reason.CONFLICT)
                .map(decision -> decision.field().name())
                .collect(Collectors.toSet()));
      }
    }
    Set<EntityKey> changed = changes.stream().map(DraftChange::key).collect(Collectors.toSet());
    for (Finding finding : semanticConflicts) {
      if (changed.contains(finding.key())) {
        Set<String> all = fields.computeIfAbsent(finding.key(), key -> new HashSet<>());
        JsonPointer.parse(finding.pointer()).tokens().stream().limit(1).forEach(all::add);
      }
    }
    return fields;
  }

  /** The entities with something to decide. */
  public List<EntityMerge> conflicts() {
    return merges.stream().filter(EntityMerge::hasConflict).toList();
  }
}
