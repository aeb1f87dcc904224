package org.ontodraft.model.validation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.hierarchy.Hierarchy;
import org.ontodraft.model.ontology.EntityReference;
import org.ontodraft.model.ontology.EntitySummary;
import org.ontodraft.model.ontology.OntologyView;

/**
 * An ontology as rules read it: a base, or a draft on it. What a draft deletes does not exist here.
 * The views of all drafts on a base share what is looked up about the base. Reading documents may
 * read from disk: not for the FX thread. Thread-safe.
 */
public final class CheckedView {
  private static final List<String> CATEGORIES = List.of("/category", "/categories");

  private final OntologyView view;
  private final Supplier<Hierarchy> hierarchy;
  private final Set<EntityKey> unreadable;
  private final CheckIndexes base;
  private final Set<EntityKey> changed;
  private final @Nullable CheckIndexes ofDraft;
  private final @Nullable CheckedView origin;
  private final Recent<Set<EntityKey>> propertiesNaming = new Recent<>(4_096);
  private final Recent<Boolean> hasPages = new Recent<>(1_024);
  private final Recent<List<EntityKey>> requiredProperties = new Recent<>(1_024);
  private final Recent<EntityDocument> documents = new Recent<>(16);
  private final AtomicReference<@Nullable Coverage> coverage = new AtomicReference<>();
  private final AtomicReference<@Nullable Set<EntityType>> listed = new AtomicReference<>();
  private final AtomicReference<@Nullable Boolean> modules = new AtomicReference<>();

  private CheckedView(
      OntologyView view,
      Supplier<Hierarchy> hierarchy,
      Set<EntityKey> unreadable,
      CheckIndexes base,
      Set<EntityKey> changed,
      @Nullable CheckIndexes ofDraft,
      @Nullable CheckedView origin) {
    this.view = view;
    this.hierarchy = hierarchy;
    this.unreadable = unreadable;
    this.base = base;
    this.changed = changed;
    this.ofDraft = ofDraft;
    this.origin = origin;
  }

  /**
   * A base.
   *
   * @param unreadable entities whose file is there and cannot be read (decision 5)
   */
  public static CheckedView of(
      OntologyView base, Supplier<Hierarchy> hierarchy, Set<EntityKey> unreadable) {
    return new CheckedView(
        base, hierarchy, Set.copyOf(unreadable), CheckIndexes.ofAll(base), Set.of(), null, null);
  }

  /**
   * A draft on this version.
   *
   * @param inDraft every entity that the draft creates, changes or deletes
   * @param deleted those it deletes
   */
  public CheckedView with(
      OntologyView draft,
      Supplier<Hierarchy> draftHierarchy,
      Set<EntityKey> inDraft,
      Set<EntityKey> deleted) {
    Predicate<EntityKey> kept =
        key ->
            inDraft.contains(key) ? !deleted.contains(key) : changed.contains(key) && exists(key);
    return over(draft, draftHierarchy, unreadable, inDraft, kept);
  }

  /**
   * Another version, which shares what was looked up about this one.
   *
   * @param differing every entity that is in only one of the two, or differs
   * @param unreadableThere entities whose file is there and cannot be read (decision 5)
   */
  public CheckedView onto(
      OntologyView version,
      Supplier<Hierarchy> itsHierarchy,
      Set<EntityKey> differing,
      Set<EntityKey> unreadableThere) {
    Predicate<EntityKey> kept =
        key -> (differing.contains(key) || changed.contains(key)) && version.exists(key);
    return over(version, itsHierarchy, Set.copyOf(unreadableThere), differing, kept);
  }

  private CheckedView over(
      OntologyView next,
      Supplier<Hierarchy> itsHierarchy,
      Set<EntityKey> unreadableThere,
      Set<EntityKey> touched,
      Predicate<EntityKey> kept) {
    Set<EntityKey> all = new HashSet<>(changed);
    all.addAll(touched);
    CheckIndexes indexes = new CheckIndexes(next, () -> all.stream().filter(kept).toList(), kept);
    return new CheckedView(
        next,
        itsHierarchy,
        unreadableThere,
        base,
        Collections.unmodifiableSet(all),
        indexes,
        origin());
  }

  private CheckedView origin() {
    return origin == null ? this : origin;
  }

  /** Whether an entity is there. */
  public enum Presence {
    PRESENT,
    /** Its file is there and cannot be read (decision 5). */
    UNREADABLE,
    /** The draft deletes it. */
    DELETED,
    MISSING
  }

  /** Whether an entity is there, and why not. */
  public Presence presence(EntityKey key) {
    if (exists(key)) {
      return Presence.PRESENT;
    }
    if (changed.contains(key) && view.find(key).isPresent()) {
      return Presence.DELETED;
    }
    return unreadable.contains(key) ? Presence.UNREADABLE : Presence.MISSING;
  }

  /** Whether the entity exists and is not deleted. */
  public boolean exists(EntityKey key) {
    return ofDraft != null && changed.contains(key) ? ofDraft.owns(key) : base.owns(key);
  }

  /** The document of an entity that exists. Rules ask for the same one after another. */
  public EntityDocument document(EntityKey key) {
    return documents.get(key, view::document);
  }

  /** What is known of an entity that exists without reading its document. */
  public Optional<EntitySummary> summary(EntityKey key) {
    return exists(key) ? view.find(key) : Optional.empty();
  }

  /** Every reference an entity makes, by field and position; none when it does not exist. */
  public List<EntityReference> referencesFrom(EntityKey key) {
    return exists(key) ? view.referencesFrom(key) : List.of();
  }

  /** The entities that one names in a field, each once. */
  public Set<EntityKey> targets(EntityKey key, String pointer) {
    Set<EntityKey> targets = new LinkedHashSet<>();
    for (EntityReference reference : referencesFrom(key)) {
      if (reference.pointer().equals(pointer)) {
        targets.add(reference.target());
      }
    }
    return targets;
  }

  /** Every reference to this key; deleted entities make none. */
  public List<EntityReference> referencesTo(EntityKey key) {
    return view.referencesTo(key);
  }

  /** The entities of a type, without deleted ones. */
  public List<EntityKey> entities(EntityType type) {
    return view.entities(type).stream().map(EntitySummary::key).filter(this::exists).toList();
  }

  /** The inheritance of the categories. */
  public Hierarchy hierarchy() {
    return hierarchy.get();
  }

  /** The properties that a category, or one it inherits from, requires; sorted. */
  List<EntityKey> requiredProperties(EntityKey category) {
    return exists(category)
        ? requiredProperties.get(category, key -> hierarchy().requiredProperties(key))
        : List.of();
  }

  /** Whether a category, or one below it, has a resource of this name. */
  boolean hasPage(EntityKey category, String name) {
    for (EntityKey resource : both(indexes -> indexes.pagesNamed(name))) {
      for (EntityKey each : categoriesOf(resource)) {
        if (each.equals(category) || hierarchy().ancestors(each).contains(category)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a category, or one below it, has any resource. */
  boolean hasPages(EntityKey category) {
    return hasPages.get(
        category, key -> hasResources(key) || hierarchy().anyDescendant(key, this::hasResources));
  }

  private boolean hasResources(EntityKey category) {
    for (EntityReference reference : referencesTo(category)) {
      if (reference.source().type() == EntityType.RESOURCE) {
        return true;
      }
    }
    return false;
  }

  /** The properties that name this category in their definition. */
  Set<EntityKey> propertiesNaming(EntityKey category) {
    return base.isNamedByProperty(category)
            || ofDraft != null && ofDraft.isNamedByProperty(category)
        ? propertiesNaming.get(category, key -> sources(key, EntityType.PROPERTY))
        : Set.of();
  }

  /** The categories of a resource that exist, in its order. */
  List<EntityKey> categoriesOf(EntityKey resource) {
    List<EntityReference> references = referencesFrom(resource);
    List<EntityKey> categories = new ArrayList<>(2);
    for (String pointer : CATEGORIES) {
      for (EntityReference reference : references) {
        EntityKey category = reference.target();
        if (reference.pointer().equals(pointer)
            && !categories.contains(category)
            && exists(category)) {
          categories.add(category);
        }
      }
    }
    return categories;
  }

  /** The resources that name this category as one of theirs. */
  Set<EntityKey> resourcesOf(EntityKey category) {
    return sources(category, EntityType.RESOURCE);
  }

  /** The entities of a type that refer to this one. */
  Set<EntityKey> sources(EntityKey target, EntityType type) {
    Set<EntityKey> sources = new LinkedHashSet<>();
    for (EntityReference reference : referencesTo(target)) {
      if (reference.source().type() == type) {
        sources.add(reference.source());
      }
    }
    return sources;
  }

  /** What a property asks of its values; nothing when it does not exist. */
  PropertyConstraints constraints(EntityKey property) {
    if (!exists(property)) {
      return PropertyConstraints.NONE;
    }
    CheckIndexes indexes = changed.contains(property) && ofDraft != null ? ofDraft : base;
    return indexes.constraints(property);
  }

  /** The entities of a type with this label, but for case and spaces. */
  List<EntityKey> labelled(EntityType type, String label) {
    return both(indexes -> indexes.labelled(type, label));
  }

  /** The entities of a type whose key looks like this name. */
  List<EntityKey> lookingLike(EntityType type, String name) {
    return both(indexes -> indexes.lookingLike(type, name));
  }

  /** The entities whose file is where this path is on a system that ignores case. */
  public List<EntityKey> at(String path) {
    return both(indexes -> indexes.at(path));
  }

  /** The resources that have this value of a property. */
  List<EntityKey> having(EntityKey property, String value) {
    return both(indexes -> indexes.having(property, value));
  }

  /** The values of a property that more than one resource has. */
  Set<String> sharedValues(EntityKey property) {
    Set<String> shared = new HashSet<>(manyOf(base.values(property)));
    if (ofDraft != null) {
      shared.addAll(ofDraft.values(property).keySet());
    }
    shared.removeIf(value -> having(property, value).size() < 2);
    return shared;
  }

  private static List<String> manyOf(Map<String, Set<EntityKey>> values) {
    return values.entrySet().stream()
        .filter(value -> value.getValue().size() > 1)
        .map(Map.Entry::getKey)
        .toList();
  }

  /**
   * Keys that something refers to, that do not exist, and that look like this name; more rarely.
   */
  Set<EntityKey> targetsLookingLike(EntityType type, String name) {
    Set<EntityKey> targets = new HashSet<>(base.targetsLookingLike(type, name));
    if (ofDraft != null) {
      targets.addAll(ofDraft.targetsLookingLike(type, name));
    }
    return targets;
  }

  /** The modules that list an entity, sorted. */
  Set<EntityKey> modulesOf(EntityKey entity) {
    return new TreeSet<>(both(indexes -> indexes.modulesOf(entity)));
  }

  /** Whether there is any module. */
  boolean hasModules() {
    Boolean known = modules.get();
    if (known == null) {
      known = !entities(EntityType.MODULE).isEmpty();
      modules.set(known);
    }
    return known;
  }

  /** What modules and bundles bring with them. */
  Coverage coverage() {
    Coverage known = coverage.get();
    if (known == null) {
      known =
          changed.isEmpty() ? Coverage.of(this) : origin().coverage().with(origin(), this, changed);
      coverage.set(known);
    }
    return known;
  }

  /** Works out from another state of the same draft what would cost more to work out anew. */
  void follow(CheckedView before, Set<EntityKey> step) {
    if (coverage.get() == null) {
      coverage.set(before.coverage().with(before, this, step));
    }
  }

  /** See {@link CheckIndexes}: what is made on first use is made now. */
  public void warm() {
    base.warm();
    coverage();
  }

  /** Whether any module lists members of this type; dependencies for modules. */
  boolean isListed(EntityType type) {
    Set<EntityType> known = listed.get();
    if (known == null) {
      known = EnumSet.noneOf(EntityType.class);
      for (EntityType each : EntityType.values()) {
        if (listedMembers(each) > 0) {
          known.add(each);
        }
      }
      listed.set(known);
    }
    return known.contains(type);
  }

  private int listedMembers(EntityType type) {
    int count = base.listed(type);
    if (ofDraft != null) {
      count += ofDraft.listed(type);
      for (EntityKey key : changed) {
        count -= base.listedBy(key, type);
      }
    }
    return count;
  }

  private List<EntityKey> both(Function<CheckIndexes, Collection<EntityKey>> lookup) {
    Collection<EntityKey> found = lookup.apply(base);
    if (ofDraft == null) {
      return List.copyOf(found);
    }
    List<EntityKey> all = new ArrayList<>(found.size());
    found.stream().filter(key -> !changed.contains(key)).forEach(all::add);
    all.addAll(lookup.apply(ofDraft));
    return all;
  }
}
