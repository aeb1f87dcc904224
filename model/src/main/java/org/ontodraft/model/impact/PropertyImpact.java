package org.ontodraft.model.impact;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.diff.FieldChange;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.validation.PropertyConstraints;

/** The rows {@code PR}: what a property asks of its values, before and after. */
final class PropertyImpact {
  private final PropertyConstraints was;
  private final PropertyConstraints is;
  private final EntityDocument before;
  private final EntityDocument after;

  PropertyImpact(EntityDocument before, EntityDocument after) {
    this.before = before;
    this.after = after;
    this.was = PropertyConstraints.of(before);
    this.is = PropertyConstraints.of(after);
  }

  /** Takes each rule that a changed field falls under, with the value it is about. */
  void of(FieldChange row, BiConsumer<ImpactRule, String> found) {
    switch (row.field().name()) {
      case "datatype" -> found.accept(ImpactRule.DATATYPE_CHANGED, is.datatype());
      case "cardinality" -> cardinality(found);
      case "allowed_values" -> {
        allowedValues(found);
        if (before.get("Allows_value_from_category") == null
            && after.get("Allows_value_from_category") == null) {
          valueCategory(found);
        }
      }
      case "allowed_pattern" ->
          constraint(
              text(before, "allowed_pattern"),
              text(after, "allowed_pattern"),
              List.of(
                  ImpactRule.PATTERN_INTRODUCED,
                  ImpactRule.PATTERN_DROPPED,
                  ImpactRule.PATTERN_CHANGED),
              found);
      case "allowed_value_list" ->
          constraint(
              text(before, "allowed_value_list"),
              text(after, "allowed_value_list"),
              List.of(
                  ImpactRule.VALUE_PAGE_INTRODUCED,
                  ImpactRule.VALUE_PAGE_DROPPED,
                  ImpactRule.VALUE_PAGE_CHANGED),
              found);
      case "Allows_value_from_category" -> valueCategory(found);
      case "unique_values" -> {
        if (was.unique() != is.unique()) {
          found.accept(
              is.unique() ? ImpactRule.UNIQUE_TURNED_ON : ImpactRule.UNIQUE_TURNED_OFF, "");
        }
      }
      case "display_units" ->
          items(
              before.texts("display_units"),
              after.texts("display_units"),
              ImpactRule.UNIT_REMOVED,
              ImpactRule.UNIT_ADDED,
              found);
      case "display_precision" -> found.accept(ImpactRule.PRECISION_CHANGED, "");
      case "has_display_template" ->
          found.accept(
              ImpactRule.DISPLAY_TEMPLATE_CHANGED,
              Objects.requireNonNullElse(text(after, "has_display_template"), ""));
      case "parent_property" ->
          items(
              before.texts("parent_property"),
              after.texts("parent_property"),
              ImpactRule.PARENT_PROPERTY_LOST,
              ImpactRule.PARENT_PROPERTY_GAINED,
              found);
      default -> found.accept(ImpactRule.OTHER_MEMBER_CHANGED, "");
    }
  }

  private void cardinality(BiConsumer<ImpactRule, String> found) {
    if (was.single() != is.single()) {
      found.accept(
          is.single() ? ImpactRule.CARDINALITY_RESTRICTED : ImpactRule.CARDINALITY_RELAXED, "");
    }
  }

  private void allowedValues(BiConsumer<ImpactRule, String> found) {
    List<String> had = was.allowedValues();
    List<String> has = is.allowedValues();
    if (had.isEmpty() && !has.isEmpty()) {
      found.accept(ImpactRule.ALLOWED_VALUES_INTRODUCED, "");
    } else if (!had.isEmpty() && has.isEmpty()) {
      found.accept(ImpactRule.ALLOWED_VALUES_DROPPED, "");
    } else {
      items(had, has, ImpactRule.ALLOWED_VALUE_REMOVED, ImpactRule.ALLOWED_VALUE_ADDED, found);
    }
  }

  private void valueCategory(BiConsumer<ImpactRule, String> found) {
    constraint(
        was.fromCategory(),
        is.fromCategory(),
        List.of(
            ImpactRule.VALUE_CATEGORY_INTRODUCED,
            ImpactRule.VALUE_CATEGORY_DROPPED,
            ImpactRule.VALUE_CATEGORY_CHANGED),
        found);
  }

  /**
   * @param rules for a constraint that comes, one that goes and one that changes
   */
  private static void constraint(
      @Nullable String had,
      @Nullable String has,
      List<ImpactRule> rules,
      BiConsumer<ImpactRule, String> found) {
    if (had == null && has != null) {
      found.accept(rules.get(0), has);
    } else if (had != null && has == null) {
      found.accept(rules.get(1), had);
    } else if (had != null && has != null && !had.equals(has)) {
      found.accept(rules.get(2), has);
    }
  }

  private static void items(
      List<String> had,
      List<String> has,
      ImpactRule removed,
      ImpactRule added,
      BiConsumer<ImpactRule, String> found) {
    Set<String> left = new LinkedHashSet<>(had);
    Set<String> fresh = new LinkedHashSet<>(has);
    left.removeAll(new LinkedHashSet<>(has));
    fresh.removeAll(new LinkedHashSet<>(had));
    left.forEach(item -> found.accept(removed, item));
    fresh.forEach(item -> found.accept(added, item));
  }

  private static @Nullable String text(EntityDocument document, String field) {
    return document.text(field).orElse(null);
  }
}
