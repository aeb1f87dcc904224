package org.ontodraft.model.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.draft.DraftChange;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.ontology.EntitySummary;
import org.ontodraft.model.ontology.Ontology;

/**
 * The search of what people see: an index of one version, and over it the entities that the view
 * has otherwise, which are looked at in memory. Immutable.
 */
public final class EffectiveSearch {
  private final DraftOverlay view;

  /** Entities for which the index does not count. */
  private final Set<EntityKey> different;

  /** Those of them that there are. */
  private final List<SearchableEntity> beside;

  private EffectiveSearch(
      DraftOverlay view, Set<EntityKey> different, List<SearchableEntity> beside) {
    this.view = view;
    this.different = different;
    this.beside = beside;
  }

  /**
   * The search of a view. Reads the documents of what differs.
   *
   * @param indexed what the index holds
   */
  public static EffectiveSearch of(DraftOverlay view, Ontology indexed) {
    Set<EntityKey> different = new HashSet<>();
    view.changes().stream().map(DraftChange::key).forEach(different::add);
    if (view.base() != indexed) {
      difference(indexed, view.base()).forEach((key, entity) -> different.add(key));
    }
    List<SearchableEntity> beside = new ArrayList<>();
    for (EntityKey key : different) {
      if (view.exists(key)) {
        view.find(key).map(entity -> SearchableEntity.of(entity, view)).ifPresent(beside::add);
      }
    }
    return new EffectiveSearch(view, different, beside);
  }

  /**
   * What must be written to an index of one version so that it holds another: the entity as it is
   * there, or null where it is gone. Takes a look at each entity.
   */
  public static Map<EntityKey, @Nullable EntitySummary> difference(Ontology from, Ontology to) {
    Map<EntityKey, @Nullable EntitySummary> difference = new HashMap<>();
    for (EntityType type : EntityType.values()) {
      List<EntitySummary> before = from.entities(type);
      List<EntitySummary> after = to.entities(type);
      int i = 0;
      int j = 0;
      while (before != after && (i < before.size() || j < after.size())) {
        int order =
            i == before.size() || j == after.size()
                ? (i == before.size() ? 1 : -1)
                : before.get(i).key().compareTo(after.get(j).key());
        if (order < 0) {
          difference.put(before.get(i++).key(), null);
        } else if (order > 0) {
          difference.put(after.get(j).key(), after.get(j++));
        } else {
          EntitySummary old = before.get(i++);
          EntitySummary now = after.get(j++);
          if (old != now && !(isSame(old, now))) {
            difference.put(now.key(), now);
          }
        }
      }
    }
    return difference;
  }

  private static boolean isSame(EntitySummary old, EntitySummary now) {
    return old.label().equals(now.label())
        && SearchableEntity.content(old).equals(SearchableEntity.content(now));
  }

  /** The best hits, in order. */
  public List<SearchHit> search(SearchIndex index, SearchQuery query, int limit) {
    if (query.isEmpty()) {
      return List.of();
    }
    Ranking ranking = new Ranking(query);
    List<SearchHit> hits = new ArrayList<>();
    for (EntityKey key : index.candidates(query, Math.min(limit * 2 + different.size(), 1_000))) {
      if (!different.contains(key)) {
        view.find(key).ifPresent(entity -> hits.add(ranking.known(key, entity.label())));
      }
    }
    beside.forEach(entity -> ranking.rank(entity).ifPresent(hits::add));
    return best(hits, limit);
  }

  /** The best hits by names alone, for as long as there is no index. Looks at every entity. */
  public static List<SearchHit> byNames(DraftOverlay view, SearchQuery query, int limit) {
    if (query.isEmpty()) {
      return List.of();
    }
    Ranking ranking = new Ranking(query);
    List<SearchHit> hits = new ArrayList<>();
    for (EntityType type : EntityType.values()) {
      for (EntitySummary entity : view.entities(type)) {
        if (view.exists(entity.key())) {
          ranking.names(entity.key(), entity.label()).ifPresent(hits::add);
        }
      }
    }
    return best(hits, limit);
  }

  private static List<SearchHit> best(Collection<SearchHit> hits, int limit) {
    return hits.stream().sorted().limit(limit).toList();
  }
}
