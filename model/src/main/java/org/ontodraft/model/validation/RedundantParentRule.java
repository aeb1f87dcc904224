package org.ontodraft.model.validation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.ontology.EntityReference;

/**
 * {@code redundant-parent} (warning): a category lists a parent that another of its parents
 * descends from anyway. Arguments: the parent, the other parent.
 */
public final class RedundantParentRule implements Rule {
  private static final String CODE = "redundant-parent";
  private static final String PARENTS = "/parents";

  @Override
  public List<String> codes() {
    return List.of(CODE);
  }

  @Override
  public boolean isAbout(EntityType type) {
    return type == EntityType.CATEGORY;
  }

  @Override
  public List<Finding> findings(EntityKey entity, CheckedView view) {
    Set<EntityKey> parents = view.targets(entity, PARENTS);
    parents.removeIf(parent -> !view.exists(parent));
    if (parents.size() < 2) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    for (EntityReference reference : view.referencesFrom(entity)) {
      EntityKey parent = reference.target();
      if (reference.pointer().equals(PARENTS) && parents.contains(parent)) {
        parents.stream()
            .filter(other -> !other.equals(parent) && isAncestor(parent, other, view))
            .min(EntityKey::compareTo)
            .ifPresent(other ->
                findings.add(
                    new Finding(
                        Severity.WARNING,
                        CODE,
                        entity,
                        ItemPlace.of(reference),
                        List.of(parent.key(), other.key()))));
      }
    }
    return findings;
  }

  /** Parents that descend from each other are a cycle, and another rule's business. */
  private static boolean isAncestor(EntityKey ancestor, EntityKey category, CheckedView view) {
    return view.hierarchy().ancestors(category).contains(ancestor)
        && !view.hierarchy().ancestors(ancestor).contains(category);
  }

  @Override
  public void reach(EntityKey changed, Step step, Consumer<EntityKey> reached) {
    CheckedView before = step.before();
    CheckedView after = step.after();
    if (changed.type() != EntityType.CATEGORY
        || before.targets(changed, PARENTS).equals(after.targets(changed, PARENTS))
            && before.exists(changed) == after.exists(changed)) {
      return;
    }
    Set<EntityKey> candidates = new HashSet<>();
    for (CheckedView view : List.of(before, after)) {
      candidates.addAll(view.hierarchy().descendants(changed));
    }
    // What lies below is reached only where it has several parents, and few categories have.
    for (EntityKey category : candidates) {
      if (after.targets(category, PARENTS).size() > 1) {
        reached.accept(category);
      }
    }
  }

  @Override
  public List<QuickFix> fixes(Finding finding, CheckedView view) {
    return List.of(
        new QuickFix.RemoveItem(finding.key(), "parents", finding.arguments().getFirst()));
  }
}
