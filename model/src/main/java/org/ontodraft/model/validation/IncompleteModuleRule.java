package org.ontodraft.model.validation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.ontology.EntityReference;

/**
 * A module lists something that needs what neither the module nor one it depends on lists. {@code
 * missing-dependency} (warning): another module lists that. Arguments: what is needed, the member
 * that needs it, the other module. {@code incomplete-module} (note): no module does. Arguments:
 * what is needed, the member.
 *
 * <p>What a repository's modules never list, such as properties where all of them come along with
 * categories, is missing nowhere; and a repository whose modules name no dependencies has no
 * missing ones.
 */
public final class IncompleteModuleRule implements Rule {
  private static final String DEPENDENCY = "missing-dependency";
  private static final String INCOMPLETE = "incomplete-module";

  @Override
  public List<String> codes() {
    return List.of(DEPENDENCY, INCOMPLETE);
  }

  @Override
  public boolean isAbout(EntityType type) {
    return type == EntityType.MODULE;
  }

  @Override
  public List<Finding> findings(EntityKey entity, CheckedView view) {
    Map<EntityKey, EntityReference> needed = needed(entity, view);
    if (needed.isEmpty()) {
      return List.of();
    }
    Set<EntityKey> scope = new HashSet<>(Membership.dependencies(entity, view));
    scope.add(entity);
    boolean dependencies = view.isListed(EntityType.MODULE);
    List<Finding> findings = new ArrayList<>();
    needed.forEach((item, member) -> {
      Set<EntityKey> modules = view.modulesOf(item);
      if (modules.stream().anyMatch(scope::contains)) {
        return;
      }
      String place = ItemPlace.of(member);
      if (modules.isEmpty()) {
        if (view.isListed(item.type())) {
          findings.add(
              finding(
                  Severity.INFO,
                  INCOMPLETE,
                  entity,
                  place,
                  item.toString(),
                  member.target().toString()));
        }
      } else if (dependencies) {
        String other = modules.iterator().next().key();
        findings.add(
            finding(
                Severity.WARNING,
                DEPENDENCY,
                entity,
                place,
                item.toString(),
                member.target().toString(),
                other));
      }
    });
    return findings;
  }

  private static Finding finding(
      Severity severity, String code, EntityKey module, String place, String... arguments) {
    return new Finding(severity, code, module, place, List.of(arguments));
  }

  /** What members of the module need, each with the first member that needs it. */
  private static Map<EntityKey, EntityReference> needed(EntityKey module, CheckedView view) {
    Map<EntityKey, EntityReference> needed = new TreeMap<>();
    Set<EntityKey> members = new HashSet<>();
    for (EntityReference member : view.referencesFrom(module)) {
      if (Membership.isMember(member)) {
        members.add(member.target());
      }
    }
    for (EntityReference member : view.referencesFrom(module)) {
      if (Membership.isMember(member)) {
        for (EntityReference need : view.referencesFrom(member.target())) {
          if (Membership.comesAlong(need)
              && !members.contains(need.target())
              && view.exists(need.target())) {
            needed.putIfAbsent(need.target(), member);
          }
        }
      }
    }
    return needed;
  }

  @Override
  public void reach(EntityKey changed, Step step, Consumer<EntityKey> reached) {
    CheckedView before = step.before();
    CheckedView after = step.after();
    if (changed.type() != EntityType.MODULE) {
      if (!before.referencesFrom(changed).equals(after.referencesFrom(changed))) {
        modules(changed, before, after, reached);
      }
      if (before.exists(changed) != after.exists(changed)) {
        for (CheckedView view : List.of(before, after)) {
          users(changed, view, before, after, reached);
        }
      }
      return;
    }
    if (before.referencesFrom(changed).equals(after.referencesFrom(changed))) {
      return;
    }
    for (EntityType type : EntityType.values()) {
      if (before.isListed(type) != after.isListed(type)) {
        before.entities(EntityType.MODULE).forEach(reached);
        after.entities(EntityType.MODULE).forEach(reached);
        return;
      }
    }
    Membership.dependents(changed, before).forEach(reached);
    Membership.dependents(changed, after).forEach(reached);
    Set<Listing> was = listings(changed, before);
    Set<Listing> is = listings(changed, after);
    Set<EntityKey> members = new TreeSet<>();
    was.stream().filter(each -> !is.contains(each)).map(Listing::member).forEach(members::add);
    is.stream().filter(each -> !was.contains(each)).map(Listing::member).forEach(members::add);
    for (EntityKey member : members) {
      users(member, before, before, after, reached);
      users(member, after, before, after, reached);
    }
  }

  /** An entity in one of a module's lists, wherever in it. */
  private record Listing(String list, EntityKey member) {}

  private static Set<Listing> listings(EntityKey module, CheckedView view) {
    return view.referencesFrom(module).stream()
        .map(reference -> new Listing(reference.pointer(), reference.target()))
        .collect(Collectors.toSet());
  }

  /** The modules that list something that needs this entity. */
  private static void users(
      EntityKey entity,
      CheckedView view,
      CheckedView before,
      CheckedView after,
      Consumer<EntityKey> reached) {
    for (EntityReference need : view.referencesTo(entity)) {
      if (Membership.comesAlong(need)) {
        modules(need.source(), before, after, reached);
      }
    }
  }

  private static void modules(
      EntityKey member, CheckedView before, CheckedView after, Consumer<EntityKey> reached) {
    before.modulesOf(member).forEach(reached);
    after.modulesOf(member).forEach(reached);
  }

  @Override
  public List<QuickFix> fixes(Finding finding, CheckedView view) {
    List<QuickFix> fixes = new ArrayList<>();
    if (finding.rule().equals(DEPENDENCY)) {
      fixes.add(new QuickFix.AddItem(finding.key(), "dependencies", finding.arguments().getLast()));
    }
    EntityKey.parse(finding.arguments().getFirst())
        .ifPresent(item ->
            fixes.add(
                new QuickFix.AddItem(finding.key(), OrphanRule.field(item.type()), item.key())));
    return fixes;
  }
}
