package org.ontodraft.model.rebase;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.ontodraft.model.draft.DraftChange;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.merge.Conflict;
import org.ontodraft.model.merge.EntityMerge;
import org.ontodraft.model.merge.Place;
import org.ontodraft.model.merge.RefusedResolution;
import org.ontodraft.model.merge.Resolution;
import org.ontodraft.model.ontology.OntologyVersion;
import org.ontodraft.model.validation.Finding;

/**
 * What a draft would be on another version. Nothing is changed by making it.
 *
 * @param onto the version it would be based on
 * @param merges one for each entity the draft changes or that follows a rename, sorted by key, and
 *     two for a renamed one: about its key and about what it holds
 * @param changes the changes the draft would have there; conflicts keep the draft's value
 * @param semanticConflicts errors of the merged whole that the draft alone did not have
 * @param notices warnings and notes of the merged whole that the draft alone did not have
 * @param baseProblems what is wrong with the files the changes were made on
 * @param resolutions the curator's decisions that were used
 * @param refused those that were not
 */
public record RebasePlan(
    OntologyVersion onto,
    List<EntityMerge> merges,
    List<DraftChange> changes,
    List<Finding> semanticConflicts,
    List<Finding> notices,
    List<BaseProblem> baseProblems,
    List<Resolution> resolutions,
    List<RefusedResolution> refused) {
  public RebasePlan {
    merges = List.copyOf(merges);
    changes = List.copyOf(changes);
    semanticConflicts = List.copyOf(semanticConflicts);
    notices = List.copyOf(notices);
    baseProblems = List.copyOf(baseProblems);
    resolutions = List.copyOf(resolutions);
    refused = List.copyOf(refused);
  }

  /** A plan that asks nothing. */
  public static RebasePlan of(
      OntologyVersion onto, List<EntityMerge> merges, List<DraftChange> changes) {
    return new RebasePlan(
        onto, merges, changes, List.of(), List.of(), List.of(), List.of(), List.of());
  }

  /** Whether the plan can be applied without a decision of the curator. */
  public boolean clean() {
    return semanticConflicts.isEmpty() && merges.stream().noneMatch(EntityMerge::hasConflict);
  }

  /** What the curator has to decide: entities and fields first, then broken rules. */
  public List<Conflict> conflicts() {
    List<Conflict> conflicts = new ArrayList<>();
    merges.forEach(merge -> conflicts.addAll(merge.conflicts()));
    semanticConflicts.forEach(finding -> conflicts.add(new Conflict.Semantic(finding)));
    return conflicts;
  }

  /**
   * What the curator has to decide, as an overlay shows it: the fields in conflict by entity, none
   * for an entity as a whole. An entity with a semantic conflict is here when the draft changes it.
   */
  public Map<EntityKey, Set<String>> conflictedFields() {
    Map<EntityKey, Set<String>> fields = new HashMap<>();
    for (EntityMerge merge : merges) {
      if (merge.hasConflict()) {
        Set<String> here = fields.computeIfAbsent(merge.place("").key(), key -> new HashSet<>());
        merge.decisions().stream()
            .filter(decision -> decision.isConflict())
            .forEach(decision -> here.add(decision.field().name()));
      }
    }
    Set<EntityKey> changed = changes.stream().map(DraftChange::key).collect(Collectors.toSet());
    for (Finding finding : semanticConflicts) {
      if (changed.contains(finding.key())) {
        Set<String> all = fields.computeIfAbsent(finding.key(), key -> new HashSet<>());
        Place place = new Conflict.Semantic(finding).place();
        if (!place.isEntity()) {
          all.add(place.field());
        }
      }
    }
    return fields;
  }

  /** The entities with something to decide. */
  public List<EntityMerge> conflicted() {
    return merges.stream().filter(EntityMerge::hasConflict).toList();
  }
}
