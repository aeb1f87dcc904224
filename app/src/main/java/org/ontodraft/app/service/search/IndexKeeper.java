package org.ontodraft.app.service.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.ontology.EntitySummary;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.search.EffectiveSearch;
import org.ontodraft.model.search.SearchIndex;
import org.ontodraft.model.search.SearchableEntity;

/** Brings an index to a version by writing what differs, whatever it holds. */
final class IndexKeeper {
  private static final int BATCH = 250;

  private final SearchIndex index;

  IndexKeeper(SearchIndex index) {
    this.index = index;
  }

  /** How the work goes on from one batch to the next. */
  interface Pace {
    /** Whether it is to be given up. */
    boolean stopped();

    /** Waits while others should have the machine. */
    void rest();
  }

  /**
   * Brings the index to a version.
   *
   * @param known what the index was last brought to, if that was in this process
   * @param total told first how many entities are to be written
   * @param done told how many are
   * @return false when it was stopped before; what was written until then is lost
   */
  boolean bring(
      Ontology target, @Nullable Ontology known, Pace pace, IntConsumer total, IntConsumer done) {
    String commit = target.version().commit();
    if (index.commit().filter(commit::equals).isPresent()) {
      return true;
    }
    Map<EntityKey, @Nullable EntitySummary> difference = difference(target, known);
    total.accept(difference.size());
    List<SearchableEntity> upserts = new ArrayList<>();
    List<EntityKey> deletes = new ArrayList<>();
    int written = 0;
    for (Map.Entry<EntityKey, @Nullable EntitySummary> each : difference.entrySet()) {
      EntitySummary entity = each.getValue();
      if (entity == null) {
        deletes.add(each.getKey());
      } else {
        upserts.add(SearchableEntity.of(entity, target));
      }
      if (++written % BATCH == 0) {
        pace.rest();
        if (pace.stopped()) {
          return false;
        }
        index.change(upserts, deletes);
        upserts.clear();
        deletes.clear();
        done.accept(written);
      }
    }
    if (pace.stopped()) {
      return false;
    }
    index.change(upserts, deletes);
    index.finish(commit);
    return true;
  }

  private Map<EntityKey, @Nullable EntitySummary> difference(
      Ontology target, @Nullable Ontology known) {
    boolean follows =
        known != null && index.commit().filter(known.version().commit()::equals).isPresent();
    return follows && known != null
        ? EffectiveSearch.difference(known, target)
        : difference(index.contents(), target);
  }

  /** By what each entity was indexed with, for an index from another time. */
  private static Map<EntityKey, @Nullable EntitySummary> difference(
      Map<EntityKey, String> contents, Ontology target) {
    Map<EntityKey, @Nullable EntitySummary> difference = new HashMap<>();
    Map<EntityKey, String> gone = new HashMap<>(contents);
    for (EntityType type : EntityType.values()) {
      for (EntitySummary entity : target.entities(type)) {
        String indexed = gone.remove(entity.key());
        if (!SearchableEntity.content(entity).equals(indexed)) {
          difference.put(entity.key(), entity);
        }
      }
    }
    gone.keySet().forEach(key -> difference.put(key, null));
    return difference;
  }
}
