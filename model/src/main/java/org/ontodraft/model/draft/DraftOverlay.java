package org.ontodraft.model.draft;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.diff.RenameDetection;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityStatus;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.hierarchy.EffectChange;
import org.ontodraft.model.hierarchy.Hierarchy;
import org.ontodraft.model.ontology.EntityReference;
import org.ontodraft.model.ontology.EntitySummary;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.ontology.OntologyVersion;
import org.ontodraft.model.ontology.OntologyView;
import org.ontodraft.model.ontology.SourceFile;

/**
 * The effective ontology: a base with a draft's changes, or with none. Every view reads this.
 * Immutable. References made by deleted entities do not count.
 *
 * <p>Making one and {@link #with} may parse base files. The first of {@link #hierarchy}, {@link
 * #status}, {@link #effect} and {@link #effects} walks the categories, and after that {@link #with}
 * does where it must; so none of these first calls is for the FX thread.
 */
public final class DraftOverlay implements OntologyView {
  private final Ontology base;
  private final SortedMap<EntityKey, Overlaid> overlaid;

  /** The keys of those, to look up by the thousand. */
  private final Set<EntityKey> changed;

  /** The references that changed entities make, by target. */
  private final Map<EntityKey, List<EntityReference>> made;

  private final Inheritance inheritance;

  /** The fields in conflict with a newer version, by entity; none for the entity as a whole. */
  private final Map<EntityKey, Set<String>> conflicts;

  private final AtomicReference<@Nullable RenameDetection> renames = new AtomicReference<>();

  private DraftOverlay(
      Ontology base,
      SortedMap<EntityKey, Overlaid> overlaid,
      Map<EntityKey, List<EntityReference>> made,
      Inheritance inheritance,
      Map<EntityKey, Set<String>> conflicts) {
    this.base = base;
    this.overlaid = overlaid;
    this.changed = new HashSet<>(overlaid.keySet());
    this.made = made;
    this.inheritance = inheritance;
    this.conflicts = conflicts;
  }

  /**
   * The effective ontology of these changes on their base. A created entity that the base has is an
   * update of it.
   */
  public static DraftOverlay of(Ontology base, Collection<DraftChange> changes) {
    return of(Inheritance.of(base), base, changes);
  }

  /**
   * The effective ontology of changes on another version. What is inherited is worked out from what
   * it is here, which costs what differs.
   *
   * @param differing the entities in which the version differs from this one's base
   */
  public DraftOverlay onto(
      Ontology version, Set<EntityKey> differing, Collection<DraftChange> changes) {
    return of(inheritance.onto(version, differing), version, changes);
  }

  private static DraftOverlay of(
      Inheritance canonical, Ontology base, Collection<DraftChange> changes) {
    DraftOverlay none = new DraftOverlay(base, new TreeMap<>(), Map.of(), canonical, Map.of());
    SortedMap<EntityKey, Overlaid> overlaid = new TreeMap<>();
    Map<EntityKey, List<EntityReference>> made = new HashMap<>();
    for (DraftChange change : changes) {
      DraftChange normalised = none.normalised(change);
      if (normalised == null) {
        overlaid.remove(change.key());
      } else {
        overlaid.put(change.key(), Overlaid.of(base, normalised));
      }
    }
    overlaid.values().forEach(entity -> MadeReferences.addTo(made, entity.references()));
    return of(base, overlaid, made, canonical, Map.of());
  }

  private static DraftOverlay of(
      Ontology base,
      SortedMap<EntityKey, Overlaid> overlaid,
      Map<EntityKey, List<EntityReference>> made,
      Inheritance inheritance,
      Map<EntityKey, Set<String>> conflicts) {
    // The hierarchy is worked out from a view, so the view comes first, without one of its own.
    DraftOverlay view = new DraftOverlay(base, overlaid, made, Inheritance.of(base), Map.of());
    Map<EntityKey, List<EntityReference>> changed = new HashMap<>();
    overlaid.forEach((key, entity) -> {
      List<EntityReference> references = changedReferences(base, key, entity);
      if (references != null) {
        changed.put(key, references);
      }
    });
    return new DraftOverlay(base, overlaid, made, inheritance.with(view, changed), conflicts);
  }

  /** This overlay with the changes of several entities replaced; empty takes one back. */
  public DraftOverlay withAll(Map<EntityKey, Optional<DraftChange>> changes) {
    SortedMap<EntityKey, Overlaid> copy = new TreeMap<>(overlaid);
    Map<EntityKey, List<EntityReference>> references = new HashMap<>(made);
    changes.forEach(
        (key, change) -> put(copy, references, key, change.map(this::normalised).orElse(null)));
    return of(base, copy, references, inheritance, conflicts);
  }

  /** This overlay with one entity's change replaced; null takes the change back. */
  public DraftOverlay with(EntityKey key, @Nullable DraftChange change) {
    SortedMap<EntityKey, Overlaid> copy = new TreeMap<>(overlaid);
    Map<EntityKey, List<EntityReference>> references = new HashMap<>(made);
    put(copy, references, key, change == null ? null : normalised(change));
    DraftOverlay view = new DraftOverlay(base, copy, references, Inheritance.of(base), Map.of());
    Inheritance own = inheritance.with(view, key, changedReferences(base, key, copy.get(key)));
    return new DraftOverlay(base, copy, references, own, conflicts);
  }

  /** What a category refers to, where that is not what it refers to at the base; else null. */
  private static @Nullable List<EntityReference> changedReferences(
      Ontology base, EntityKey key, @Nullable Overlaid entity) {
    if (key.type() != EntityType.CATEGORY || entity == null) {
      return null;
    }
    List<EntityReference> now = entity.references();
    return base.find(key).isPresent() && now.equals(base.referencesFrom(key)) ? null : now;
  }

  /**
   * This overlay with what a rebase plan says the curator has to decide. {@link #with} keeps it,
   * until somebody makes the next plan.
   *
   * @param fields the fields in conflict by entity; no field stands for the entity as a whole.
   *     Entities that the draft does not change are left out
   */
  public DraftOverlay withConflicts(Map<EntityKey, Set<String>> fields) {
    return fields.equals(conflicts)
        ? this
        : new DraftOverlay(base, overlaid, made, inheritance, Map.copyOf(fields));
  }

  /** Whether another overlay makes the same of the same base, whatever is in conflict. */
  public boolean sameAs(DraftOverlay other) {
    return base == other.base && overlaid == other.overlaid;
  }

  private @Nullable DraftChange normalised(DraftChange change) {
    return change instanceof DraftChange.Create(EntityKey key, EntityDocument replacement)
            && base.find(key).isPresent()
        ? changeTo(key, replacement)
        : change;
  }

  private void put(
      SortedMap<EntityKey, Overlaid> entities,
      Map<EntityKey, List<EntityReference>> references,
      EntityKey key,
      @Nullable DraftChange change) {
    Overlaid after = change == null ? null : Overlaid.of(base, change);
    Overlaid before = after == null ? entities.remove(key) : entities.put(key, after);
    MadeReferences.replace(references, before, after);
  }

  /**
   * What the draft must do to an entity so that it has this document: the change to keep, or null
   * when the document equals the base.
   *
   * @param document null for no entity
   */
  public @Nullable DraftChange changeTo(EntityKey key, @Nullable EntityDocument document) {
    SourceFile file = baseFile(key);
    return DraftChange.between(key, file, file == null ? null : baseDocument(key), document);
  }

  private @Nullable SourceFile baseFile(EntityKey key) {
    Overlaid entity = overlaid.get(key);
    if (entity != null) {
      return entity.change().baseFile();
    }
    return base.find(key).isPresent() ? base.file(key) : null;
  }

  /** The version the draft is built on. */
  public Ontology base() {
    return base;
  }

  /** The changes, sorted by key. */
  public List<DraftChange> changes() {
    return overlaid.values().stream().map(Overlaid::change).toList();
  }

  /** The change of one entity. */
  public Optional<DraftChange> change(EntityKey key) {
    return Optional.ofNullable(overlaid.get(key)).map(Overlaid::change);
  }

  /** What the draft does to an entity; {@link EntityStatus#UNCHANGED} for an unknown key. */
  public EntityStatus status(EntityKey key) {
    Overlaid entity = overlaid.get(key);
    if (entity == null) {
      boolean affected = key.type() == EntityType.CATEGORY && !effect(key).isEmpty();
      return affected ? EntityStatus.AFFECTED : EntityStatus.UNCHANGED;
    }
    if (entity.status() != EntityStatus.BROKEN && conflicts.containsKey(key)) {
      return EntityStatus.CONFLICTED;
    }
    boolean renamed = entity.status() == EntityStatus.ADDED && renamedFrom(key).isPresent();
    return renamed ? EntityStatus.RENAMED : entity.status();
  }

  /**
   * What the draft does to the fields of an entity; a field that is not here is unchanged. A
   * renamed entity is compared with what it was under its old key. Of a broken change all fields
   * that it is about are broken. Of a category, a list is affected when inherited items come, go or
   * change sides in it.
   */
  public Map<String, EntityStatus> fieldStatuses(EntityKey key) {
    FieldStatuses fields = new FieldStatuses();
    Overlaid entity = overlaid.get(key);
    if (entity != null) {
      EntityDocument before =
          renamedFrom(key).map(this::baseDocument).orElseGet(() -> baseDocument(key));
      fields.differing(key.type(), before, entity.document());
    }
    if (key.type() == EntityType.CATEGORY && exists(key) && !effect(key).isEmpty()) {
      fields.inherited(
          inheritance.baseHierarchy().requirements(key), hierarchy().requirements(key));
    }
    if (entity != null) {
      fields.marked(conflicts.getOrDefault(key, Set.of()), EntityStatus.CONFLICTED);
      if (entity.status() == EntityStatus.BROKEN
          && entity.change() instanceof DraftChange.Update update) {
        fields.marked(update.patch().fields(), EntityStatus.BROKEN);
      }
    }
    return fields.all();
  }

  /** The deleted entity that a created one was before the draft, see {@link RenameDetection}. */
  public Optional<EntityKey> renamedFrom(EntityKey created) {
    return renames().from(created);
  }

  /** The entity that a deleted one has become, see {@link #renamedFrom}. */
  public Optional<EntityKey> renamedTo(EntityKey deleted) {
    return renames().to(deleted);
  }

  private RenameDetection renames() {
    RenameDetection known = renames.get();
    if (known == null) {
      known = Renames.among(overlaid.values());
      renames.set(known);
    }
    return known;
  }

  /** How what a category has, its own and inherited items, differs from the base. */
  public EffectChange effect(EntityKey category) {
    return inheritance.effects().of(category);
  }

  /**
   * The categories that are {@link EntityStatus#AFFECTED}, sorted, with what they gain and lose.
   * Looks at every descendant of a changed category: not for the FX thread.
   */
  public List<EffectChange> effects() {
    return inheritance.effects().reached().stream()
        .filter(category -> !overlaid.containsKey(category))
        .map(this::effect)
        .filter(effect -> !effect.isEmpty())
        .toList();
  }

  /** The effective document, or null when the entity is deleted or does not exist. */
  public @Nullable EntityDocument effectiveDocument(EntityKey key) {
    Overlaid entity = overlaid.get(key);
    return entity != null ? entity.document() : canonicalDocument(key);
  }

  /** The document at the base, or null when the base has no such entity. */
  public @Nullable EntityDocument baseDocument(EntityKey key) {
    Overlaid entity = overlaid.get(key);
    return entity != null ? entity.base() : canonicalDocument(key);
  }

  private @Nullable EntityDocument canonicalDocument(EntityKey key) {
    return base.find(key).isPresent() ? base.document(key) : null;
  }

  /** The categories' inheritance as the draft makes it; computed once. */
  public Hierarchy hierarchy() {
    return inheritance.hierarchy();
  }

  /** The categories' inheritance at the base; computed once. Not for the FX thread. */
  public Hierarchy baseHierarchy() {
    return inheritance.baseHierarchy();
  }

  @Override
  public OntologyVersion version() {
    return base.version();
  }

  @Override
  public List<EntitySummary> entities(EntityType type) {
    TreeMap<EntityKey, EntitySummary> changed = new TreeMap<>();
    overlaid.forEach((key, entity) -> {
      if (key.type() == type) {
        changed.put(key, entity.summary());
      }
    });
    List<EntitySummary> canonical = base.entities(type);
    if (changed.isEmpty()) {
      return canonical;
    }
    List<EntitySummary> merged = new ArrayList<>(canonical.size() + changed.size());
    for (EntitySummary entity : canonical) {
      while (!changed.isEmpty() && changed.firstKey().compareTo(entity.key()) < 0) {
        merged.add(changed.pollFirstEntry().getValue());
      }
      EntitySummary mine = changed.remove(entity.key());
      merged.add(mine == null ? entity : mine);
    }
    merged.addAll(changed.values());
    return Collections.unmodifiableList(merged);
  }

  /** The entity with this key, also when the draft deletes it. */
  @Override
  public Optional<EntitySummary> find(EntityKey key) {
    Overlaid entity = overlaid.get(key);
    return entity != null ? Optional.of(entity.summary()) : base.find(key);
  }

  @Override
  public boolean exists(EntityKey key) {
    Overlaid entity = overlaid.get(key);
    return entity != null ? entity.document() != null : base.exists(key);
  }

  @Override
  public boolean isStored(EntityKey key) {
    return !overlaid.containsKey(key);
  }

  @Override
  public List<EntityReference> referencesFrom(EntityKey key) {
    Overlaid entity = overlaid.get(key);
    return entity != null ? entity.references() : base.referencesFrom(key);
  }

  @Override
  public List<EntityReference> referencesTo(EntityKey key) {
    List<EntityReference> references = new ArrayList<>();
    for (EntityReference reference : base.referencesTo(key)) {
      if (!changed.contains(reference.source())) {
        references.add(reference);
      }
    }
    references.addAll(made.getOrDefault(key, List.of()));
    return Collections.unmodifiableList(references);
  }

  /**
   * @throws NoSuchElementException also when the draft deletes the entity
   */
  @Override
  public EntityDocument document(EntityKey key) {
    EntityDocument document = effectiveDocument(key);
    if (document == null) {
      throw new NoSuchElementException(key + " in a draft on " + version().shortCommit());
    }
    return document;
  }
}
