package org.ontodraft.app.ui.explorer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.ontology.EntityReference;
import org.ontodraft.model.ontology.EntitySummary;

/** What modules list and bundles have, and what nothing has. Immutable; made off the FX thread. */
final class ModuleMembers {
  /** For what is shown by types, where nobody asks. */
  static final ModuleMembers NONE = new ModuleMembers();

  private final Map<EntityKey, List<EntityKey>> members = new HashMap<>();
  private final Map<EntityKey, List<EntityKey>> owners = new HashMap<>();
  private final List<EntityKey> looseEntities;
  private final List<EntityKey> looseModules;

  private ModuleMembers() {
    looseEntities = List.of();
    looseModules = List.of();
  }

  ModuleMembers(ExplorerIndex index) {
    DraftOverlay view = index.view();
    Comparator<EntityKey> byLabel =
        Comparator.comparing(EntityKey::type)
            .thenComparing(index::label, String.CASE_INSENSITIVE_ORDER)
            .thenComparing(key -> key);
    for (EntityType type : List.of(EntityType.MODULE, EntityType.BUNDLE)) {
      for (EntitySummary owner : view.entities(type)) {
        List<EntityKey> listed = new ArrayList<>(new HashSet<>(listed(index, owner.key())));
        listed.sort(byLabel);
        members.put(owner.key(), listed);
        listed.forEach(key -> owners.computeIfAbsent(key, k -> new ArrayList<>()).add(owner.key()));
      }
    }
    looseModules = loose(index, Set.of(EntityType.MODULE), byLabel);
    looseEntities =
        loose(
            index,
            Set.of(
                EntityType.CATEGORY,
                EntityType.PROPERTY,
                EntityType.SUBOBJECT,
                EntityType.TEMPLATE,
                EntityType.DASHBOARD,
                EntityType.RESOURCE),
            byLabel);
  }

  private static List<EntityKey> listed(ExplorerIndex index, EntityKey owner) {
    Collection<EntityReference> references =
        index.deleted(owner)
            ? index.view().base().referencesFrom(owner)
            : index.view().referencesFrom(owner);
    return references.stream()
        .map(EntityReference::target)
        .filter(target ->
            index.has(target)
                && (owner.type() == EntityType.BUNDLE || target.type() != EntityType.MODULE))
        .toList();
  }

  private List<EntityKey> loose(
      ExplorerIndex index, Set<EntityType> types, Comparator<EntityKey> order) {
    List<EntityKey> loose = new ArrayList<>();
    for (EntityType type : types) {
      for (EntitySummary entity : index.view().entities(type)) {
        if (!owners.containsKey(entity.key())) {
          loose.add(entity.key());
        }
      }
    }
    loose.sort(order);
    return List.copyOf(loose);
  }

  /** What a module lists, or a bundle has, by type and label. */
  List<EntityKey> of(EntityKey owner) {
    return members.getOrDefault(owner, List.of());
  }

  /** The modules that list an entity, or the bundles that have a module. */
  List<EntityKey> owners(EntityKey key) {
    return owners.getOrDefault(key, List.of());
  }

  /** What lies below no heading of this grouping. */
  List<EntityKey> loose(ExplorerGrouping grouping) {
    if (grouping == ExplorerGrouping.MODULE) {
      return looseEntities;
    }
    List<EntityKey> loose = new ArrayList<>(looseModules);
    loose.addAll(looseEntities);
    return loose;
  }
}
