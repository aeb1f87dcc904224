package org.ontodraft.model.rebase;

import java.util.ArrayList;
import java.util.List;
import org.ontodraft.model.merge.Choice;
import org.ontodraft.model.merge.Conflict;
import org.ontodraft.model.merge.EntityChoices;
import org.ontodraft.model.merge.EntityMerge;
import org.ontodraft.model.merge.FieldChoices;
import org.ontodraft.model.merge.FieldDecision;
import org.ontodraft.model.merge.Offer;
import org.ontodraft.model.merge.Place;
import org.ontodraft.model.merge.Resolution;

/**
 * One choice for many conflicts.
 *
 * @param resolutions a decision for each conflict in the scope that the choice can settle
 * @param left the conflicts in the scope that it cannot settle
 */
public record BulkResolution(List<Resolution> resolutions, List<Conflict> left) {
  public BulkResolution {
    resolutions = List.copyOf(resolutions);
    left = List.copyOf(left);
  }

  /** The decisions that this choice makes of a plan's conflicts in a scope. */
  public static BulkResolution of(RebasePlan plan, Scope scope, Choice choice) {
    List<Resolution> resolutions = new ArrayList<>();
    List<Conflict> left = new ArrayList<>();
    for (EntityMerge merge : plan.merges()) {
      for (Conflict conflict : merge.conflicts()) {
        if (scope.contains(conflict)) {
          Place place = conflict.place();
          if (settles(choice, conflict)) {
            resolutions.add(new Resolution(place, merge.sides().inputs(place.field()), choice));
          } else {
            left.add(conflict);
          }
        }
      }
    }
    plan.semanticConflicts().stream()
        .map(Conflict.Semantic::new)
        .filter(scope::contains)
        .forEach(left::add);
    return new BulkResolution(resolutions, left);
  }

  private static boolean settles(Choice choice, Conflict conflict) {
    return switch (conflict) {
      case Conflict.Field(var key, FieldDecision decision) -> settles(choice, decision);
      case Conflict.TypeChange(var key, FieldDecision decision) -> settles(choice, decision);
      case Conflict.Entity(EntityMerge merge) ->
          EntityChoices.offer(merge, choice) instanceof Offer.Available<?>;
      case Conflict.Semantic _ -> false;
    };
  }

  private static boolean settles(Choice choice, FieldDecision decision) {
    return FieldChoices.offer(decision, choice) instanceof Offer.Available<?>;
  }
}
