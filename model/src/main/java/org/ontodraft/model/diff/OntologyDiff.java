package org.ontodraft.model.diff;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.hierarchy.EffectChange;
import org.ontodraft.model.hierarchy.Hierarchy;
import org.ontodraft.model.hierarchy.InheritedEffects;
import org.ontodraft.model.ontology.EntitySummary;
import org.ontodraft.model.ontology.OntologyView;

/**
 * What differs between two ontologies: any two versions, or a version and a draft. Immutable. Only
 * entities whose objects differ are read; of the others the two indexes are compared.
 */
public final class OntologyDiff {
  private final OntologyView base;
  private final OntologyView mine;
  private final SortedMap<EntityKey, EntityChange> changes;

  private OntologyDiff(
      OntologyView base, OntologyView mine, SortedMap<EntityKey, EntityChange> changes) {
    this.base = base;
    this.mine = mine;
    this.changes = changes;
  }

  /** Compares two ontologies. Reads the documents that may differ: not for the FX thread. */
  public static OntologyDiff between(OntologyView base, OntologyView mine) {
    Comparison comparison = new Comparison(base, mine);
    for (EntityType type : EntityType.values()) {
      comparison.compare(base.entities(type), mine.entities(type));
    }
    return new OntologyDiff(base, mine, comparison.changes());
  }

  /** One pass over both sorted lists of each type. */
  private static final class Comparison {
    private final OntologyView base;
    private final OntologyView mine;
    private final SortedMap<EntityKey, EntityDocument> deleted = new TreeMap<>();
    private final SortedMap<EntityKey, EntityDocument> created = new TreeMap<>();
    private final SortedMap<EntityKey, EntityChange> changes = new TreeMap<>();

    Comparison(OntologyView base, OntologyView mine) {
      this.base = base;
      this.mine = mine;
    }

    void compare(List<EntitySummary> before, List<EntitySummary> after) {
      int i = 0;
      int j = 0;
      while (i < before.size() || j < after.size()) {
        int order = order(before, i, after, j);
        if (order < 0) {
          gone(before.get(i++).key());
        } else if (order > 0) {
          fresh(after.get(j++).key());
        } else {
          both(before.get(i++), after.get(j++));
        }
      }
    }

    private static int order(List<EntitySummary> before, int i, List<EntitySummary> after, int j) {
      if (i == before.size()) {
        return 1;
      }
      if (j == after.size()) {
        return -1;
      }
      // Versions of one ontology share most of their summaries.
      return before.get(i) == after.get(j) ? 0 : before.get(i).key().compareTo(after.get(j).key());
    }

    private void both(EntitySummary before, EntitySummary after) {
      EntityKey key = before.key();
      if (isSame(before, after) && base.isStored(key) && mine.isStored(key)) {
        return;
      }
      if (!base.exists(key)) {
        fresh(key);
      } else if (!mine.exists(key)) {
        gone(key);
      } else {
        EntityDocument was = base.document(key);
        EntityDocument is = mine.document(key);
        if (!was.equals(is)) {
          changes.put(key, new EntityChange.Modified(key, was, is));
        }
      }
    }

    private static boolean isSame(EntitySummary before, EntitySummary after) {
      return before == after
          || before.blobId().equals(after.blobId())
              && before.sourcePath().equals(after.sourcePath())
              && before.pages().equals(after.pages());
    }

    /** Lists of a draft name what it deletes, too. */
    private void gone(EntityKey key) {
      if (base.exists(key)) {
        deleted.put(key, base.document(key));
      }
    }

    private void fresh(EntityKey key) {
      if (mine.exists(key)) {
        created.put(key, mine.document(key));
      }
    }

    SortedMap<EntityKey, EntityChange> changes() {
      RenameDetection renames = RenameDetection.between(deleted, created);
      deleted.forEach((key, document) -> {
        if (renames.to(key).isEmpty()) {
          changes.put(key, new EntityChange.Deleted(key, document));
        }
      });
      created.forEach((key, document) ->
          changes.put(
              key,
              renames
                  .from(key)
                  .<EntityChange>map(from -> renamed(from, key, document))
                  .orElseGet(() -> new EntityChange.Added(key, document))));
      return changes;
    }

    private EntityChange renamed(EntityKey from, EntityKey key, EntityDocument document) {
      EntityDocument before = deleted.getOrDefault(from, document);
      return new EntityChange.Renamed(key, from, before, document);
    }
  }

  /** The base. */
  public OntologyView base() {
    return base;
  }

  /** The other side. */
  public OntologyView mine() {
    return mine;
  }

  /** Every entity that differs, by key; a renamed one once, under its new key. */
  public Collection<EntityChange> changes() {
    return changes.values();
  }

  /** What differs of the entity that has this key in mine, or had it in the base and is deleted. */
  public Optional<EntityChange> change(EntityKey key) {
    return Optional.ofNullable(changes.get(key));
  }

  /**
   * How the effective properties and subobjects of each category that both sides have differ,
   * sorted; without those whose do not. A renamed category is under its new key. Works out the
   * inheritance of the base first.
   */
  public List<EffectChange> effects() {
    return effects(Hierarchy.of(base));
  }

  /**
   * As {@link #effects()} for whoever has the inheritance of the base already.
   *
   * @param before the base's
   */
  public List<EffectChange> effects(Hierarchy before) {
    Set<EntityKey> categories = changedCategories();
    Hierarchy after = before.with(mine, categories);
    InheritedEffects effects = InheritedEffects.NONE.with(before, after, categories, categories);
    List<EffectChange> found = new ArrayList<>();
    for (EntityKey category : effects.reached()) {
      if (mine.exists(category)) {
        EntityKey was =
            changes.get(category) instanceof EntityChange.Renamed renamed
                ? renamed.from()
                : category;
        if (base.exists(was)) {
          found.add(EffectChange.between(before, was, after, category));
        }
      }
    }
    found.removeIf(EffectChange::isEmpty);
    found.sort(Comparator.comparing(EffectChange::category));
    return found;
  }

  private Set<EntityKey> changedCategories() {
    Set<EntityKey> categories = new HashSet<>();
    for (EntityChange change : changes.values()) {
      if (change.key().type() == EntityType.CATEGORY) {
        categories.add(change.key());
        if (change instanceof EntityChange.Renamed renamed) {
          categories.add(renamed.from());
        }
      }
    }
    return categories;
  }
}
