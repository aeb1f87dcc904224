package org.ontodraft.model.testing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.format.EntityCodec;
import org.ontodraft.model.format.JsonCodec;
import org.ontodraft.model.format.References;
import org.ontodraft.model.format.RepositoryLayout;
import org.ontodraft.model.ontology.EntityReference;
import org.ontodraft.model.ontology.EntitySummary;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.ontology.OntologyVersion;
import org.ontodraft.model.ontology.SourceFile;
import org.ontodraft.model.ontology.SourceProblem;
import org.ontodraft.model.ontology.StoredOntology;

/** Snapshots without a repository, from lines such as {@code category:Person {'parents':['A']}}. */
public final class Snapshots {
  private Snapshots() {}

  /** A snapshot of these entities; {@code id} is added where it is not given. */
  public static Ontology of(String... entities) {
    Map<EntityKey, EntityDocument> documents = new TreeMap<>();
    for (String entity : entities) {
      int space = entity.indexOf(' ');
      EntityKey key = key(space < 0 ? entity : entity.substring(0, space));
      documents.put(key, document(key, space < 0 ? "{}" : entity.substring(space + 1)));
    }
    return of(documents);
  }

  /** A snapshot of these documents, each written on one line. */
  public static Ontology of(Map<EntityKey, EntityDocument> documents) {
    Map<String, String> files = new TreeMap<>();
    documents.forEach((key, document) ->
        files.put(
            RepositoryLayout.pathOf(key), document.toString().replace(",\"", ",\n\"") + "\n"));
    return ofFiles(files);
  }

  /** A snapshot of these files, by path. */
  public static Ontology ofFiles(Map<String, String> files) {
    Map<String, String> blobs = new HashMap<>();
    List<EntitySummary> entities = new ArrayList<>();
    List<EntityReference> references = new ArrayList<>();
    files.forEach((path, text) -> {
      int slash = path.indexOf('/');
      EntityType type = EntityType.ofFolder(path.substring(0, slash)).orElseThrow();
      EntityKey key =
          EntityKey.of(type, path.substring(slash + 1, path.length() - ".json".length()));
      EntityDocument document = JsonCodec.parse(text);
      String label = document.label().orElse(key.key().substring(key.key().lastIndexOf('/') + 1));
      entities.add(new EntitySummary(key, label, path, blobId(text)));
      references.addAll(References.of(key, document));
      blobs.put(blobId(text), text);
    });
    OntologyVersion version =
        new OntologyVersion(blobId(files.toString()), "main", Instant.EPOCH, "test");
    return Ontology.of(
        new StoredOntology(version, entities, references, List.of(), false),
        entity ->
            new SourceFile(
                entity.sourcePath(),
                entity.blobId(),
                Objects.requireNonNull(blobs.get(entity.blobId()))),
        (entity, file) -> EntityCodec.document(entity.key(), file));
  }

  /** The same snapshot with other files that could not be read. */
  public static Ontology with(Ontology ontology, List<SourceProblem> problems) {
    List<EntitySummary> entities = new ArrayList<>();
    List<EntityReference> references = new ArrayList<>();
    for (EntityType type : EntityType.values()) {
      entities.addAll(ontology.entities(type));
    }
    entities.forEach(entity -> references.addAll(ontology.referencesFrom(entity.key())));
    return Ontology.of(
        new StoredOntology(ontology.version(), entities, references, problems, false),
        entity -> ontology.file(entity.key()),
        (entity, file) -> EntityCodec.document(entity.key(), file));
  }

  /** The key written {@code category:Person}. */
  public static EntityKey key(String text) {
    return EntityKey.parse(text).orElseThrow();
  }

  /** A document, its quotes written as apostrophes; {@code id} is added where it is not given. */
  public static EntityDocument document(EntityKey key, String json) {
    EntityDocument document = JsonCodec.parse(json.replace('\'', '"'));
    return document.get("id") != null
        ? document
        : document.with(key.type(), "id", document.json().stringNode(RepositoryLayout.idOf(key)));
  }

  /** A document as {@link #document} reads it. */
  public static EntityDocument document(String key, String json) {
    return document(key(key), json);
  }

  private static String blobId(String text) {
    UUID id = UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().toHexDigits(id.getMostSignificantBits())
        + HexFormat.of().toHexDigits(id.getLeastSignificantBits());
  }
}
