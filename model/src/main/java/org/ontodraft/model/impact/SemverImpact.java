package org.ontodraft.model.impact;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ontodraft.model.diff.EntityChange;
import org.ontodraft.model.diff.OntologyDiff;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.hierarchy.Hierarchy;

/**
 * What the difference of two ontologies means for those who use them: by change, entity, module and
 * bundle, and for the whole. The rules are in {@code docs/semver.md}. Immutable. It costs what the
 * changes reach, and the inheritance of the base.
 */
public final class SemverImpact {
  private static final Comparator<ChangeImpact> ORDER =
      Comparator.comparing(ChangeImpact::rule)
          .thenComparing(ChangeImpact::field)
          .thenComparing(ChangeImpact::item);

  private final SortedMap<EntityKey, EntityImpact> entities;
  private final SortedMap<EntityKey, OwnerImpact> owners;

  private SemverImpact(
      SortedMap<EntityKey, EntityImpact> entities, SortedMap<EntityKey, OwnerImpact> owners) {
    this.entities = Collections.unmodifiableSortedMap(entities);
    this.owners = Collections.unmodifiableSortedMap(owners);
  }

  /** The impact of a difference. */
  public static SemverImpact of(OntologyDiff diff, SemverPolicy policy) {
    Hierarchy before = Hierarchy.of(diff.base());
    return of(diff, policy, before, before.with(diff.mine(), touched(diff)));
  }

  /**
   * As {@link #of(OntologyDiff, SemverPolicy)}, for whoever knows the inheritance of the two sides.
   */
  public static SemverImpact of(
      OntologyDiff diff, SemverPolicy policy, Hierarchy before, Hierarchy after) {
    Renamed renamed = new Renamed(diff);
    Map<EntityKey, List<ChangeImpact>> found = new HashMap<>();
    for (EntityChange change : diff.changes()) {
      List<ChangeImpact> changes = new ArrayList<>(DirectImpact.of(change, policy));
      EntityType type = change.key().type();
      if (type == EntityType.MODULE || type == EntityType.BUNDLE) {
        changes.addAll(MembershipImpact.of(change, diff, renamed));
      }
      found.put(change.key(), changes);
    }
    for (ChangeImpact change : InheritedImpact.of(diff, renamed, before, after)) {
      found.computeIfAbsent(change.entity(), key -> new ArrayList<>()).add(change);
    }
    SortedMap<EntityKey, EntityImpact> entities = new TreeMap<>();
    Map<EntityKey, SemverLevel> levels = new HashMap<>();
    found.forEach((key, changes) -> {
      changes.sort(ORDER);
      EntityImpact entity = new EntityImpact(key, changes);
      entities.put(key, entity);
      levels.put(key, entity.level());
    });
    return new SemverImpact(entities, Cascade.of(diff.base(), diff.mine(), renamed, levels));
  }

  private static Set<EntityKey> touched(OntologyDiff diff) {
    Set<EntityKey> touched = new HashSet<>();
    for (EntityChange change : diff.changes()) {
      touched.add(change.key());
      if (change instanceof EntityChange.Renamed renamed) {
        touched.add(renamed.from());
      }
    }
    return touched;
  }

  /** The entities that differ, and those that inherit a difference, by key. */
  public SortedMap<EntityKey, EntityImpact> entities() {
    return entities;
  }

  /** What the changes mean for one entity; empty when they do not reach it. */
  public Optional<EntityImpact> entity(EntityKey key) {
    return Optional.ofNullable(entities.get(key));
  }

  /** The modules that have something that differs, by key. */
  public List<OwnerImpact> modules() {
    return owners(EntityType.MODULE);
  }

  /** The bundles that have something that differs, by key. */
  public List<OwnerImpact> bundles() {
    return owners(EntityType.BUNDLE);
  }

  private List<OwnerImpact> owners(EntityType type) {
    return owners.values().stream().filter(owner -> owner.owner().type() == type).toList();
  }

  /** Every change, by entity. */
  public List<ChangeImpact> changes() {
    return entities.values().stream().flatMap(entity -> entity.changes().stream()).toList();
  }

  /** The greatest level of all, also of what is in no module. */
  public SemverLevel level() {
    return entities.values().stream()
        .map(EntityImpact::level)
        .reduce(SemverLevel.NONE, SemverLevel::or);
  }
}
