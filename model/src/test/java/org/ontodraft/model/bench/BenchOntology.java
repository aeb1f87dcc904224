package org.ontodraft.model.bench;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.format.JsonCodec;
import org.ontodraft.model.format.References;
import org.ontodraft.model.ontology.EntityReference;
import org.ontodraft.model.ontology.EntitySummary;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.ontology.OntologyVersion;
import org.ontodraft.model.ontology.SourceFile;
import org.ontodraft.model.ontology.StoredOntology;
import org.ontodraft.model.testing.OntologyGenerator;
import org.ontodraft.model.testing.OntologyGenerator.Shape;

/** Generated snapshots of the sizes that the figures name. */
public final class BenchOntology {
  private static final long SEED = 42;

  private final Map<EntityKey, byte[]> files = new HashMap<>();
  private final StoredOntology stored;

  private BenchOntology(Scale scale) {
    List<EntitySummary> entities = new ArrayList<>();
    List<EntityReference> references = new ArrayList<>();
    // As the store's reader does: one object for a key, however often it is named.
    Map<EntityKey, EntityKey> keys = new HashMap<>();
    OntologyGenerator.generate(
        SEED,
        scale.entities,
        scale.shape,
        (path, text) -> {
          int slash = path.indexOf('/');
          EntityType type = EntityType.ofFolder(path.substring(0, slash)).orElseThrow();
          EntityKey key =
              one(
                  keys,
                  EntityKey.of(type, path.substring(slash + 1, path.length() - ".json".length())));
          EntityDocument document = JsonCodec.parse(text);
          entities.add(new EntitySummary(key, document.label().orElse(""), path, blobId(text)));
          for (EntityReference each : References.of(key, document)) {
            references.add(
                new EntityReference(
                    key, each.pointer().intern(), each.position(), one(keys, each.target())));
          }
          files.put(key, text.getBytes(StandardCharsets.UTF_8));
        });
    stored =
        new StoredOntology(
            new OntologyVersion("0".repeat(40), "main", Instant.EPOCH, "generated"),
            entities,
            references,
            List.of(),
            false);
  }

  /** The id that Git gives a file of this text. */
  static String blobId(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try {
      MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
      sha1.update(("blob " + bytes.length + "\0").getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sha1.digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How large and of which shape. */
  public enum Scale {
    /** As large as schema.org. */
    M(3_000, Shape.MIXED),
    L(100_000, Shape.MIXED),
    /** A hundred thousand categories that inherit much. */
    DENSE(120_000, Shape.DENSE),
    XL(1_000_000, Shape.MIXED);

    private final int entities;
    private final Shape shape;

    Scale(int entities, Shape shape) {
      this.entities = entities;
      this.shape = shape;
    }
  }

  static BenchOntology of(Scale scale) {
    return new BenchOntology(scale);
  }

  /** What a benchmark holds before its size is known. */
  static Ontology none() {
    OntologyVersion version = new OntologyVersion("0".repeat(40), "main", Instant.EPOCH, "none");
    return Ontology.of(
        new StoredOntology(version, List.of(), List.of(), List.of(), false),
        entity -> new SourceFile(entity.sourcePath(), entity.blobId(), "{}"),
        (entity, file) -> JsonCodec.parse(file.text()));
  }

  private static EntityKey one(Map<EntityKey, EntityKey> keys, EntityKey key) {
    EntityKey known = keys.putIfAbsent(key, key);
    return known == null ? key : known;
  }

  /** What a snapshot is made from. */
  StoredOntology stored() {
    return stored;
  }

  /** A snapshot whose documents are in memory. */
  Ontology ontology() {
    return Ontology.of(
        stored,
        entity -> new SourceFile(entity.sourcePath(), entity.blobId(), text(entity.key())),
        (entity, file) -> JsonCodec.parse(file.text()));
  }

  /** A snapshot without documents that keeps nothing of this. */
  Ontology withoutDocuments() {
    return Ontology.of(
        stored,
        entity -> {
          throw new IllegalStateException("no documents here");
        },
        (entity, file) -> JsonCodec.parse(file.text()));
  }

  private String text(EntityKey key) {
    return new String(Objects.requireNonNull(files.get(key)), StandardCharsets.UTF_8);
  }
}
