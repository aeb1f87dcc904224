package org.ontodraft.model.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.ontology.EntityReference;

/**
 * {@code incomplete-bundle} (warning): a bundle lists a module and not one that it depends on.
 * Arguments: the module that is missing, the module that depends on it.
 */
public final class IncompleteBundleRule implements Rule {
  private static final String CODE = "incomplete-bundle";
  private static final String MODULES = "/modules";

  @Override
  public List<String> codes() {
    return List.of(CODE);
  }

  @Override
  public boolean isAbout(EntityType type) {
    return type == EntityType.BUNDLE;
  }

  @Override
  public List<Finding> findings(EntityKey entity, CheckedView view) {
    Set<EntityKey> listed = new TreeSet<>(view.targets(entity, MODULES));
    List<Finding> findings = new ArrayList<>();
    Set<EntityKey> named = new TreeSet<>(listed);
    for (EntityReference reference : view.referencesFrom(entity)) {
      if (!reference.pointer().equals(MODULES)) {
        continue;
      }
      for (EntityKey needed : new TreeSet<>(Membership.dependencies(reference.target(), view))) {
        if (view.exists(needed) && named.add(needed)) {
          findings.add(
              new Finding(
                  Severity.WARNING,
                  CODE,
                  entity,
                  ItemPlace.of(reference),
                  List.of(needed.key(), reference.target().key())));
        }
      }
    }
    return findings;
  }

  @Override
  public void reach(EntityKey changed, Step step, Consumer<EntityKey> reached) {
    CheckedView before = step.before();
    CheckedView after = step.after();
    boolean differs =
        changed.type() == EntityType.MODULE
            && (before.exists(changed) != after.exists(changed)
                || !before
                    .targets(changed, Membership.DEPENDENCIES)
                    .equals(after.targets(changed, Membership.DEPENDENCIES)));
    if (differs) {
      for (CheckedView view : List.of(before, after)) {
        for (EntityKey module : Membership.dependents(changed, view)) {
          view.sources(module, EntityType.BUNDLE).forEach(reached);
        }
      }
    }
  }

  @Override
  public List<QuickFix> fixes(Finding finding, CheckedView view) {
    return List.of(new QuickFix.AddItem(finding.key(), "modules", finding.arguments().getFirst()));
  }
}
