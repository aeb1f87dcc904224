package org.ontodraft.model.impact;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.ontodraft.model.diff.EntityChange;
import org.ontodraft.model.diff.FieldChange;
import org.ontodraft.model.diff.OntologyDiff;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.hierarchy.DerivedMember;
import org.ontodraft.model.hierarchy.ModuleClosure;
import org.ontodraft.model.ontology.OntologyView;

/**
 * The rows {@code MO}: what comes with a module or bundle whose own lists changed, before and
 * after. What it no longer lists and still brings, through a dependency or a member, is not lost;
 * what is lost because a member changed is told of that member.
 */
final class MembershipImpact {
  private MembershipImpact() {}

  static List<ChangeImpact> of(EntityChange change, OntologyDiff diff, Renamed renamed) {
    List<String> lists = new ArrayList<>();
    for (FieldChange row : change.rows()) {
      if (row.field().target() != null && row.kind() != FieldChange.Kind.UNCHANGED) {
        lists.add(row.field().name());
      }
    }
    if (lists.isEmpty() || change.before() == null || change.after() == null) {
      return List.of();
    }
    EntityKey owner = change.key();
    Set<EntityKey> had = new TreeSet<>();
    members(diff.base(), renamed.before(owner)).forEach(key -> had.add(renamed.after(key)));
    Set<EntityKey> has = new TreeSet<>(members(diff.mine(), owner));
    List<ChangeImpact> found = new ArrayList<>();
    for (EntityKey key : had) {
      if (!has.contains(key)) {
        boolean dependency = isDependency(owner, key);
        ImpactRule rule = dependency ? ImpactRule.DEPENDENCY_LOST : ImpactRule.MEMBER_LOST;
        found.add(new ChangeImpact(rule, owner, list(owner, key), key.toString()));
      }
    }
    for (EntityKey key : has) {
      if (!had.contains(key)) {
        boolean dependency = isDependency(owner, key);
        ImpactRule rule = dependency ? ImpactRule.DEPENDENCY_GAINED : ImpactRule.MEMBER_GAINED;
        found.add(new ChangeImpact(rule, owner, list(owner, key), key.toString()));
      }
    }
    if (found.isEmpty()) {
      lists.forEach(
          list -> found.add(new ChangeImpact(ImpactRule.WRITTEN_OTHERWISE, owner, list, "")));
    }
    return found;
  }

  private static List<EntityKey> members(OntologyView view, EntityKey owner) {
    return ModuleClosure.of(view, owner).members().stream().map(DerivedMember::key).toList();
  }

  private static boolean isDependency(EntityKey owner, EntityKey member) {
    return owner.type() == EntityType.MODULE && member.type() == EntityType.MODULE;
  }

  private static String list(EntityKey owner, EntityKey member) {
    return isDependency(owner, member) ? "dependencies" : member.type().folder();
  }
}
