package org.ontodraft.model.bench;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.draft.DraftChange;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.format.EntityCodec;
import org.ontodraft.model.format.JsonCodec;
import org.ontodraft.model.format.References;
import org.ontodraft.model.ontology.EntitySummary;
import org.ontodraft.model.ontology.IngestedEntity;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.ontology.OntologyDelta;
import org.ontodraft.model.ontology.OntologyVersion;
import org.ontodraft.model.ontology.SourceFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A generated ontology, a draft on it and what changed upstream: changes on each side, half of the
 * draft's of entities that upstream changed too, most of those in different fields.
 */
public final class TwoSides {
  private static final long SEED = 7;
  private static final int SAME_FIELD = 20;
  private static final List<EntityType> TYPES =
      List.of(EntityType.CATEGORY, EntityType.PROPERTY, EntityType.RESOURCE);

  private final Ontology base;
  private final Ontology canonical;
  private final List<DraftChange> changes;
  private final Map<EntityKey, EntityDocument> mine = new HashMap<>();
  private final Map<EntityKey, EntityDocument> upstream = new HashMap<>();

  private TwoSides(BenchOntology generated, int changes, int upstreamChanges) {
    Ontology files = generated.ontology();
    Map<String, byte[]> blobs = new HashMap<>();
    base =
        Ontology.of(
            generated.stored(),
            entity -> {
              byte[] changed = blobs.get(entity.blobId());
              return changed == null
                  ? files.file(entity.key())
                  : new SourceFile(
                      entity.sourcePath(),
                      entity.blobId(),
                      new String(changed, StandardCharsets.UTF_8));
            },
            (entity, file) -> EntityCodec.document(entity.key(), file));
    List<EntityKey> keys = new ArrayList<>();
    for (EntityType type : TYPES) {
      base.entities(type).forEach(entity -> keys.add(entity.key()));
    }
    Random random = new Random(SEED);
    Collections.shuffle(keys, random);
    int count = Math.min(changes, keys.size() * 2 / 3);
    for (int i = 0; i < count; i++) {
      EntityKey key = keys.get(i);
      mine.put(key, edited(key, base.document(key), i % 4, "mine"));
    }
    int end = Math.min(count / 2 + upstreamChanges, keys.size());
    for (int i = count / 2; i < end; i++) {
      EntityKey key = keys.get(i);
      boolean sameField = i % SAME_FIELD == 0;
      upstream.put(key, edited(key, base.document(key), sameField ? i % 4 : (i + 1) % 4, "new"));
    }
    List<IngestedEntity> upserts = new ArrayList<>();
    upstream.forEach((key, document) -> {
      String text = JsonCodec.encode(base.file(key).text(), document, null);
      String id = BenchOntology.blobId(text);
      blobs.put(id, text.getBytes(StandardCharsets.UTF_8));
      String path = base.find(key).map(EntitySummary::sourcePath).orElseThrow();
      upserts.add(
          new IngestedEntity(
              new EntitySummary(key, document.label().orElse(""), path, id),
              document,
              text,
              References.of(key, document)));
    });
    OntologyVersion version =
        new OntologyVersion("1".repeat(40), "main", Instant.EPOCH, "upstream");
    canonical = base.with(new OntologyDelta(version, upserts, List.of(), Set.of(), List.of()));
    List<DraftChange> made = new ArrayList<>();
    mine.forEach((key, document) -> {
      @Nullable DraftChange change =
          DraftChange.between(key, base.file(key), base.document(key), document);
      if (change != null) {
        made.add(change);
      }
    });
    this.changes = List.copyOf(made);
  }

  /** Sides of this many changes; fewer where there are not so many entities. */
  public static TwoSides of(BenchOntology.Scale scale, int changes, int upstreamChanges) {
    return new TwoSides(BenchOntology.of(scale), changes, upstreamChanges);
  }

  private EntityDocument edited(EntityKey key, EntityDocument document, int what, String side) {
    EntityType type = key.type();
    return switch (what) {
      case 0 -> document.with(type, "label", text(side + " " + key.key()));
      case 1 ->
          document.with(
              type, "description", text(document.description().orElse("") + " And " + side + "."));
      case 2 -> list(key, document, side);
      default -> document.with(type, "note_" + side, text(key.key()));
    };
  }

  private EntityDocument list(EntityKey key, EntityDocument document, String side) {
    String field =
        switch (key.type()) {
          case CATEGORY -> "optional_properties";
          case PROPERTY -> "display_units";
          default -> "categories";
        };
    EntityType target =
        key.type() == EntityType.CATEGORY ? EntityType.PROPERTY : EntityType.CATEGORY;
    List<EntitySummary> targets = base.entities(target);
    int place = Math.floorMod((key.key() + side).hashCode(), targets.size());
    JsonNode before = document.get(field);
    ArrayNode items = JsonNodeFactory.instance.arrayNode();
    if (before != null && before.isArray()) {
      items.addAll(before.values());
    }
    items.add(targets.get(place).key().key());
    return document.with(key.type(), field, items);
  }

  private static JsonNode text(String value) {
    return JsonNodeFactory.instance.stringNode(value);
  }

  /** The version the draft is on. */
  public Ontology base() {
    return base;
  }

  /** The newer version. */
  public Ontology canonical() {
    return canonical;
  }

  /** The draft's changes. */
  public List<DraftChange> changes() {
    return changes;
  }

  /** The entities as the draft has them. */
  public Map<EntityKey, EntityDocument> mine() {
    return Collections.unmodifiableMap(mine);
  }

  /** The entities as upstream has them now. */
  public Map<EntityKey, EntityDocument> upstream() {
    return Collections.unmodifiableMap(upstream);
  }
}
