package org.ontodraft.app.ui.diff;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.ontodraft.app.service.review.AffectedEntity;
import org.ontodraft.app.service.review.EntityReview;
import org.ontodraft.model.diff.FieldChange.Detail;
import org.ontodraft.model.diff.TextDiff;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityStatus;

/**
 * What a person chose to see.
 *
 * @param filter part of a label or key; empty for all
 * @param statuses the statuses to show; none for all
 * @param toReview whether what is reviewed is left out
 * @param changedOnly whether unchanged fields fold into one row
 * @param byCharacter whether texts are compared by character rather than by word
 * @param folds what is open and what is not
 */
public record ReviewChoices(
    ReviewMode mode,
    String filter,
    Set<EntityStatus> statuses,
    boolean toReview,
    boolean changedOnly,
    boolean byCharacter,
    Folds folds) {
  public ReviewChoices {
    statuses = Set.copyOf(statuses);
  }

  /**
   * What is open and what is not. Fields are {@code type:key/field}.
   *
   * @param closed entities of which only the head is shown
   * @param unfolded entities whose unchanged fields are shown all the same
   * @param unfoldedFields fields whose every line or item is shown
   * @param explained fields that say why they matter
   * @param split renames that are shown as a deletion and a creation
   */
  public record Folds(
      Set<EntityKey> closed,
      Set<EntityKey> unfolded,
      Set<String> unfoldedFields,
      Set<String> explained,
      Set<EntityKey> split) {
    public Folds {
      closed = Set.copyOf(closed);
      unfolded = Set.copyOf(unfolded);
      unfoldedFields = Set.copyOf(unfoldedFields);
      explained = Set.copyOf(explained);
      split = Set.copyOf(split);
    }
  }

  /** All of it, unchanged fields folded. */
  public static ReviewChoices initial() {
    return new ReviewChoices(
        ReviewMode.SPLIT,
        "",
        Set.of(),
        false,
        true,
        false,
        new Folds(Set.of(), Set.of(), Set.of(), Set.of(), Set.of()));
  }

  /** Another way to show changes. */
  public ReviewChoices with(ReviewMode other) {
    return new ReviewChoices(other, filter, statuses, toReview, changedOnly, byCharacter, folds);
  }

  /** Another filter text. */
  public ReviewChoices withFilter(String text) {
    return new ReviewChoices(mode, text, statuses, toReview, changedOnly, byCharacter, folds);
  }

  /** Other statuses. */
  public ReviewChoices withStatuses(Set<EntityStatus> shown) {
    return new ReviewChoices(mode, filter, shown, toReview, changedOnly, byCharacter, folds);
  }

  /** With what is reviewed left out, or all shown. */
  public ReviewChoices withToReview(boolean only) {
    return new ReviewChoices(mode, filter, statuses, only, changedOnly, byCharacter, folds);
  }

  /** With unchanged fields folded or all shown. */
  public ReviewChoices withChangedOnly(boolean folded) {
    return new ReviewChoices(mode, filter, statuses, toReview, folded, byCharacter, folds);
  }

  /** With texts compared by character or by word. */
  public ReviewChoices withByCharacter(boolean characters) {
    return new ReviewChoices(mode, filter, statuses, toReview, changedOnly, characters, folds);
  }

  private ReviewChoices with(Folds other) {
    return new ReviewChoices(mode, filter, statuses, toReview, changedOnly, byCharacter, other);
  }

  /** With an entity closed if it was open, and the other way round. */
  public ReviewChoices toggleClosed(EntityKey key) {
    return with(
        new Folds(
            toggled(folds.closed, key),
            folds.unfolded,
            folds.unfoldedFields,
            folds.explained,
            folds.split));
  }

  /** With an entity's unchanged fields shown if they were folded, and the other way round. */
  public ReviewChoices toggleUnfolded(EntityKey key) {
    return with(
        new Folds(
            folds.closed,
            toggled(folds.unfolded, key),
            folds.unfoldedFields,
            folds.explained,
            folds.split));
  }

  /** With all lines of a field shown. */
  public ReviewChoices unfoldField(EntityKey key, String field) {
    Set<String> more = new HashSet<>(folds.unfoldedFields);
    more.add(fieldId(key, field));
    return with(new Folds(folds.closed, folds.unfolded, more, folds.explained, folds.split));
  }

  /** With a field saying why it matters if it did not, and the other way round. */
  public ReviewChoices toggleExplained(EntityKey key, String field) {
    return with(
        new Folds(
            folds.closed,
            folds.unfolded,
            folds.unfoldedFields,
            toggled(folds.explained, fieldId(key, field)),
            folds.split));
  }

  /** With a rename shown as a deletion and a creation if it was one, and the other way round. */
  public ReviewChoices toggleSplit(EntityKey key) {
    return with(
        new Folds(
            folds.closed,
            folds.unfolded,
            folds.unfoldedFields,
            folds.explained,
            toggled(folds.split, key)));
  }

  /** Whether all lines of a field are shown. */
  boolean unfolded(EntityKey key, String field) {
    return folds.unfoldedFields.contains(fieldId(key, field));
  }

  /** Whether a field says why it matters; with an empty one, the entity as a whole. */
  boolean explained(EntityKey key, String field) {
    return folds.explained.contains(fieldId(key, field));
  }

  /** Whether the filter and the statuses let an entity through. */
  boolean shows(EntityReview review) {
    return shows(review.status()) && matches(review.label(), review.key());
  }

  /** Whether the filter and the statuses let an affected entity through. */
  boolean shows(AffectedEntity affected) {
    return shows(EntityStatus.AFFECTED) && matches(affected.label(), affected.key());
  }

  private boolean shows(EntityStatus status) {
    return statuses.isEmpty() || statuses.contains(status);
  }

  private boolean matches(String label, EntityKey key) {
    String sought = filter.strip().toLowerCase(Locale.ROOT);
    return sought.isEmpty()
        || label.toLowerCase(Locale.ROOT).contains(sought)
        || key.toString().toLowerCase(Locale.ROOT).contains(sought);
  }

  /** What changed between two texts, as it is to be seen. */
  Detail.Words compare(String before, String after) {
    return byCharacter ? TextDiff.characters(before, after) : TextDiff.words(before, after);
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
