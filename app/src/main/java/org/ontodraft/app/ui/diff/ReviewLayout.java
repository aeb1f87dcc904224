package org.ontodraft.app.ui.diff;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.review.AffectedEntity;
import org.ontodraft.app.service.review.ChangeAnalysis;
import org.ontodraft.app.service.review.EntityReview;
import org.ontodraft.app.ui.control.ShownRows;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityStatus;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.impact.SemverLevel;

/**
 * Everything the review shows, as rows.
 *
 * @param index the list of changed entities, by type
 * @param rows the changes themselves
 * @param totals what the whole draft changes, whatever is filtered away
 * @param changes how many changes the rows show; the highest {@link ReviewRow#change()}
 */
public record ReviewLayout(List<IndexRow> index, List<ReviewRow> rows, Totals totals, int changes) {
  public ReviewLayout {
    index = List.copyOf(index);
    rows = List.copyOf(rows);
  }

  /**
   * Sums over a draft.
   *
   * @param level what all changes mean; null until that is known
   * @param reviewed how many entities somebody has looked at; null where that is not kept
   */
  public record Totals(
      int entities,
      long fields,
      int addedLines,
      int removedLines,
      Map<EntityStatus, Integer> byStatus,
      @Nullable SemverLevel level,
      @Nullable Integer reviewed) {
    public Totals {
      byStatus = Map.copyOf(byStatus);
    }
  }

  /** Nothing. */
  public static ReviewLayout empty() {
    return new ReviewLayout(List.of(), List.of(), new Totals(0, 0, 0, 0, Map.of(), null, null), 0);
  }

  /** Lays content out. Takes time in the size of what is shown: not for the FX thread. */
  static ReviewLayout of(ReviewContent content, ReviewChoices choices) {
    ChangeAnalysis analysis = content.analysis();
    List<AffectedEntity> affected = analysis == null ? List.of() : analysis.affected();
    List<EntityReview> shown =
        content.reviews().stream()
            .flatMap(review -> parts(review, choices))
            .filter(choices::shows)
            .filter(review -> !choices.toReview() || !content.isReviewed(review.key()))
            .toList();
    List<AffectedEntity> shownAffected =
        choices.toReview() || !choices.mode().byField()
            ? List.of()
            : affected.stream().filter(choices::shows).toList();
    EntityRows rows = rows(content, choices, shown, shownAffected);
    return new ReviewLayout(
        index(content, shown, shownAffected), rows.rows(), totals(content), rows.changes());
  }

  /** The same, with rows of one before in their place where they are equal. Any thread. */
  ReviewLayout keeping(ReviewLayout before) {
    return new ReviewLayout(
        ShownRows.keeping(before.index(), index),
        ShownRows.keeping(before.rows(), rows),
        totals,
        changes);
  }

  private static Stream<EntityReview> parts(EntityReview review, ReviewChoices choices) {
    EntityReview.Renaming renaming = review.renaming();
    return renaming != null && choices.folds().split().contains(review.key())
        ? Stream.of(renaming.deleted(), renaming.created())
        : Stream.of(review);
  }

  private static EntityRows rows(
      ReviewContent content,
      ReviewChoices choices,
      List<EntityReview> shown,
      List<AffectedEntity> affected) {
    EntityRows rows = new EntityRows(content, choices);
    TreeMap<EntityKey, Runnable> inOrder = new TreeMap<>();
    shown.forEach(review -> inOrder.put(review.key(), () -> rows.add(review)));
    ChangeAnalysis analysis = content.analysis();
    if (analysis != null) {
      affected.forEach(
          entity -> inOrder.putIfAbsent(entity.key(), () -> rows.add(entity, analysis)));
    }
    inOrder.values().forEach(Runnable::run);
    if (analysis != null && !affected.isEmpty()) {
      int unlisted = analysis.affectedCount() - analysis.affected().size();
      if (unlisted > 0) {
        rows.addUnlisted(affected.getLast().key(), unlisted);
      }
    }
    return rows;
  }

  private static List<IndexRow> index(
      ReviewContent content, List<EntityReview> shown, List<AffectedEntity> affected) {
    Map<EntityType, Integer> changed = new EnumMap<>(EntityType.class);
    content.reviews().forEach(review -> changed.merge(review.key().type(), 1, Integer::sum));
    TreeMap<EntityKey, IndexRow> entries = new TreeMap<>();
    shown.forEach(review ->
        entries.put(review.key(), new IndexRow.Changed(review, content.isReviewed(review.key()))));
    affected.forEach(entity -> entries.putIfAbsent(entity.key(), new IndexRow.Affected(entity)));
    List<IndexRow> rows = new ArrayList<>();
    Set<EntityType> named = new HashSet<>();
    entries.forEach((key, row) -> {
      if (named.add(key.type())) {
        rows.add(
            new IndexRow.Group(
                key.type(),
                changed.getOrDefault(key.type(), 0),
                content.totals().getOrDefault(key.type(), 0)));
      }
      rows.add(row);
    });
    return rows;
  }

  private static Totals totals(ReviewContent content) {
    List<EntityReview> reviews = content.reviews();
    Map<EntityStatus, Integer> byStatus = new EnumMap<>(EntityStatus.class);
    reviews.forEach(review -> byStatus.merge(review.status(), 1, Integer::sum));
    ChangeAnalysis analysis = content.analysis();
    if (analysis != null && analysis.affectedCount() > 0) {
      byStatus.put(EntityStatus.AFFECTED, analysis.affectedCount());
    }
    return new Totals(
        reviews.size(),
        reviews.stream().mapToLong(EntityReview::changedFields).sum(),
        reviews.stream().mapToInt(EntityReview::addedLines).sum(),
        reviews.stream().mapToInt(EntityReview::removedLines).sum(),
        byStatus,
        analysis == null ? null : analysis.level(),
        content.reviewed() == null
            ? null
            : Integer.valueOf(
                (int) reviews.stream().filter(review -> content.isReviewed(review.key())).count()));
  }
}
