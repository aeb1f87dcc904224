package org.ontodraft.persistence.ingest;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.ontology.EntityReference;
import org.ontodraft.model.ontology.EntitySummary;
import org.ontodraft.model.ontology.IngestedEntity;
import org.ontodraft.model.ontology.OntologyDelta;
import org.ontodraft.model.ontology.SourceProblem;
import org.ontodraft.model.ontology.StoredOntology;
import org.ontodraft.persistence.ingest.PackReader.DamagedPackException;

/**
 * An index as bytes: whole, or as what a version changed in the one before. The first number says
 * which, and is another one when the form changes; what has an unknown form is read from the rows.
 */
final class PackedIndex {
  private static final int WHOLE = 1;
  private static final int CHANGES = 2;

  private PackedIndex() {}

  /** The index of a version, but for the version itself. */
  record Content(
      List<EntitySummary> entities,
      List<EntityReference> references,
      List<SourceProblem> problems) {}

  static byte[] pack(StoredOntology index) {
    PackWriter out = new PackWriter();
    out.head(WHOLE);
    out.entities(index.entities());
    out.references(index.references());
    out.problems(index.problems());
    return out.bytes();
  }

  /** What a delta changes in the version with this row. */
  static byte[] pack(OntologyDelta delta, UUID before) {
    Map<EntityKey, IngestedEntity> upserts = new LinkedHashMap<>();
    delta.upserts().forEach(entity -> upserts.putIfAbsent(entity.summary().key(), entity));
    List<EntitySummary> entities = new ArrayList<>();
    List<EntityReference> references = new ArrayList<>();
    upserts
        .values()
        .forEach(entity -> {
          entities.add(entity.summary());
          references.addAll(entity.references());
        });
    PackWriter out = new PackWriter();
    out.head(CHANGES);
    out.head(before.getMostSignificantBits());
    out.head(before.getLeastSignificantBits());
    out.entities(entities);
    out.references(references);
    out.problems(delta.problems());
    out.keys(delta.deletes());
    out.texts(delta.touchedPaths());
    return out.bytes();
  }

  /**
   * Puts an index together.
   *
   * @param newest the row of the version that is asked for
   * @param packed what is packed of each version, by row
   * @return empty when something is missing, of another form, or damaged
   */
  static Optional<Content> unpack(UUID newest, Map<UUID, byte[]> packed) {
    try {
      Layers layers = new Layers();
      UUID version = newest;
      for (int left = packed.size(); left > 0; left--) {
        byte[] bytes = packed.get(version);
        if (bytes == null) {
          return Optional.empty();
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        switch (in.getInt()) {
          case WHOLE -> {
            return Optional.of(layers.upon(new PackReader(in)));
          }
          case CHANGES -> {
            version = new UUID(in.getLong(), in.getLong());
            layers.add(new PackReader(in));
          }
          default -> {
            return Optional.empty();
          }
        }
      }
      return Optional.empty();
    } catch (DamagedPackException | BufferUnderflowException damaged) {
      return Optional.empty();
    }
  }

  /** Changes of versions, the newest first, and at last the whole they changed. */
  private static final class Layers {
    private final Set<EntityKey> decided = new HashSet<>();
    private final Set<String> paths = new HashSet<>();
    private final List<EntitySummary> entities = new ArrayList<>();
    private final List<EntityReference> references = new ArrayList<>();
    private final List<SourceProblem> problems = new ArrayList<>();

    void add(PackReader changes) throws DamagedPackException {
      Content content = content(changes);
      take(content);
      content.entities().forEach(entity -> decided.add(entity.key()));
      decided.addAll(changes.keyList());
      paths.addAll(changes.textList());
    }

    Content upon(PackReader whole) throws DamagedPackException {
      Content content = content(whole);
      if (decided.isEmpty() && paths.isEmpty()) {
        return content;
      }
      take(content);
      return new Content(entities, references, problems);
    }

    private static Content content(PackReader in) throws DamagedPackException {
      return new Content(in.entities(), in.references(), in.problems());
    }

    /** Takes what no newer version has decided. */
    private void take(Content older) {
      for (EntitySummary entity : older.entities()) {
        if (!decided.contains(entity.key())) {
          entities.add(entity);
        }
      }
      for (EntityReference reference : older.references()) {
        if (!decided.contains(reference.source())) {
          references.add(reference);
        }
      }
      for (SourceProblem problem : older.problems()) {
        if (!paths.contains(problem.path())) {
          problems.add(problem);
        }
      }
    }
  }
}
