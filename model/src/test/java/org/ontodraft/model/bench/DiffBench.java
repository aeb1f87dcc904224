package org.ontodraft.model.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.ontodraft.model.diff.EntityChange;
import org.ontodraft.model.diff.EntityDiff;
import org.ontodraft.model.diff.FieldChange;
import org.ontodraft.model.diff.OntologyDiff;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.format.JsonCodec;
import org.ontodraft.model.format.References;
import org.ontodraft.model.format.RepositoryLayout;
import org.ontodraft.model.hierarchy.EffectChange;
import org.ontodraft.model.hierarchy.Hierarchy;
import org.ontodraft.model.impact.SemverImpact;
import org.ontodraft.model.impact.SemverLevel;
import org.ontodraft.model.impact.SemverPolicy;
import org.ontodraft.model.ontology.EntitySummary;
import org.ontodraft.model.ontology.IngestedEntity;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.ontology.OntologyDelta;
import org.ontodraft.model.ontology.OntologyVersion;
import org.ontodraft.model.ontology.SourceFile;
import org.ontodraft.model.ontology.StoredOntology;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Two versions that differ in some entities: of ten, eight are changed, one is renamed and one is
 * deleted. Their documents are read beforehand.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "-Xmx4g")
public class DiffBench {
  private static final int LIST = 10_000;

  /** How large both versions are. */
  @Param({"M", "L"})
  public BenchOntology.Scale scale = BenchOntology.Scale.M;

  /** How many entities differ; a third of all at most. */
  @Param({"100", "1000", "10000"})
  public int changes;

  private final Map<String, EntityDocument> read = new HashMap<>();
  private List<String> texts = List.of();
  private Ontology base = BenchOntology.none();
  private Ontology mine = base;
  private Ontology loadedApart = base;
  private Hierarchy before = Hierarchy.of(base);
  private Hierarchy after = before;
  private OntologyDiff diff = OntologyDiff.between(base, base);
  private EntityDocument list = EntityDocument.of(JsonNodeFactory.instance.objectNode());
  private EntityDocument shuffled = list;

  /** Makes both versions. */
  @Setup(Level.Trial)
  public void make() {
    BenchOntology generated = BenchOntology.of(scale);
    Ontology original = generated.ontology();
    List<EntitySummary> all = new ArrayList<>();
    for (EntityType type : EntityType.values()) {
      all.addAll(original.entities(type));
    }
    int total = Math.min(changes, all.size() / 3);
    int step = all.size() / total;
    List<IngestedEntity> upserts = new ArrayList<>();
    List<EntityKey> deletes = new ArrayList<>();
    List<EntityKey> touched = new ArrayList<>();
    texts = new ArrayList<>();
    for (int i = 0; i < total; i++) {
      EntitySummary entity = all.get(i * step);
      EntityKey key = entity.key();
      EntityDocument document = original.document(key);
      read.put(entity.blobId(), document);
      texts.add(document.toString());
      touched.add(key);
      if (i % 10 >= 8) {
        deletes.add(key);
      }
      if (i % 10 < 9) {
        EntityKey now = i % 10 == 8 ? EntityKey.of(key.type(), key.key() + "_renamed") : key;
        upserts.add(ingested(now, changed(now, document, i)));
        touched.add(now);
      }
    }
    base = fromMemory(generated.stored());
    mine = base.with(new OntologyDelta(base.version(), upserts, deletes, Set.of(), List.of()));
    loadedApart = copy(mine);
    before = Hierarchy.of(base);
    after = before.with(mine, touched);
    diff = OntologyDiff.between(base, mine);
    lists();
  }

  private static EntityDocument changed(EntityKey key, EntityDocument document, int number) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    EntityDocument changed =
        document
            .with(key.type(), "id", nodes.stringNode(RepositoryLayout.idOf(key)))
            .with(
                key.type(),
                "description",
                nodes.stringNode(document.description().orElse("") + " And more."));
    return key.type() == EntityType.CATEGORY
        ? changed.with(
            key.type(), "optional_properties", nodes.arrayNode().add("Has_more_" + number % 7))
        : changed;
  }

  private IngestedEntity ingested(EntityKey key, EntityDocument document) {
    String json = document.toString();
    String blobId = "new-" + key;
    read.put(blobId, document);
    texts.add(json);
    return new IngestedEntity(
        new EntitySummary(key, "", RepositoryLayout.pathOf(key), blobId),
        document,
        json,
        References.of(key, document));
  }

  private Ontology fromMemory(StoredOntology stored) {
    return Ontology.of(
        stored,
        entity -> new SourceFile(entity.sourcePath(), entity.blobId(), ""),
        (entity, file) -> Objects.requireNonNull(read.get(entity.blobId())));
  }

  /** The same version from an index of its own, as after a restart. */
  private Ontology copy(Ontology ontology) {
    List<EntitySummary> entities = new ArrayList<>();
    for (EntityType type : EntityType.values()) {
      for (EntitySummary entity : ontology.entities(type)) {
        EntityKey key = EntityKey.of(type, new String(entity.key().key().toCharArray()));
        entities.add(
            new EntitySummary(
                key,
                entity.label(),
                entity.sourcePath(),
                new String(entity.blobId().toCharArray())));
      }
    }
    OntologyVersion version = ontology.version();
    return fromMemory(new StoredOntology(version, entities, List.of(), List.of(), false));
  }

  private void lists() {
    List<Integer> items = new ArrayList<>(IntStream.range(0, LIST).boxed().toList());
    list = document(items);
    Collections.shuffle(items, new Random(5));
    shuffled = document(items);
  }

  private static EntityDocument document(List<Integer> items) {
    ArrayNode ordered = JsonNodeFactory.instance.arrayNode();
    ArrayNode set = JsonNodeFactory.instance.arrayNode();
    for (int item : items) {
      ordered.add("Item_" + item);
      set.add("Has_item_" + item);
    }
    EntityDocument empty = EntityDocument.of(JsonNodeFactory.instance.objectNode());
    return empty
        .with(EntityType.CATEGORY, "ordered", ordered)
        .with(EntityType.CATEGORY, "parents", set);
  }

  /** What reading the documents costs that differ, both sides; not part of the others. */
  @Benchmark
  public int reading() {
    int size = 0;
    for (String text : texts) {
      size += JsonCodec.parse(text).json().size();
    }
    return size;
  }

  /** The entities that differ. */
  @Benchmark
  public int entities() {
    return OntologyDiff.between(base, mine).changes().size();
  }

  /** The entities that differ, of versions that share no part of their index. */
  @Benchmark
  public int entitiesLoadedApart() {
    return OntologyDiff.between(base, loadedApart).changes().size();
  }

  /** The rows of all entities that differ. */
  @Benchmark
  public int rows() {
    int rows = 0;
    for (EntityChange change : diff.changes()) {
      rows += change.rows().size();
    }
    return rows;
  }

  /** What categories gain and lose. */
  @Benchmark
  public List<EffectChange> effects() {
    return diff.effects(before);
  }

  /** The impact on the version numbers. */
  @Benchmark
  public SemverLevel impact() {
    return SemverImpact.of(diff, SemverPolicy.DEFAULT, before, after).level();
  }

  /** An ordered list and a set of ten thousand items each, shuffled. */
  @Benchmark
  public List<FieldChange> shuffledLists() {
    return EntityDiff.between(EntityType.CATEGORY, list, shuffled);
  }
}
