package org.ontodraft.model.rebase;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.diff.RenameDetection;
import org.ontodraft.model.draft.DraftChange;
import org.ontodraft.model.draft.DraftIntent;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.ontology.EntityReference;

/** Finds the entities that the draft or upstream renamed. */
final class RenamedEntities {
  private final ThreeVersions versions;
  private final UpstreamChanges upstream;
  private final Map<EntityKey, EntityKey> mine;
  private final Map<EntityKey, EntityKey> theirs;
  private final Set<EntityKey> uncertain = new HashSet<>();

  private RenamedEntities(
      ThreeVersions versions, UpstreamChanges upstream, Collection<DraftIntent> intents) {
    this.versions = versions;
    this.upstream = upstream;
    this.mine = draftRenames(versions.draft(), intents);
    this.theirs = upstreamRenames();
  }

  /** The renamed entities that matter to the draft, sorted by the key they had. */
  static List<RenamedEntity> of(
      ThreeVersions versions, UpstreamChanges upstream, Collection<DraftIntent> intents) {
    return new RenamedEntities(versions, upstream, intents).entities();
  }

  /** What the curator said counts; where nothing was said, what is alike. */
  private static Map<EntityKey, EntityKey> draftRenames(
      DraftOverlay draft, Collection<DraftIntent> intents) {
    Map<EntityKey, EntityKey> said = DraftIntent.renames(intents);
    Map<EntityKey, EntityKey> renames = new TreeMap<>();
    said.forEach((from, to) -> {
      if (isDeleted(draft, from) && isCreated(draft, to)) {
        renames.put(from, to);
      }
    });
    Set<EntityKey> taken = new HashSet<>(renames.values());
    for (DraftChange change : draft.changes()) {
      if (change instanceof DraftChange.Delete && !renames.containsKey(change.key())) {
        draft
            .renamedTo(change.key())
            .filter(taken::add)
            .ifPresent(to -> renames.put(change.key(), to));
      }
    }
    return renames;
  }

  private static boolean isDeleted(DraftOverlay draft, EntityKey key) {
    return draft.change(key).filter(DraftChange.Delete.class::isInstance).isPresent();
  }

  private static boolean isCreated(DraftOverlay draft, EntityKey key) {
    return draft.change(key).filter(DraftChange.Create.class::isInstance).isPresent();
  }

  /** Nothing is read when nothing that the draft has to do with is gone. */
  private Map<EntityKey, EntityKey> upstreamRenames() {
    Set<EntityKey> gone = new HashSet<>(upstream.deleted());
    gone.retainAll(known(versions.draft()));
    if (gone.isEmpty() || upstream.created().isEmpty()) {
      return Map.of();
    }
    Map<EntityKey, EntityDocument> deleted = new HashMap<>();
    upstream.deleted().forEach(key -> put(deleted, key, versions.base(key)));
    Map<EntityKey, EntityDocument> created = new HashMap<>();
    upstream.created().forEach(key -> put(created, key, versions.upstream(key)));
    SortedMap<EntityKey, EntityKey> pairs = RenameDetection.between(deleted, created).pairs();
    Map<EntityKey, EntityKey> renames = new TreeMap<>(pairs);
    renames.keySet().retainAll(gone);
    Map<EntityKey, EntityDocument> others = new HashMap<>(created);
    others.keySet().removeAll(pairs.values());
    Map<EntityKey, EntityDocument> renamed = new HashMap<>(deleted);
    renamed.keySet().retainAll(renames.keySet());
    uncertain.addAll(RenameDetection.between(renamed, others).pairs().keySet());
    return renames;
  }

  private static void put(
      Map<EntityKey, EntityDocument> documents, EntityKey key, @Nullable EntityDocument document) {
    if (document != null) {
      documents.put(key, document);
    }
  }

  /** What the draft changes or names. */
  private static Set<EntityKey> known(DraftOverlay draft) {
    Set<EntityKey> known = new HashSet<>();
    for (DraftChange change : draft.changes()) {
      known.add(change.key());
      for (EntityReference reference : draft.referencesFrom(change.key())) {
        known.add(reference.target());
      }
    }
    return known;
  }

  private List<RenamedEntity> entities() {
    TreeMap<EntityKey, RenamedEntity> entities = new TreeMap<>();
    mine.forEach((from, to) -> {
      EntityKey now = keyUpstream(from);
      boolean inTheWay = exists(to) && !to.equals(now);
      if (!inTheWay) {
        entities.put(from, new RenamedEntity(from, to, now, true));
      }
    });
    theirs.forEach((from, to) -> {
      DraftChange change = versions.draft().change(from).orElse(null);
      boolean inTheWay = versions.draft().change(to).isPresent();
      if (!mine.containsKey(from) && !inTheWay) {
        boolean certain = !uncertain.contains(from);
        switch (change) {
          case DraftChange.Update _ ->
              entities.put(from, new RenamedEntity(from, from, to, certain));
          case DraftChange.Delete _ -> {
            if (certain) {
              entities.put(from, new RenamedEntity(from, null, to, true));
            }
          }
          case DraftChange.Create _ -> {}
          case null -> {
            if (certain) {
              entities.put(from, new RenamedEntity(from, from, to, true));
            }
          }
        }
      }
    });
    return List.copyOf(entities.values());
  }

  private @Nullable EntityKey keyUpstream(EntityKey from) {
    return exists(from) ? from : theirs.get(from);
  }

  private boolean exists(EntityKey key) {
    return versions.canonical().exists(key);
  }
}
