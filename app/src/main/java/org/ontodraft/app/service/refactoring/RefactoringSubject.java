package org.ontodraft.app.service.refactoring;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.hierarchy.Hierarchy;
import org.ontodraft.model.ontology.EntityReference;
import org.ontodraft.model.ontology.EntitySummary;

/**
 * An entity that is to be refactored, and what can be chosen for it. Immutable.
 *
 * @param items properties and subobjects that a category lists itself
 * @param parents of a category; {@code ancestors} and {@code descendants} by label
 * @param owners modules that list the entity
 * @param modules all modules, by label
 * @param uses how many entities name it, by their type
 */
public record RefactoringSubject(
    EntityKey key,
    String label,
    String description,
    List<Item> items,
    List<Named> parents,
    List<Named> ancestors,
    List<Named> descendants,
    List<Named> owners,
    List<Named> modules,
    Map<EntityType, Integer> uses) {
  /** The most descendants that are offered; more are chosen by moving in two steps. */
  private static final int DESCENDANTS = 500;

  /** An entity and what it is called. */
  public record Named(EntityKey key, String label) {}

  /** What a category lists, and whether it requires it. */
  public record Item(EntityKey key, String label, boolean required) {}

  /** Reads the entity: not for the FX thread. */
  static RefactoringSubject of(DraftOverlay overlay, EntityKey key) {
    @Nullable EntityDocument document = overlay.effectiveDocument(key);
    boolean category = key.type() == EntityType.CATEGORY && overlay.exists(key);
    Hierarchy hierarchy = overlay.hierarchy();
    return new RefactoringSubject(
        key,
        label(overlay, key),
        document == null ? "" : document.description().orElse(""),
        category ? items(overlay, overlay.document(key)) : List.of(),
        category ? named(overlay, hierarchy.parents(key)) : List.of(),
        category ? sorted(overlay, without(key, hierarchy.ancestors(key))) : List.of(),
        category ? sorted(overlay, descendants(hierarchy, key)) : List.of(),
        named(overlay, owners(overlay, key)),
        sorted(
            overlay,
            overlay.entities(EntityType.MODULE).stream()
                .map(EntitySummary::key)
                .filter(overlay::exists)
                .toList()),
        uses(overlay, key));
  }

  private static List<Item> items(DraftOverlay overlay, EntityDocument category) {
    List<Item> items = new ArrayList<>();
    for (EntityType type : List.of(EntityType.PROPERTY, EntityType.SUBOBJECT)) {
      Set<String> seen = new LinkedHashSet<>();
      for (boolean required : new boolean[] {true, false}) {
        String list = (required ? "required_" : "optional_") + type.folder();
        for (String item : category.texts(list)) {
          if (EntityKey.problemWith(type, item).isEmpty() && seen.add(item)) {
            EntityKey key = EntityKey.of(type, item);
            items.add(new Item(key, label(overlay, key), required));
          }
        }
      }
    }
    return items;
  }

  private static Collection<EntityKey> without(EntityKey key, Collection<EntityKey> keys) {
    return keys.stream().filter(each -> !each.equals(key)).toList();
  }

  /** Children first, so that a limit keeps those that are meant most often. */
  private static Collection<EntityKey> descendants(Hierarchy hierarchy, EntityKey key) {
    Set<EntityKey> found = new LinkedHashSet<>(without(key, hierarchy.children(key)));
    for (EntityKey below : without(key, hierarchy.descendants(key))) {
      if (found.size() >= DESCENDANTS) {
        break;
      }
      found.add(below);
    }
    return found;
  }

  private static List<EntityKey> owners(DraftOverlay overlay, EntityKey key) {
    return overlay.referencesTo(key).stream()
        .map(EntityReference::source)
        .filter(source -> source.type() == EntityType.MODULE)
        .distinct()
        .toList();
  }

  private static Map<EntityType, Integer> uses(DraftOverlay overlay, EntityKey key) {
    Map<EntityType, Integer> uses = new TreeMap<>();
    overlay.referencesTo(key).stream()
        .map(EntityReference::source)
        .distinct()
        .forEach(source -> uses.merge(source.type(), 1, Integer::sum));
    return uses;
  }

  private static List<Named> sorted(DraftOverlay overlay, Collection<EntityKey> keys) {
    List<Named> named = new ArrayList<>(named(overlay, keys));
    named.sort(
        Comparator.comparing(Named::label, String.CASE_INSENSITIVE_ORDER)
            .thenComparing(Named::key));
    return List.copyOf(named);
  }

  private static List<Named> named(DraftOverlay overlay, Collection<EntityKey> keys) {
    return keys.stream().map(key -> new Named(key, label(overlay, key))).toList();
  }

  private static String label(DraftOverlay overlay, EntityKey key) {
    return overlay.find(key).map(EntitySummary::label).orElse(key.key());
  }
}
