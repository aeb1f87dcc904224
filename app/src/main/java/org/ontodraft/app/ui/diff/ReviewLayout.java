package org.ontodraft.app.ui.diff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.ontodraft.app.service.review.EntityReview;
import org.ontodraft.model.entity.EntityStatus;
import org.ontodraft.model.entity.EntityType;

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

  /** Sums over a draft. */
  public record Totals(
      int entities,
      long fields,
      int addedLines,
      int removedLines,
      Map<EntityStatus, Integer> byStatus) {
    public Totals {
      byStatus = Map.copyOf(byStatus);
    }
  }

  /** Nothing. */
  public static ReviewLayout empty() {
    return new ReviewLayout(List.of(), List.of(), new Totals(0, 0, 0, 0, Map.of()), 0);
  }

  /**
   * Lays reviews out. Takes time in the size of what is shown: not for the FX thread.
   *
   * @param total how many entities of a type there are
   */
  public static ReviewLayout of(
      List<EntityReview> reviews, ToIntFunction<EntityType> total, ReviewChoices choices) {
    List<EntityReview> shown =
        reviews.stream()
            .filter(choices::shows)
            .sorted(Comparator.comparing(EntityReview::key))
            .toList();
    EntityRows rows = new EntityRows(choices);
    shown.forEach(rows::add);
    return new ReviewLayout(
        index(shown, reviews, total), rows.rows(), totals(reviews), rows.changes());
  }

  private static List<IndexRow> index(
      List<EntityReview> shown, List<EntityReview> all, ToIntFunction<EntityType> total) {
    Map<EntityType, Integer> changed = new EnumMap<>(EntityType.class);
    all.forEach(review -> changed.merge(review.key().type(), 1, Integer::sum));
    Map<EntityType, List<EntityReview>> byType = new EnumMap<>(EntityType.class);
    shown.forEach(
        review -> byType.computeIfAbsent(review.key().type(), t -> new ArrayList<>()).add(review));
    List<IndexRow> rows = new ArrayList<>();
    byType.forEach((type, group) -> {
      rows.add(new IndexRow.Group(type, changed.getOrDefault(type, 0), total.applyAsInt(type)));
      group.forEach(review -> rows.add(new IndexRow.Entry(review)));
    });
    return rows;
  }

  private static Totals totals(List<EntityReview> reviews) {
    Map<EntityStatus, Integer> byStatus = new EnumMap<>(EntityStatus.class);
    reviews.forEach(review -> byStatus.merge(review.status(), 1, Integer::sum));
    return new Totals(
        reviews.size(),
        reviews.stream().mapToLong(EntityReview::changedFields).sum(),
        reviews.stream().mapToInt(EntityReview::addedLines).sum(),
        reviews.stream().mapToInt(EntityReview::removedLines).sum(),
        byStatus);
  }
}
