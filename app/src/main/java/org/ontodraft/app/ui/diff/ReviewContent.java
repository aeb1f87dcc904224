package org.ontodraft.app.ui.diff;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.review.ChangeAnalysis;
import org.ontodraft.app.service.review.EntityReview;
import org.ontodraft.app.service.tracking.PlacedComment;
import org.ontodraft.app.ui.diff.ReviewRow.HeadFacts;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.impact.ChangeImpact;
import org.ontodraft.model.impact.SemverLevel;
import org.ontodraft.model.impact.Witness;

/**
 * All there is to show.
 *
 * @param totals how many entities there are of each type
 * @param analysis what the changes mean; null until that is known
 * @param reviewed the entities somebody has looked at as they are; null where that is not kept
 * @param editable whether changes can go back
 * @param answers whom major changes break, as far as that was asked
 * @param comments what was said about entities, threads together
 */
record ReviewContent(
    List<EntityReview> reviews,
    Map<EntityType, Integer> totals,
    @Nullable ChangeAnalysis analysis,
    @Nullable Set<EntityKey> reviewed,
    boolean editable,
    Map<ChangeImpact, Witness> answers,
    Map<EntityKey, List<PlacedComment>> comments) {
  ReviewContent {
    reviews = List.copyOf(reviews);
    totals = totals.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(totals));
    reviewed = reviewed == null ? null : Set.copyOf(reviewed);
    answers = Map.copyOf(answers);
    comments = Map.copyOf(comments);
  }

  /** What is known of an entity besides its change. */
  HeadFacts facts(EntityReview review) {
    ChangeAnalysis known = analysis;
    Set<EntityKey> ticked = reviewed;
    return new HeadFacts(
        known == null ? SemverLevel.NONE : known.level(review.key()),
        known == null ? 0 : known.affectedBy(review.key()),
        ticked == null ? null : Boolean.valueOf(ticked.contains(review.key())),
        editable,
        review.renaming() != null);
  }

  /** Whether somebody has looked at an entity as it is. */
  boolean isReviewed(EntityKey key) {
    Set<EntityKey> ticked = reviewed;
    return ticked != null && ticked.contains(key);
  }

  /** What the change of a field means, the greatest first. */
  List<ChangeImpact> impacts(EntityKey key, String field) {
    return impacts(key).stream().filter(impact -> impact.field().equals(field)).toList();
  }

  /** What all changes of an entity mean, the greatest first. */
  List<ChangeImpact> impacts(EntityKey key) {
    ChangeAnalysis known = analysis;
    return known == null
        ? List.of()
        : known.impacts(key).stream()
            .filter(impact -> impact.level() != SemverLevel.NONE)
            .sorted(Comparator.comparing(ChangeImpact::level).reversed())
            .toList();
  }
}
