package org.ontodraft.model.bench;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.draft.DraftValidation;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Findings after an edit, and of a whole ontology. Schemas are those built in. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "-Xmx6g")
public class ValidationBench {
  private final RepositorySchemas schemas = RepositorySchemas.compile(Map.of());

  /** The base. */
  @Param({"M", "L"})
  public BenchOntology.Scale scale = BenchOntology.Scale.M;

  private DraftOverlay draft = DraftOverlay.of(BenchOntology.none(), List.of());
  private DraftOverlay leafLabel = draft;
  private DraftOverlay leafProperties = draft;
  private DraftOverlay propertyDatatype = draft;
  private DraftValidation before = DraftValidation.of(draft.base(), schemas);

  /** Makes a draft and three edits of it. */
  @Setup(Level.Trial)
  public void make() {
    Ontology base = BenchOntology.of(scale).ontology();
    draft = DraftOverlay.of(base, List.of());
    EntityKey leaf =
        base.entities(EntityType.CATEGORY).stream()
            .map(EntitySummary::key)
            .filter(key -> draft.hierarchy().children(key).isEmpty())
            .findFirst()
            .orElseThrow();
    EntityKey property = base.entities(EntityType.PROPERTY).getFirst().key();
    leafLabel = edited(leaf, "label", "Other");
    leafProperties =
        with(leaf, "required_properties", JsonNodeFactory.instance.arrayNode().add(property.key()));
    propertyDatatype = edited(property, "datatype", "Boolean");
    before = DraftValidation.of(base, schemas).with(draft);
  }

  private DraftOverlay edited(EntityKey key, String field, String value) {
    return with(key, field, JsonNodeFactory.instance.stringNode(value));
  }

  private DraftOverlay with(EntityKey key, String field, JsonNode value) {
    return draft.with(key, draft.changeTo(key, draft.document(key).with(key.type(), field, value)));
  }

  /** A label, which may be another's. */
  @Benchmark
  public List<Finding> leafLabel() {
    return before.with(leafLabel).introduced();
  }

  /** What a category has, which its resources must have. */
  @Benchmark
  public List<Finding> leafProperties() {
    return before.with(leafProperties).introduced();
  }

  /** What the values of a property may be. */
  @Benchmark
  public List<Finding> propertyDatatype() {
    return before.with(propertyDatatype).introduced();
  }

  /** All rules on all entities, every document read anew. */
  @Benchmark
  public List<Finding> everything() {
    return DraftValidation.everything(draft, schemas);
  }
}
