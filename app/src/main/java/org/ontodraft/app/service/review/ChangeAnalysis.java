package org.ontodraft.app.service.review;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.diff.EntityChange;
import org.ontodraft.model.diff.OntologyDiff;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.hierarchy.EffectChange;
import org.ontodraft.model.hierarchy.Hierarchy;
import org.ontodraft.model.impact.ChangeImpact;
import org.ontodraft.model.impact.EntityImpact;
import org.ontodraft.model.impact.OwnerImpact;
import org.ontodraft.model.impact.SemverImpact;
import org.ontodraft.model.impact.SemverLevel;
import org.ontodraft.model.impact.SemverPolicy;
import org.ontodraft.model.impact.Witness;
import org.ontodraft.model.impact.WitnessSearch;
import org.ontodraft.model.ontology.EntitySummary;
import org.ontodraft.model.ontology.OntologyView;

/**
 * What changes mean beyond themselves: whom they reach and which part of a version number they
 * raise. It costs what the changes reach; making one and {@link #witness} are not for the FX
 * thread.
 */
public final class ChangeAnalysis {
  /** More entities than this are counted and not listed. */
  private static final int MOST_LISTED = 1000;

  private final OntologyDiff diff;
  private final SemverImpact impact;
  private final List<AffectedEntity> affected;
  private final int affectedCount;
  private final Map<EntityKey, Integer> reach;
  private @Nullable WitnessSearch search;

  private ChangeAnalysis(
      OntologyDiff diff,
      SemverImpact impact,
      List<AffectedEntity> affected,
      int affectedCount,
      Map<EntityKey, Integer> reach) {
    this.diff = diff;
    this.impact = impact;
    this.affected = List.copyOf(affected);
    this.affectedCount = affectedCount;
    this.reach = Map.copyOf(reach);
  }

  /** What turning one ontology into the other means. */
  public static ChangeAnalysis between(OntologyView base, OntologyView mine) {
    OntologyDiff diff = OntologyDiff.between(base, mine);
    Hierarchy before = before(base, mine);
    Hierarchy after =
        mine instanceof DraftOverlay draft ? draft.hierarchy() : before.with(mine, touched(diff));
    SemverImpact impact = SemverImpact.of(diff, SemverPolicy.DEFAULT, before, after);
    EffectCauses causes = new EffectCauses(diff, before, after);
    List<EffectChange> reached =
        diff.effects(before).stream()
            .filter(effect -> diff.change(effect.category()).isEmpty())
            .toList();
    List<AffectedEntity> affected =
        reached.stream()
            .limit(MOST_LISTED)
            .map(effect ->
                new AffectedEntity(
                    effect.category(),
                    mine.find(effect.category())
                        .map(EntitySummary::label)
                        .orElse(effect.category().key()),
                    causes.of(effect)))
            .toList();
    return new ChangeAnalysis(diff, impact, affected, reached.size(), reach(affected));
  }

  private static Hierarchy before(OntologyView base, OntologyView mine) {
    if (base instanceof DraftOverlay draft) {
      return draft.hierarchy();
    }
    return mine instanceof DraftOverlay draft && draft.base() == base
        ? draft.baseHierarchy()
        : Hierarchy.of(base);
  }

  private static Set<EntityKey> touched(OntologyDiff diff) {
    Set<EntityKey> touched = new LinkedHashSet<>();
    diff.changes()
        .forEach(change -> {
          touched.add(change.key());
          if (change instanceof EntityChange.Renamed renamed) {
            touched.add(renamed.from());
          }
        });
    return touched;
  }

  private static Map<EntityKey, Integer> reach(Collection<AffectedEntity> affected) {
    Map<EntityKey, Integer> reach = new HashMap<>();
    for (AffectedEntity entity : affected) {
      entity.effects().stream()
          .map(InheritedEffect::cause)
          .distinct()
          .forEach(cause -> reach.merge(cause, 1, Integer::sum));
    }
    return reach;
  }

  /** The greatest level of all changes. */
  public SemverLevel level() {
    return impact.level();
  }

  /** The greatest level of an entity's changes. */
  public SemverLevel level(EntityKey key) {
    return impact.entity(key).map(EntityImpact::level).orElse(SemverLevel.NONE);
  }

  /** What each change of an entity means, its own and those it inherits. */
  public List<ChangeImpact> impacts(EntityKey key) {
    return impact.entity(key).map(EntityImpact::changes).orElse(List.of());
  }

  /** What the changes mean for the modules and bundles that have the changed entities, by key. */
  public List<OwnerImpact> owners() {
    List<OwnerImpact> owners = new ArrayList<>(impact.modules());
    owners.addAll(impact.bundles());
    return owners;
  }

  /**
   * The entities that inherit changes and are none themselves, sorted; not more than a thousand.
   */
  public List<AffectedEntity> affected() {
    return affected;
  }

  /** How many inherit changes, those not listed among them. */
  public int affectedCount() {
    return affectedCount;
  }

  /** How many of those listed inherit something of this entity's change. */
  public int affectedBy(EntityKey key) {
    return reach.getOrDefault(key, 0);
  }

  /** Whom a major change breaks; empty for another. May take a while. */
  public synchronized Optional<Witness> witness(ChangeImpact change) {
    WitnessSearch known = search;
    if (known == null) {
      known = new WitnessSearch(diff);
      search = known;
    }
    return known.of(change);
  }

  /** The label of an entity as the later side has it, or as the earlier had it. */
  public String label(EntityKey key) {
    return diff.mine()
        .find(key)
        .or(() -> diff.base().find(key))
        .map(EntitySummary::label)
        .orElse(key.key());
  }
}
