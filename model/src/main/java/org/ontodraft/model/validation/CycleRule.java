package org.ontodraft.model.validation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.ontology.EntityReference;

/**
 * {@code inheritance-cycle}, {@code property-cycle}, {@code dependency-cycle}: an entity is its own
 * ancestor by parents, by parent properties or by dependencies of modules. Each entity on a cycle
 * has a finding at each parent that is on it. Arguments: the way back to itself.
 *
 * <p>A draft has brought a finding only where it has brought the parent too: the others on the
 * cycle are as they were.
 */
public final class CycleRule implements Rule {
  /** Longer ways are not searched for: nobody reads them, and a hostile one takes for ever. */
  private static final int MAX_SEARCHED = 2_000;

  private static final int MAX_SHOWN = 12;

  private final String code;
  private final EntityType type;
  private final String pointer;

  CycleRule(String code, EntityType type, String pointer) {
    this.code = code;
    this.type = type;
    this.pointer = pointer;
  }

  @Override
  public List<String> codes() {
    return List.of(code);
  }

  @Override
  public boolean isAbout(EntityType other) {
    return other == type;
  }

  @Override
  public List<Finding> findings(EntityKey entity, CheckedView view) {
    List<Finding> findings = new ArrayList<>();
    for (EntityReference reference : view.referencesFrom(entity)) {
      if (isParent(reference) && isOnCycle(entity, reference.target(), view)) {
        List<String> way = List.of(text(entity, way(reference.target(), entity, view)));
        findings.add(new Finding(Severity.ERROR, code, entity, ItemPlace.of(reference), way));
      }
    }
    return findings;
  }

  private boolean isParent(EntityReference reference) {
    return reference.pointer().equals(pointer);
  }

  private boolean isOnCycle(EntityKey entity, CheckedView view) {
    return view.targets(entity, pointer).stream()
        .anyMatch(parent -> isOnCycle(entity, parent, view));
  }

  private boolean isOnCycle(EntityKey entity, EntityKey parent, CheckedView view) {
    return type == EntityType.CATEGORY
        ? view.hierarchy().isOnCycle(entity, parent)
        : parent.equals(entity) || above(parent, view).contains(entity);
  }

  /** Everything that can be reached by parents. */
  private Set<EntityKey> above(EntityKey entity, CheckedView view) {
    Set<EntityKey> seen = new HashSet<>();
    Deque<EntityKey> queue = new ArrayDeque<>(List.of(entity));
    while (!queue.isEmpty()) {
      for (EntityKey parent : view.targets(queue.remove(), pointer)) {
        if (seen.add(parent)) {
          queue.add(parent);
        }
      }
    }
    return seen;
  }

  private static String text(EntityKey entity, Optional<List<EntityKey>> way) {
    if (way.isEmpty()) {
      return entity.key() + " → … → " + entity.key();
    }
    List<String> names = way.get().stream().map(EntityKey::key).toList();
    if (names.size() > MAX_SHOWN) {
      return entity.key()
          + " → "
          + String.join(" → ", names.subList(0, MAX_SHOWN / 2))
          + " → … → "
          + String.join(" → ", names.subList(names.size() - MAX_SHOWN / 2, names.size()));
    }
    return names.stream().collect(Collectors.joining(" → ", entity.key() + " → ", ""));
  }

  /** The shortest way up from one entity to another, both included, if it is not too long. */
  private Optional<List<EntityKey>> way(EntityKey from, EntityKey to, CheckedView view) {
    Map<EntityKey, EntityKey> cameFrom = new HashMap<>();
    Deque<EntityKey> queue = new ArrayDeque<>(List.of(from));
    cameFrom.put(from, from);
    while (!queue.isEmpty() && !cameFrom.containsKey(to) && cameFrom.size() < MAX_SEARCHED) {
      EntityKey entity = queue.remove();
      for (EntityKey parent : view.targets(entity, pointer)) {
        if (cameFrom.putIfAbsent(parent, entity) == null) {
          queue.add(parent);
        }
      }
    }
    if (!cameFrom.containsKey(to)) {
      return Optional.empty();
    }
    List<EntityKey> way = new ArrayList<>(List.of(to));
    EntityKey step = to;
    while (!step.equals(from)) {
      step = cameFrom.getOrDefault(step, from);
      way.add(step);
    }
    return Optional.of(way.reversed());
  }

  @Override
  public void reach(EntityKey changed, Step step, Consumer<EntityKey> reached) {
    CheckedView before = step.before();
    CheckedView after = step.after();
    if (changed.type() != type
        || before.targets(changed, pointer).equals(after.targets(changed, pointer))) {
      return;
    }
    for (CheckedView view : List.of(before, after)) {
      if (isOnCycle(changed, view)) {
        above(changed, view).forEach(reached);
      }
    }
  }

  @Override
  public List<Finding> introduced(
      List<Finding> findings, List<Finding> base, CheckedView baseView, CheckedView view) {
    return Finding.without(findings, base).stream()
        .filter(finding -> !wasThere(finding, baseView, view))
        .toList();
  }

  /** The base had the same parent; the cycle is closed elsewhere. */
  private boolean wasThere(Finding finding, CheckedView baseView, CheckedView view) {
    return view.referencesFrom(finding.key()).stream()
        .filter(reference -> ItemPlace.of(reference).equals(finding.pointer()))
        .anyMatch(
            reference -> baseView.targets(finding.key(), pointer).contains(reference.target()));
  }

  @Override
  public List<QuickFix> fixes(Finding finding, CheckedView view) {
    String item = view.document(finding.key()).json().at(finding.pointer()).asString("");
    return List.of(
        new QuickFix.RemoveItem(finding.key(), ItemPlace.field(finding.pointer()), item));
  }
}
