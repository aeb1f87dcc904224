package org.ontodraft.model.impact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.ontodraft.model.diff.EntityChange;
import org.ontodraft.model.diff.FieldChange;
import org.ontodraft.model.diff.OntologyDiff;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.hierarchy.Hierarchy;
import org.ontodraft.model.hierarchy.InheritedEffects;

/**
 * The rows {@code CA}: what categories have and are below of, with all they inherit, before and
 * after; of every category that a change reaches, whether its own file is changed or not. What is
 * renamed is not lost.
 */
final class InheritedImpact {
  private static final String PARENTS = "parents";

  private final OntologyDiff diff;
  private final Renamed renamed;
  private final Hierarchy before;
  private final Hierarchy after;
  private final List<ChangeImpact> found = new ArrayList<>();

  private InheritedImpact(OntologyDiff diff, Renamed renamed, Hierarchy before, Hierarchy after) {
    this.diff = diff;
    this.renamed = renamed;
    this.before = before;
    this.after = after;
  }

  /** All rows of the categories that both sides have. */
  static List<ChangeImpact> of(
      OntologyDiff diff, Renamed renamed, Hierarchy before, Hierarchy after) {
    InheritedImpact impact = new InheritedImpact(diff, renamed, before, after);
    Set<EntityKey> parents = new HashSet<>();
    Set<EntityKey> lists = new HashSet<>();
    for (EntityChange change : diff.changes()) {
      if (change.key().type() == EntityType.CATEGORY) {
        Set<String> fields = changedLists(change);
        if (fields.contains(PARENTS)) {
          parents.addAll(keys(change));
        }
        if (!fields.isEmpty()) {
          lists.addAll(keys(change));
        }
      }
    }
    impact.reached(lists).forEach(impact::items);
    impact.reached(parents).forEach(impact::ancestors);
    impact.writtenOtherwise();
    return impact.found;
  }

  private static Set<EntityKey> keys(EntityChange change) {
    return change instanceof EntityChange.Renamed from
        ? Set.of(from.from(), from.key())
        : Set.of(change.key());
  }

  private static Set<String> changedLists(EntityChange change) {
    Set<String> fields = new HashSet<>();
    for (FieldChange row : change.rows()) {
      if (row.field().target() != null && row.kind() != FieldChange.Kind.UNCHANGED) {
        fields.add(row.field().name());
      }
    }
    boolean sameEntity = change instanceof EntityChange.Modified;
    if (!sameEntity) {
      fields.add(PARENTS); // others stand below it, or no longer do
    }
    return fields;
  }

  private Set<EntityKey> reached(Set<EntityKey> changed) {
    Set<EntityKey> reached =
        new TreeSet<>(InheritedEffects.NONE.with(before, after, changed, changed).reached());
    reached.removeIf(
        category -> !diff.mine().exists(category) || !diff.base().exists(renamed.before(category)));
    return reached;
  }

  private void items(EntityKey category) {
    Map<EntityKey, Boolean> had = new HashMap<>();
    before
        .requirements(renamed.before(category))
        .forEach((item, required) -> had.merge(renamed.after(item), required, Boolean::logicalOr));
    Map<EntityKey, Boolean> has = after.requirements(category);
    Set<EntityKey> items = new TreeSet<>(had.keySet());
    items.addAll(has.keySet());
    for (EntityKey item : items) {
      ItemImpact.between(
          had.get(item),
          has.get(item),
          (rule, required) -> add(rule, category, ItemImpact.field(required, item.type()), item));
    }
  }

  private void ancestors(EntityKey category) {
    Set<EntityKey> had = new TreeSet<>();
    for (EntityKey above : before.ancestors(renamed.before(category))) {
      if (diff.base().exists(above)) {
        had.add(renamed.after(above));
      }
    }
    Set<EntityKey> has = new TreeSet<>();
    for (EntityKey above : after.ancestors(category)) {
      if (diff.mine().exists(above)) {
        has.add(above);
      }
    }
    had.stream()
        .filter(above -> !has.contains(above))
        .forEach(above -> add(ImpactRule.ANCESTOR_LOST, category, PARENTS, above));
    has.stream()
        .filter(above -> !had.contains(above))
        .forEach(above -> add(ImpactRule.ANCESTOR_GAINED, category, PARENTS, above));
  }

  private void add(ImpactRule rule, EntityKey category, String field, EntityKey item) {
    boolean inherited = diff.change(category).isEmpty();
    found.add(new ChangeImpact(rule, rule.level(), category, field, item.toString(), inherited));
  }

  /** Lists that differ and mean the same, as when an item is left to an ancestor. */
  private void writtenOtherwise() {
    Set<EntityKey> judged = new HashSet<>();
    found.forEach(change -> judged.add(change.entity()));
    for (EntityChange change : diff.changes()) {
      boolean both = change.before() != null && change.after() != null;
      if (change.key().type() == EntityType.CATEGORY && both && !judged.contains(change.key())) {
        for (FieldChange row : change.rows()) {
          if (row.field().target() != null && row.kind() != FieldChange.Kind.UNCHANGED) {
            found.add(
                new ChangeImpact(
                    ImpactRule.WRITTEN_OTHERWISE, change.key(), row.field().name(), ""));
          }
        }
      }
    }
  }
}
