package org.ontodraft.model.ontology;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;

/**
 * An immutable snapshot of one version: an index in memory, documents read on demand through {@link
 * DocumentSource}.
 */
public final class Ontology implements OntologyView {
  private final OntologyVersion version;
  private final Map<EntityType, List<EntitySummary>> byType = new EnumMap<>(EntityType.class);
  private final Map<EntityKey, EntitySummary> byKey = new HashMap<>();
  private final Map<EntityKey, List<EntityReference>> from = new HashMap<>();
  private final Map<EntityKey, List<EntityReference>> to = new HashMap<>();
  private final List<SourceProblem> problems;
  private final DocumentSource files;
  private final DocumentReader reader;

  /** Turns a file into a document; the codec, given by whoever makes the snapshot. */
  @FunctionalInterface
  public interface DocumentReader {
    /** The document in the file, which has been read before without a problem. */
    EntityDocument read(EntitySummary entity, SourceFile file);
  }

  private Ontology(
      OntologyVersion version,
      Collection<EntitySummary> entities,
      Collection<EntityReference> references,
      List<SourceProblem> problems,
      DocumentSource files,
      DocumentReader reader) {
    this.version = version;
    this.problems = List.copyOf(problems);
    this.files = files;
    this.reader = reader;
    Map<EntityType, TreeMap<EntityKey, EntitySummary>> sorted = new EnumMap<>(EntityType.class);
    for (EntitySummary entity : entities) {
      byKey.put(entity.key(), entity);
      sorted.computeIfAbsent(entity.key().type(), t -> new TreeMap<>()).put(entity.key(), entity);
    }
    sorted.forEach((type, map) -> byType.put(type, List.copyOf(map.values())));
    for (EntityReference reference : references) {
      from.computeIfAbsent(reference.source(), k -> new ArrayList<>()).add(reference);
      to.computeIfAbsent(reference.target(), k -> new ArrayList<>()).add(reference);
    }
  }

  /** A snapshot over a stored index. */
  public static Ontology of(StoredOntology stored, DocumentSource files, DocumentReader reader) {
    return new Ontology(
        stored.version(), stored.entities(), stored.references(), stored.problems(), files, reader);
  }

  /** This snapshot with a delta applied; the receiver is unchanged. */
  public Ontology with(OntologyDelta delta) {
    Map<EntityKey, EntitySummary> entities = new HashMap<>(byKey);
    Set<EntityKey> replaced = new HashSet<>(delta.deletes());
    replaced.forEach(entities::remove);
    List<EntityReference> references = new ArrayList<>();
    for (IngestedEntity upsert : delta.upserts()) {
      entities.put(upsert.summary().key(), upsert.summary());
      replaced.add(upsert.summary().key());
      references.addAll(upsert.references());
    }
    from.forEach((source, list) -> {
      if (!replaced.contains(source)) {
        references.addAll(list);
      }
    });
    List<SourceProblem> remaining = new ArrayList<>(delta.problems());
    problems.stream()
        .filter(problem -> !delta.touchedPaths().contains(problem.path()))
        .forEach(remaining::add);
    return new Ontology(delta.version(), entities.values(), references, remaining, files, reader);
  }

  @Override
  public OntologyVersion version() {
    return version;
  }

  /** The files of this version that could not be taken as they are. */
  public List<SourceProblem> problems() {
    return problems;
  }

  @Override
  public List<EntitySummary> entities(EntityType type) {
    return byType.getOrDefault(type, List.of());
  }

  @Override
  public Optional<EntitySummary> find(EntityKey key) {
    return Optional.ofNullable(byKey.get(key));
  }

  @Override
  public List<EntityReference> referencesFrom(EntityKey key) {
    return Collections.unmodifiableList(from.getOrDefault(key, List.of()));
  }

  @Override
  public List<EntityReference> referencesTo(EntityKey key) {
    return Collections.unmodifiableList(to.getOrDefault(key, List.of()));
  }

  /** The entity's file as stored. May read from disk. */
  public SourceFile file(EntityKey key) {
    return files.file(summary(key));
  }

  @Override
  public EntityDocument document(EntityKey key) {
    EntitySummary summary = summary(key);
    return reader.read(summary, files.file(summary));
  }

  private EntitySummary summary(EntityKey key) {
    EntitySummary summary = byKey.get(key);
    if (summary == null) {
      throw new NoSuchElementException(key + " in " + version.shortCommit());
    }
    return summary;
  }
}
