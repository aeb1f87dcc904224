package org.ontodraft.model.validation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.format.PathFolding;
import org.ontodraft.model.ontology.EntityReference;
import org.ontodraft.model.ontology.EntitySummary;
import org.ontodraft.model.ontology.OntologyView;

/**
 * What rules look up about a set of entities: all of a base, once for every edit on it, or the few
 * that a draft changes. Each index is made when it is first asked for. Thread-safe.
 */
final class CheckIndexes {
  private final OntologyView view;
  private final Supplier<? extends Collection<EntityKey>> entities;
  private final Predicate<EntityKey> owns;
  private final Lazy<Map<Name, List<EntityKey>>> labels = new Lazy<>(this::labelsOf);
  private final Lazy<Map<Name, List<EntityKey>>> foldedKeys = new Lazy<>(this::foldedKeysOf);
  private final Lazy<Map<Name, Set<EntityKey>>> foldedTargets = new Lazy<>(this::foldedTargetsOf);
  private final Lazy<Map<String, List<EntityKey>>> paths = new Lazy<>(this::pathsOf);
  private final Lazy<Map<String, List<EntityKey>>> pages = new Lazy<>(this::pagesOf);
  private final Lazy<Set<EntityKey>> named = new Lazy<>(this::namedByProperties);
  private final Lazy<Map<EntityType, Integer>> listed = new Lazy<>(this::listedOf);
  private final Lazy<Map<EntityKey, List<EntityKey>>> modules = new Lazy<>(this::modulesByMember);
  private final Map<EntityKey, Map<String, Set<EntityKey>>> values = new ConcurrentHashMap<>();
  private final Map<EntityKey, PropertyConstraints> constraints = new ConcurrentHashMap<>();

  /** A name of an entity of a type. */
  private record Name(EntityType type, String text) {}

  /** A value that is worked out once; two threads that ask at first may both do it. */
  private static final class Lazy<T> {
    private final Supplier<T> source;
    private volatile Optional<T> value = Optional.empty();

    Lazy(Supplier<T> source) {
      this.source = source;
    }

    T get() {
      Optional<T> known = value;
      if (known.isEmpty()) {
        known = Optional.of(source.get());
        value = known;
      }
      return known.orElseThrow();
    }
  }

  /**
   * @param entities those that exist in the view and are to be indexed
   * @param owns whether a key is one of them
   */
  CheckIndexes(
      OntologyView view,
      Supplier<? extends Collection<EntityKey>> entities,
      Predicate<EntityKey> owns) {
    this.view = view;
    this.entities = entities;
    this.owns = owns;
  }

  /** All entities of a view that deletes none. */
  static CheckIndexes ofAll(OntologyView view) {
    Supplier<List<EntityKey>> all =
        () -> {
          List<EntityKey> keys = new ArrayList<>();
          for (EntityType type : EntityType.values()) {
            view.entities(type).forEach(entity -> keys.add(entity.key()));
          }
          return keys;
        };
    return new CheckIndexes(view, all, key -> view.find(key).isPresent());
  }

  boolean owns(EntityKey key) {
    return owns.test(key);
  }

  /** The entities of a type whose label is this one, but for case and spaces. */
  List<EntityKey> labelled(EntityType type, String label) {
    return labels.get().getOrDefault(new Name(type, foldLabel(label)), List.of());
  }

  static String foldLabel(String label) {
    return PathFolding.fold(label.strip());
  }

  private Map<Name, List<EntityKey>> labelsOf() {
    Map<Name, List<EntityKey>> found = new HashMap<>();
    for (EntityKey key : entities.get()) {
      view.find(key)
          .map(EntitySummary::label)
          .ifPresent(label -> add(found, new Name(key.type(), foldLabel(label)), key));
    }
    return found;
  }

  /** The entities of a type whose key looks like this name. */
  List<EntityKey> lookingLike(EntityType type, String name) {
    return foldedKeys.get().getOrDefault(new Name(type, LookAlikes.fold(name)), List.of());
  }

  private Map<Name, List<EntityKey>> foldedKeysOf() {
    Map<Name, List<EntityKey>> found = new HashMap<>();
    entities
        .get()
        .forEach(key -> add(found, new Name(key.type(), LookAlikes.fold(key.key())), key));
    return found;
  }

  /** What these entities refer to that looks like this name. */
  Set<EntityKey> targetsLookingLike(EntityType type, String name) {
    return foldedTargets.get().getOrDefault(new Name(type, LookAlikes.fold(name)), Set.of());
  }

  /** Of what does not exist: a reference to something that does needs no guess at its spelling. */
  private Map<Name, Set<EntityKey>> foldedTargetsOf() {
    Map<Name, Set<EntityKey>> found = new HashMap<>();
    for (EntityKey key : entities.get()) {
      for (EntityReference reference : view.referencesFrom(key)) {
        EntityKey target = reference.target();
        if (view.find(target).isEmpty()) {
          found
              .computeIfAbsent(
                  new Name(target.type(), LookAlikes.fold(target.key())),
                  name -> new LinkedHashSet<>())
              .add(target);
        }
      }
    }
    return found;
  }

  /** The entities whose file would be where this path is on a system that ignores case. */
  List<EntityKey> at(String path) {
    return paths.get().getOrDefault(PathFolding.fold(path), List.of());
  }

  private Map<String, List<EntityKey>> pathsOf() {
    Map<String, List<EntityKey>> found = new HashMap<>();
    for (EntityKey key : entities.get()) {
      view.find(key)
          .map(EntitySummary::sourcePath)
          .ifPresent(path ->
              found.computeIfAbsent(PathFolding.fold(path), p -> new ArrayList<>(1)).add(key));
    }
    return found;
  }

  /** The resources that have this name, see {@link PageNames}. */
  List<EntityKey> pagesNamed(String name) {
    return pages.get().getOrDefault(PageNames.fold(name), List.of());
  }

  private Map<String, List<EntityKey>> pagesOf() {
    Map<String, List<EntityKey>> found = new HashMap<>();
    for (EntityKey key : entities.get()) {
      if (key.type() == EntityType.RESOURCE) {
        String label = view.find(key).map(EntitySummary::label).orElse(key.key());
        PageNames.of(key, label).stream().distinct().forEach(name -> add(found, name, key));
      }
    }
    return found;
  }

  /** Makes what is made on first use, but for what needs documents. */
  void warm() {
    labels.get();
    foldedKeys.get();
    foldedTargets.get();
    paths.get();
    pages.get();
    named.get();
    listed.get();
    modules.get();
  }

  /** Whether one of the properties names this category in its definition. */
  boolean isNamedByProperty(EntityKey category) {
    return named.get().contains(category);
  }

  private Set<EntityKey> namedByProperties() {
    Set<EntityKey> found = new HashSet<>();
    for (EntityKey key : entities.get()) {
      if (key.type() == EntityType.PROPERTY) {
        for (EntityReference reference : view.referencesFrom(key)) {
          if (reference.target().type() == EntityType.CATEGORY) {
            found.add(reference.target());
          }
        }
      }
    }
    return found;
  }

  /** The modules that list an entity. */
  List<EntityKey> modulesOf(EntityKey entity) {
    return modules.get().getOrDefault(entity, List.of());
  }

  private Map<EntityKey, List<EntityKey>> modulesByMember() {
    Map<EntityKey, List<EntityKey>> found = new HashMap<>();
    for (EntityKey key : entities.get()) {
      if (key.type() == EntityType.MODULE) {
        view.referencesFrom(key).stream()
            .filter(Membership::isMember)
            .map(EntityReference::target)
            .distinct()
            .forEach(member -> add(found, member, key));
      }
    }
    return found;
  }

  /** How many members of a type modules list; dependencies count for modules. */
  int listed(EntityType type) {
    return listed.get().getOrDefault(type, 0);
  }

  private Map<EntityType, Integer> listedOf() {
    Map<EntityType, Integer> found = new EnumMap<>(EntityType.class);
    for (EntityKey key : entities.get()) {
      if (key.type() == EntityType.MODULE) {
        view.referencesFrom(key)
            .forEach(reference -> found.merge(reference.target().type(), 1, Integer::sum));
      }
    }
    return found;
  }

  /** How many members of a type one of these lists, if it is a module. */
  int listedBy(EntityKey key, EntityType type) {
    if (key.type() != EntityType.MODULE || !owns(key)) {
      return 0;
    }
    return (int)
        view.referencesFrom(key).stream()
            .filter(reference -> reference.target().type() == type)
            .count();
  }

  /** The resources that have this value of a property. */
  Set<EntityKey> having(EntityKey property, String value) {
    return values(property).getOrDefault(value, Set.of());
  }

  /** The values of a property and the resources that have them. */
  Map<String, Set<EntityKey>> values(EntityKey property) {
    return values.computeIfAbsent(property, this::valuesOf);
  }

  private Map<String, Set<EntityKey>> valuesOf(EntityKey property) {
    Map<String, Set<EntityKey>> found = new HashMap<>();
    for (EntityReference reference : view.referencesTo(property)) {
      EntityKey resource = reference.source();
      if (resource.type() == EntityType.RESOURCE && owns(resource)) {
        for (ValuePlace value : ValuePlace.of(view.document(resource), property)) {
          found.computeIfAbsent(value.text(), v -> new LinkedHashSet<>()).add(resource);
        }
      }
    }
    return found;
  }

  /** What one of these properties asks of its values. */
  PropertyConstraints constraints(EntityKey property) {
    return constraints.computeIfAbsent(property, key -> PropertyConstraints.of(document(key)));
  }

  EntityDocument document(EntityKey key) {
    return view.document(key);
  }

  private static <K> void add(Map<K, List<EntityKey>> lists, K name, EntityKey key) {
    lists.computeIfAbsent(name, n -> new ArrayList<>(1)).add(key);
  }
}
