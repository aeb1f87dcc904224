package org.ontodraft.model.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.draft.DraftValidation;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.ontology.EntitySummary;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.schema.RepositorySchemas;
import org.ontodraft.model.validation.Finding;
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
 * Edits that reach far, each of another entity: from the change to its findings. Sampled, because
 * what counts is the slow end.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "-Xmx6g")
public class HeavyEditBench {
  private static final long SEED = 42;
  private static final int EDITS = 256;
  private static final int MEMBERS = 20;

  private final RepositorySchemas schemas = RepositorySchemas.compile(Map.of());
  private final List<EntityKey> categories = new ArrayList<>();
  private final List<EntityKey> modules = new ArrayList<>();
  private final List<List<String>> names = new ArrayList<>();
  private int next;

  /** The base. */
  @Param({"M", "L"})
  public BenchOntology.Scale scale = BenchOntology.Scale.M;

  private DraftOverlay draft = DraftOverlay.of(BenchOntology.none(), List.of());
  private DraftValidation before = DraftValidation.of(draft.base(), schemas);

  /** Chooses what is edited, and what with. */
  @Setup(Level.Trial)
  public void choose() {
    Ontology base = BenchOntology.of(scale).ontology();
    draft = DraftOverlay.of(base, List.of());
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
    List<EntitySummary> all = base.entities(EntityType.CATEGORY);
    List<EntitySummary> allModules = base.entities(EntityType.MODULE);
    for (int i = 0; i < EDITS; i++) {
      categories.add(all.get(random.nextInt(all.size())).key());
      modules.add(allModules.get(random.nextInt(allModules.size())).key());
      List<String> chosen = new ArrayList<>();
      for (int member = 0; member < MEMBERS; member++) {
        chosen.add(all.get(random.nextInt(all.size())).key().key());
      }
      names.add(chosen);
    }
    before = DraftValidation.of(base, schemas).with(draft);
  }

  private List<Finding> findings(EntityKey key, String field, List<String> values) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    values.forEach(list::add);
    return findings(key, draft.document(key).with(key.type(), field, list));
  }

  private List<Finding> findings(EntityKey key, @Nullable EntityDocument document) {
    DraftOverlay edited = draft.with(key, draft.changeTo(key, document));
    return before.with(edited).introduced();
  }

  private int another() {
    next = (next + 1) % EDITS;
    return next;
  }

  /** A category below another one. */
  @Benchmark
  public List<Finding> parent() {
    int edit = another();
    return findings(categories.get(edit), "parents", names.get(edit).subList(0, 1));
  }

  /** Twenty other categories in a module. */
  @Benchmark
  public List<Finding> module() {
    int edit = another();
    return findings(modules.get(edit), "categories", names.get(edit));
  }

  /** A category gone. */
  @Benchmark
  public List<Finding> deletion() {
    return findings(categories.get(another()), null);
  }
}
