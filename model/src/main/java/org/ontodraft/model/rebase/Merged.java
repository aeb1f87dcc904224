package org.ontodraft.model.rebase;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.draft.DraftChange;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.merge.Choice;
import org.ontodraft.model.merge.EntityMerge;
import org.ontodraft.model.merge.EntitySides;
import org.ontodraft.model.merge.RefusedResolution;
import org.ontodraft.model.merge.Resolution;
import org.ontodraft.model.merge.Resolutions;
import org.ontodraft.model.merge.ThreeWayMerge;
import org.ontodraft.model.ontology.EntityReference;
import org.ontodraft.model.ontology.SourceFile;

/**
 * All merges of a rebase with the curator's decisions, and the changes that come of them.
 *
 * @param used the decisions that were used
 * @param refused those that were not
 */
record Merged(
    List<EntityMerge> merges,
    List<DraftChange> changes,
    List<Resolution> used,
    List<RefusedResolution> refused) {

  /** Puts them together. */
  static Merged of(
      ThreeVersions versions,
      List<RenamedEntity> renamed,
      Map<EntityKey, EntityMerge> plain,
      Collection<Resolution> resolutions) {
    Assembly assembly = new Assembly(versions);
    assembly.sort(resolutions);
    renamed.forEach(assembly::rename);
    plain.forEach(assembly::merge);
    assembly.others();
    assembly.follow();
    return assembly.merged();
  }

  private static final class Assembly {
    private final ThreeVersions versions;
    private final Map<EntityKey, Map<String, Resolution>> byEntity = new TreeMap<>();
    private final List<RefusedResolution> refused = new ArrayList<>();
    private final List<EntityMerge> keys = new ArrayList<>();
    private final Map<EntityKey, EntityMerge> merges = new TreeMap<>();
    private final Set<EntityKey> replaced = new TreeSet<>();
    private final Set<EntityKey> ofRenamed = new HashSet<>();
    private final Set<EntityKey> asked = new HashSet<>();
    private final ReferenceTurns turns = new ReferenceTurns();

    Assembly(ThreeVersions versions) {
      this.versions = versions;
    }

    void sort(Collection<Resolution> resolutions) {
      for (Resolution resolution : resolutions) {
        Resolution earlier =
            byEntity
                .computeIfAbsent(resolution.place().key(), key -> new TreeMap<>())
                .put(resolution.place().field(), resolution);
        if (earlier != null && !earlier.equals(resolution)) {
          refused.add(new RefusedResolution(earlier, RefusedResolution.Reason.REPLACED));
        }
      }
    }

    private Map<String, Resolution> about(EntityKey key) {
      return byEntity.getOrDefault(key, Map.of());
    }

    void rename(RenamedEntity entity) {
      Map<String, Resolution> mine = new TreeMap<>(about(entity.base()));
      Choice.Kind side = entity.side();
      EntityMerge ofKey = entity.keyMerge(versions, side);
      Resolution chosen = mine.remove("");
      if (chosen != null && resolved(ofKey, List.of(chosen)).decided()) {
        side = chosen.choice().kind();
        ofKey = entity.keyMerge(versions, side).chosen().settled();
      }
      asked.add(entity.base());
      ofRenamed.add(entity.base());
      if (entity.mine() != null) {
        ofRenamed.add(entity.mine());
      }
      if (entity.upstream() != null) {
        ofRenamed.add(entity.upstream());
      }
      entity.turns(side, turns);
      EntityKey gone = entity.replaced(side);
      if (gone != null) {
        replaced.add(gone);
      }
      boolean inDraft = versions.draft().change(entity.base()).isPresent();
      if (inDraft) {
        keys.add(ofKey);
      }
      EntityMerge content = entity.contentMerge(versions, side).orElse(null);
      if (content == null) {
        refuse(mine.values(), RefusedResolution.Reason.ENTITY_GONE);
      } else if (inDraft || !mine.isEmpty()) {
        put(resolved(content, mine.values()));
      }
    }

    private EntityMerge resolved(EntityMerge merge, Collection<Resolution> resolutions) {
      return Resolutions.apply(merge, resolutions, refused::add);
    }

    private void put(EntityMerge merge) {
      merges.put(merge.key(), merge);
    }

    private void refuse(Collection<Resolution> resolutions, RefusedResolution.Reason reason) {
      resolutions.forEach(resolution -> refused.add(new RefusedResolution(resolution, reason)));
    }

    void merge(EntityKey key, EntityMerge merge) {
      asked.add(key);
      Map<String, Resolution> mine = new TreeMap<>(about(key));
      Resolution ofEntity = mine.get("");
      @Nullable EntityKey other =
          ofEntity != null && ofEntity.choice() instanceof Choice.Recreate(EntityKey under)
              ? under
              : null;
      if (ofEntity != null && other != null && isTaken(key, other)) {
        refused.add(new RefusedResolution(ofEntity, RefusedResolution.Reason.KEY_TAKEN));
        mine.remove("");
        other = null;
      }
      EntityMerge resolved = resolved(merge, mine.values());
      put(resolved);
      if (other != null && resolved.decided()) {
        EntityDocument draft = ThreeVersions.renamed(merge.sides().draft(), key, other);
        put(ThreeWayMerge.merge(new EntitySides(other, null, draft, null)).chosen());
        turns.ofDraft(key, other);
      }
    }

    private boolean isTaken(EntityKey key, EntityKey other) {
      return other.type() != key.type()
          || versions.canonical().find(other).isPresent()
          || versions.draft().find(other).isPresent()
          || merges.containsKey(other);
    }

    /** Decisions about entities that the draft does not change. */
    void others() {
      byEntity.forEach((key, resolutions) -> {
        if (asked.contains(key)) {
          return;
        }
        EntitySides sides = versions.sides(key);
        if (sides.isEmpty() || ofRenamed.contains(key) || merges.containsKey(key)) {
          refuse(resolutions.values(), RefusedResolution.Reason.NOTHING_THERE);
          return;
        }
        int before = refused.size();
        EntityMerge merge = resolved(ThreeWayMerge.merge(sides), resolutions.values());
        if (refused.size() - before < resolutions.size()) {
          put(merge);
        }
      });
    }

    void follow() {
      if (turns.isEmpty()) {
        return;
      }
      merges.replaceAll((key, merge) -> turns.follow(merge));
      Set<EntityKey> sources = new TreeSet<>();
      for (EntityKey left : turns.leftUpstream()) {
        versions.canonical().referencesTo(left).stream()
            .map(EntityReference::source)
            .filter(source -> !merges.containsKey(source) && !replaced.contains(source))
            .filter(source -> versions.draft().change(source).isEmpty())
            .forEach(sources::add);
      }
      for (EntityKey source : sources) {
        EntityMerge upstream = ThreeWayMerge.merge(versions.sides(source));
        EntityMerge followed = turns.follow(upstream.with(upstream.result(), List.of()));
        if (!followed.decisions().isEmpty()) {
          put(followed);
        }
      }
    }

    Merged merged() {
      Map<EntityKey, DraftChange> changes = new TreeMap<>();
      for (EntityKey key : replaced) {
        SourceFile file = versions.file(key);
        if (file != null) {
          changes.put(key, new DraftChange.Delete(key, file));
        }
      }
      merges.forEach((key, merge) -> {
        DraftChange change = versions.change(key, merge.result());
        if (change != null) {
          changes.put(key, change);
        }
      });
      List<EntityMerge> all = new ArrayList<>(keys);
      all.addAll(merges.values());
      all.sort(Comparator.comparing(EntityMerge::key));
      Set<Resolution> used = new LinkedHashSet<>();
      byEntity.values().forEach(resolutions -> used.addAll(resolutions.values()));
      refused.forEach(each -> used.remove(each.resolution()));
      return new Merged(all, List.copyOf(changes.values()), List.copyOf(used), refused);
    }
  }
}
