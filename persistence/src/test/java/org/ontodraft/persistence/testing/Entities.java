package org.ontodraft.persistence.testing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.format.JsonCodec;
import org.ontodraft.model.format.References;
import org.ontodraft.model.format.RepositoryLayout;
import org.ontodraft.model.ontology.CanonicalStore;
import org.ontodraft.model.ontology.EntitySummary;
import org.ontodraft.model.ontology.IngestedEntity;
import org.ontodraft.model.ontology.OntologyDelta;
import org.ontodraft.model.ontology.OntologyVersion;
import org.ontodraft.model.ontology.SourceProblem;
import org.ontodraft.model.ontology.StoreMove;
import org.ontodraft.model.ontology.StoredOntology;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Entities, versions and deltas in a few words. */
public final class Entities {
  private Entities() {}

  /** {@code category:Person} as a key. */
  public static EntityKey key(String text) {
    return EntityKey.parse(text).orElseThrow();
  }

  /** A version with a name of its own. */
  public static OntologyVersion version(String name) {
    String commit =
        UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString().replace("-", "");
    return new OntologyVersion(
        commit + "00000000", "main", Instant.parse("2026-02-03T04:05:06Z"), name);
  }

  /** An entity of this key; {@code members} are further members, without braces. */
  public static IngestedEntity entity(String key, String members) {
    EntityKey parsed = key(key);
    String text =
        "{\"id\": \"" + parsed.key() + "\"" + (members.isEmpty() ? "" : ", " + members) + "}\n";
    return entity(parsed, RepositoryLayout.pathOf(parsed), text);
  }

  /** An entity read from this text at this path. */
  public static IngestedEntity entity(EntityKey key, String path, String text) {
    EntityDocument document = JsonCodec.parse(text);
    String blob = blob(text);
    return new IngestedEntity(
        new EntitySummary(key, document.label().orElse(key.key()), path, blob),
        document,
        text,
        References.of(key, document));
  }

  /** An entity with these members, any values. */
  public static IngestedEntity entity(EntityKey key, ObjectNode members) {
    return entity(key, RepositoryLayout.pathOf(key), new JsonMapper().writeValueAsString(members));
  }

  /** A stand-in for the id of the object with this text. */
  public static String blob(String text) {
    return String.format("%040x", Integer.toUnsignedLong(text.hashCode()));
  }

  /** A problem of a file. */
  public static SourceProblem problem(String path, SourceProblem.Code code, String... arguments) {
    return new SourceProblem(path, blob(path + code), code, 1, List.of(arguments));
  }

  /** Moves a store on from where it is, which must work. */
  public static void moveOn(CanonicalStore store, OntologyDelta delta) {
    String from = store.load().orElseThrow().version().commit();
    StoreMove move = store.apply(from, delta);
    if (!move.equals(new StoreMove.Moved())) {
      throw new AssertionError(move);
    }
  }

  /** Records an index in place of whatever the store has, which must work. */
  public static void recordFirst(CanonicalStore store, StoredOntology pending) {
    Optional<String> from = store.load().map(stored -> stored.version().commit());
    StoreMove move = store.record(from, pending);
    if (!move.equals(new StoreMove.Moved())) {
      throw new AssertionError(move);
    }
  }

  /** A delta in the making. */
  public static DeltaBuilder deltaTo(String version) {
    return new DeltaBuilder(version(version));
  }

  /** Collects what a delta holds; paths are touched as the changes touch them. */
  public static final class DeltaBuilder {
    private final OntologyVersion version;
    private final List<IngestedEntity> upserts = new ArrayList<>();
    private final List<EntityKey> deletes = new ArrayList<>();
    private final Set<String> touched = new TreeSet<>();
    private final List<SourceProblem> problems = new ArrayList<>();

    private DeltaBuilder(OntologyVersion version) {
      this.version = version;
    }

    public DeltaBuilder put(IngestedEntity entity) {
      upserts.add(entity);
      touched.add(entity.summary().sourcePath());
      return this;
    }

    public DeltaBuilder delete(String key) {
      deletes.add(key(key));
      touched.add(RepositoryLayout.pathOf(key(key)));
      return this;
    }

    public DeltaBuilder problem(SourceProblem problem) {
      problems.add(problem);
      touched.add(problem.path());
      return this;
    }

    public DeltaBuilder touch(String path) {
      touched.add(path);
      return this;
    }

    public OntologyDelta build() {
      return new OntologyDelta(version, upserts, deletes, touched, problems);
    }
  }
}
