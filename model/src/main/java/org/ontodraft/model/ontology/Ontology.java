package org.ontodraft.model.ontology;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;

/**
 * An immutable snapshot of one version: an index in memory, documents read on demand through {@link
 * DocumentSource}.
 */
public final class Ontology implements OntologyView {
  private final OntologyVersion version;
  private final OntologyIndex index;
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
      OntologyIndex index,
      List<SourceProblem> problems,
      DocumentSource files,
      DocumentReader reader) {
    this.version = version;
    this.index = index;
    this.problems = List.copyOf(problems);
    this.files = files;
    this.reader = reader;
  }

  /** A snapshot over a stored index. */
  public static Ontology of(StoredOntology stored, DocumentSource files, DocumentReader reader) {
    OntologyIndex index = OntologyIndex.of(stored.entities(), stored.references());
    return new Ontology(stored.version(), index, stored.problems(), files, reader);
  }

  /**
   * This snapshot with a delta applied; the receiver is unchanged. The two share what the delta
   * leaves as it is, so this costs little more than the delta is large.
   */
  public Ontology with(OntologyDelta delta) {
    List<SourceProblem> remaining = new ArrayList<>(delta.problems());
    problems.stream()
        .filter(problem -> !delta.touchedPaths().contains(problem.path()))
        .forEach(remaining::add);
    OntologyIndex changed = index.with(delta.upserts(), delta.deletes());
    return new Ontology(delta.version(), changed, remaining, files, reader);
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
    return index.entities(type);
  }

  @Override
  public Optional<EntitySummary> find(EntityKey key) {
    return Optional.ofNullable(index.find(key));
  }

  @Override
  public List<EntityReference> referencesFrom(EntityKey key) {
    return index.referencesFrom(key);
  }

  @Override
  public List<EntityReference> referencesTo(EntityKey key) {
    return index.referencesTo(key);
  }

  /**
   * The entities that only one of two versions has, or whose files differ. It costs what differs
   * where one snapshot was made from the other, and a look at every entity otherwise.
   */
  public Set<EntityKey> differing(Ontology other) {
    return this == other ? Set.of() : index.differing(other.index);
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
    EntitySummary summary = index.find(key);
    if (summary == null) {
      throw new NoSuchElementException(key + " in " + version.shortCommit());
    }
    return summary;
  }
}
