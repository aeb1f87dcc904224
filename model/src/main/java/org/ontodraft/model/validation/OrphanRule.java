package org.ontodraft.model.validation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.ontodraft.model.entity.EntityFields;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.ontology.EntityReference;

/**
 * {@code orphaned-entity} (warning): no module or bundle lists the entity, and it does not come
 * along with anything they list, so that it is never installed. Nothing is said where there is no
 * module.
 */
public final class OrphanRule implements Rule {
  private static final String CODE = "orphaned-entity";
  private static final int MAX_FIXES = 3;

  @Override
  public List<String> codes() {
    return List.of(CODE);
  }

  @Override
  public boolean isAbout(EntityType type) {
    return type != EntityType.MODULE && type != EntityType.BUNDLE && type != EntityType.MEDIA;
  }

  @Override
  public List<Finding> findings(EntityKey entity, CheckedView view) {
    return view.hasModules() && !view.coverage().covers(entity)
        ? List.of(new Finding(Severity.WARNING, CODE, entity, "", List.of()))
        : List.of();
  }

  @Override
  public void reach(Step step, Consumer<EntityKey> reached) {
    CheckedView before = step.before();
    CheckedView after = step.after();
    if (before.hasModules() != after.hasModules()) {
      for (EntityType type : EntityType.values()) {
        before.entities(type).forEach(reached);
        after.entities(type).forEach(reached);
      }
      return;
    }
    before.coverage().differing(after.coverage()).forEach(reached);
  }

  /** The modules that list most of what the entity has to do with come first. */
  @Override
  public List<QuickFix> fixes(Finding finding, CheckedView view) {
    EntityKey entity = finding.key();
    Map<EntityKey, Integer> near = new TreeMap<>();
    view.entities(EntityType.MODULE).forEach(module -> near.put(module, 0));
    for (EntityReference reference : view.referencesFrom(entity)) {
      count(reference.target(), view, near);
    }
    for (EntityReference reference : view.referencesTo(entity)) {
      count(reference.source(), view, near);
    }
    List<EntityKey> modules = new ArrayList<>(near.keySet());
    modules.sort(Comparator.comparing((EntityKey module) -> -near.getOrDefault(module, 0)));
    return modules.stream()
        .limit(MAX_FIXES)
        .<QuickFix>map(module -> new QuickFix.AddItem(module, field(entity.type()), entity.key()))
        .toList();
  }

  private static void count(EntityKey neighbour, CheckedView view, Map<EntityKey, Integer> near) {
    for (EntityKey module : view.modulesOf(neighbour)) {
      near.merge(module, 1, Integer::sum);
    }
  }

  /** The list of a module that holds entities of this type. */
  static String field(EntityType type) {
    return EntityFields.of(EntityType.MODULE).stream()
        .filter(spec -> spec.target() == type)
        .findFirst()
        .orElseThrow()
        .name();
  }
}
