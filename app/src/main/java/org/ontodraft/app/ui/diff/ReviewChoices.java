package org.ontodraft.app.ui.diff;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.ontodraft.app.service.review.EntityReview;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityStatus;

/**
 * What a person chose to see.
 *
 * @param filter part of a label or key; empty for all
 * @param statuses the statuses to show; none for all
 * @param changedOnly whether unchanged fields fold into one row
 * @param closed entities of which only the head is shown
 * @param unfolded entities whose unchanged fields are shown all the same
 * @param unfoldedFields fields, as {@code type:key/field}, whose every line is shown
 */
public record ReviewChoices(
    ReviewMode mode,
    String filter,
    Set<EntityStatus> statuses,
    boolean changedOnly,
    Set<EntityKey> closed,
    Set<EntityKey> unfolded,
    Set<String> unfoldedFields) {
  public ReviewChoices {
    statuses = Set.copyOf(statuses);
    closed = Set.copyOf(closed);
    unfolded = Set.copyOf(unfolded);
    unfoldedFields = Set.copyOf(unfoldedFields);
  }

  /** All of the draft, unchanged fields folded. */
  public static ReviewChoices initial() {
    return new ReviewChoices(ReviewMode.SPLIT, "", Set.of(), true, Set.of(), Set.of(), Set.of());
  }

  /** Another way to show changes. */
  public ReviewChoices with(ReviewMode other) {
    return new ReviewChoices(
        other, filter, statuses, changedOnly, closed, unfolded, unfoldedFields);
  }

  /** Another filter text. */
  public ReviewChoices withFilter(String text) {
    return new ReviewChoices(mode, text, statuses, changedOnly, closed, unfolded, unfoldedFields);
  }

  /** Other statuses. */
  public ReviewChoices withStatuses(Set<EntityStatus> shown) {
    return new ReviewChoices(mode, filter, shown, changedOnly, closed, unfolded, unfoldedFields);
  }

  /** With unchanged fields folded or all shown. */
  public ReviewChoices withChangedOnly(boolean folded) {
    return new ReviewChoices(mode, filter, statuses, folded, closed, unfolded, unfoldedFields);
  }

  /** With an entity closed if it was open, and the other way round. */
  public ReviewChoices toggleClosed(EntityKey key) {
    return new ReviewChoices(
        mode, filter, statuses, changedOnly, toggled(closed, key), unfolded, unfoldedFields);
  }

  /** With an entity's unchanged fields shown if they were folded, and the other way round. */
  public ReviewChoices toggleUnfolded(EntityKey key) {
    return new ReviewChoices(
        mode, filter, statuses, changedOnly, closed, toggled(unfolded, key), unfoldedFields);
  }

  /** With all lines of a field shown. */
  public ReviewChoices unfoldField(EntityKey key, String field) {
    Set<String> more = new HashSet<>(unfoldedFields);
    more.add(fieldId(key, field));
    return new ReviewChoices(mode, filter, statuses, changedOnly, closed, unfolded, more);
  }

  /** Whether all lines of a field are shown. */
  boolean unfolded(EntityKey key, String field) {
    return unfoldedFields.contains(fieldId(key, field));
  }

  /** Whether the filter and the statuses let an entity through. */
  boolean shows(EntityReview review) {
    String sought = filter.strip().toLowerCase(Locale.ROOT);
    return (statuses.isEmpty() || statuses.contains(review.status()))
        && (sought.isEmpty()
            || review.label().toLowerCase(Locale.ROOT).contains(sought)
            || review.key().toString().toLowerCase(Locale.ROOT).contains(sought));
  }

  private static String fieldId(EntityKey key, String field) {
    return key + "/" + field;
  }

  private static <T> Set<T> toggled(Set<T> set, T item) {
    Set<T> copy = new HashSet<>(set);
    if (!copy.remove(item)) {
      copy.add(item);
    }
    return copy;
  }
}
