package org.ontodraft.model.rebase;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.testing.RandomEntity;

/** A few small entities and random versions of them; conflicts and convergence are common. */
final class RandomVersions {
  private final Random random;
  final List<EntityKey> keys = new ArrayList<>();
  final Map<EntityKey, EntityDocument> first = new TreeMap<>();

  RandomVersions(long seed) {
    random = new Random(seed);
    for (EntityType type : EntityType.values()) {
      keys.add(EntityKey.of(type, "A"));
      keys.add(EntityKey.of(type, "B"));
    }
    for (EntityKey key : keys) {
      if (random.nextInt(5) > 0) {
        first.put(key, entities(key).document());
      }
    }
  }

  private RandomEntity entities(EntityKey key) {
    return new RandomEntity(random, key.type());
  }

  Map<EntityKey, EntityDocument> next(Map<EntityKey, EntityDocument> documents) {
    Map<EntityKey, EntityDocument> next = new TreeMap<>(documents);
    for (EntityKey key : keys) {
      EntityDocument document = documents.get(key);
      if (document == null) {
        if (random.nextInt(4) == 0) {
          next.put(key, entities(key).document());
        }
      } else if (random.nextInt(12) == 0) {
        next.remove(key);
      } else {
        next.put(key, entities(key).changed(document));
      }
    }
    return next;
  }

  DraftOverlay draft(Ontology base) {
    DraftOverlay draft = DraftOverlay.of(base, List.of());
    Map<EntityKey, EntityDocument> documents = next(first);
    for (EntityKey key : keys) {
      draft = draft.with(key, draft.changeTo(key, documents.get(key)));
    }
    return draft;
  }
}
