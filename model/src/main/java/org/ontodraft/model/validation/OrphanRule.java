package org.ontodraft.model.validation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
  public List<Finding> check(EntityKey entity, CheckedView view) {
    return canBeMember(entity) && hasModules(view) && !Membership.isCovered(entity, view)
        ? List.of(new Finding(Severity.WARNING, CODE, entity, "", List.of()))
        : List.of();
  }

  private static boolean canBeMember(EntityKey entity) {
    return entity.type() != EntityType.MODULE && entity.type() != EntityType.BUNDLE;
  }

  private static boolean hasModules(CheckedView view) {
    return !view.entities(EntityType.MODULE).isEmpty();
  }

  @Override
  public void reach(
      EntityKey changed, CheckedView before, CheckedView after, Consumer<EntityKey> reached) {
    if (hasModules(before) != hasModules(after)) {
      for (EntityType type : EntityType.values()) {
        before.entities(type).forEach(reached);
        after.entities(type).forEach(reached);
      }
      return;
    }
    Set<EntityKey> seen = new HashSet<>(Set.of(changed));
    Deque<EntityKey> queue = new ArrayDeque<>(differing(changed, before, after));
    if (canBeMember(changed)) {
      queue.add(changed);
    }
    while (!queue.isEmpty()) {
      EntityKey entity = queue.remove();
      // What comes along with an entity is no other than before where the entity itself is not.
      if (Membership.isCovered(entity, before) != Membership.isCovered(entity, after)) {
        reached.accept(entity);
        for (CheckedView view : List.of(before, after)) {
          Membership.alongWith(entity, view).stream().filter(seen::add).forEach(queue::add);
        }
      }
    }
  }

  /** What an entity refers to in one of the views only, or what comes along with it in one only. */
  private static Set<EntityKey> differing(
      EntityKey changed, CheckedView before, CheckedView after) {
    Set<EntityKey> was = targets(changed, before);
    Set<EntityKey> is = targets(changed, after);
    Set<EntityKey> differing = new HashSet<>(was);
    differing.addAll(is);
    was.retainAll(is);
    differing.removeAll(was);
    return differing;
  }

  private static Set<EntityKey> targets(EntityKey entity, CheckedView view) {
    Set<EntityKey> targets = new HashSet<>();
    for (EntityReference reference : view.referencesFrom(entity)) {
      targets.add(reference.target());
    }
    if (entity.type() == EntityType.CATEGORY && view.exists(entity)) {
      targets.addAll(view.resourcesOf(entity));
    }
    return targets;
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
    for (EntityKey module : Membership.modulesOf(neighbour, view)) {
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
