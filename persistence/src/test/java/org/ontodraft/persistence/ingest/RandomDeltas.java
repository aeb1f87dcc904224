package org.ontodraft.persistence.ingest;

import static org.ontodraft.persistence.testing.Entities.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ontodraft.model.entity.EntityFields;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.entity.FieldKind;
import org.ontodraft.model.entity.FieldSpec;
import org.ontodraft.model.ontology.IngestedEntity;
import org.ontodraft.model.ontology.OntologyDelta;
import org.ontodraft.model.ontology.OntologyVersion;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A small world of few keys that all refer to one another, and random ways it goes on. */
final class RandomDeltas {
  private static final int KEYS_PER_TYPE = 6;

  private final Random random;
  private final Map<EntityKey, IngestedEntity> world = new TreeMap<>();

  RandomDeltas(long seed) {
    this.random = new Random(seed);
    for (EntityType type : EntityType.values()) {
      for (int i = 0; i < KEYS_PER_TYPE; i++) {
        if (random.nextBoolean()) {
          put(key(type));
        }
      }
    }
  }

  /** All entities as they are now. */
  List<IngestedEntity> entities() {
    return new ArrayList<>(world.values());
  }

  OntologyDelta next(OntologyVersion version) {
    List<IngestedEntity> upserts = new ArrayList<>();
    List<EntityKey> deletes = new ArrayList<>();
    Set<String> touched = new TreeSet<>();
    Set<EntityKey> chosen = new TreeSet<>();
    for (int i = 0; i < 8; i++) {
      EntityKey key = key(EntityType.values()[random.nextInt(EntityType.values().length)]);
      if (!chosen.add(key)) {
        continue;
      }
      IngestedEntity present = world.get(key);
      if (present != null && random.nextInt(3) == 0) {
        world.remove(key);
        deletes.add(key);
        touched.add(present.summary().sourcePath());
      } else {
        IngestedEntity entity = put(key);
        upserts.add(entity);
        touched.add(entity.summary().sourcePath());
      }
    }
    return new OntologyDelta(version, upserts, deletes, touched, List.of());
  }

  private EntityKey key(EntityType type) {
    return new EntityKey(type, "K" + random.nextInt(KEYS_PER_TYPE));
  }

  private IngestedEntity put(EntityKey key) {
    ObjectNode members = new JsonMapper().createObjectNode();
    members.put("id", key.key());
    members.put("label", "label " + random.nextInt(1000));
    for (FieldSpec field : EntityFields.of(key.type())) {
      EntityType target = field.target();
      if (target == null || random.nextInt(3) == 0) {
        continue;
      }
      if (field.kind() == FieldKind.KEY) {
        members.put(field.name(), key(target).key());
      } else {
        ArrayNode keys = members.putArray(field.name());
        for (int i = random.nextInt(4); i > 0; i--) {
          keys.add(key(target).key());
        }
      }
    }
    IngestedEntity entity = entity(key, members);
    world.put(key, entity);
    return entity;
  }
}
