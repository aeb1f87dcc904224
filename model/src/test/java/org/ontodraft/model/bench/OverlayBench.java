package org.ontodraft.model.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.draft.DraftChange;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityStatus;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.hierarchy.EffectChange;
import org.ontodraft.model.hierarchy.EffectiveClosure;
import org.ontodraft.model.hierarchy.Hierarchy;
import org.ontodraft.model.ontology.EntitySummary;
import org.ontodraft.model.ontology.Ontology;
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

/** An edit, from the change to all that the tree shows of it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "-Xmx6g")
public class OverlayBench {
  private static final EntityKey NONE = EntityKey.of(EntityType.CATEGORY, "none");

  /** The base. */
  @Param({"M", "L", "DENSE", "XL"})
  public BenchOntology.Scale scale = BenchOntology.Scale.M;

  /** How many categories the draft has changed before. */
  @Param({"0", "1000"})
  public int changes;

  private DraftOverlay draft = DraftOverlay.of(BenchOntology.none(), List.of());
  private EffectiveClosure closure = EffectiveClosure.ofProperties(draft.hierarchy());
  private EntityKey leaf = NONE;
  private EntityKey middle = NONE;
  private @Nullable DraftChange leafLabel;
  private @Nullable DraftChange leafParents;
  private @Nullable DraftChange leafProperties;
  private @Nullable DraftChange middleProperties;

  /** Makes the draft. */
  @Setup(Level.Trial)
  public void make() {
    Ontology base = BenchOntology.of(scale).ontology();
    List<EntityKey> categories =
        base.entities(EntityType.CATEGORY).stream().map(EntitySummary::key).toList();
    DraftOverlay none = DraftOverlay.of(base, List.of());
    Hierarchy hierarchy = none.hierarchy();
    List<EntityKey> leaves =
        categories.stream().filter(key -> hierarchy.children(key).isEmpty()).toList();
    List<DraftChange> made = new ArrayList<>();
    for (int i = 1; i <= Math.min(changes, leaves.size() - 2); i++) {
      made.add(
          change(none, leaves.get(leaves.size() - i), "optional_properties", property(base, i)));
    }
    draft = DraftOverlay.of(base, made);
    draft.effects();
    closure = EffectiveClosure.ofProperties(draft.hierarchy());
    // The deepest, which has the longest way to what it inherits.
    leaf =
        leaves.stream()
            .limit(5_000)
            .filter(key -> draft.change(key).isEmpty())
            .max(Comparator.comparingInt(key -> hierarchy.ancestors(key).size()))
            .orElseThrow();
    middle =
        categories.stream()
            .filter(key -> hierarchy.descendants(key).size() >= 100)
            .min(Comparator.comparingInt(key -> hierarchy.descendants(key).size()))
            .orElseThrow();
    leafLabel = change(draft, leaf, "label", JsonNodeFactory.instance.stringNode("Other"));
    leafParents =
        change(
            draft,
            leaf,
            "parents",
            JsonNodeFactory.instance.arrayNode().add(categories.getFirst().key()));
    leafProperties = change(draft, leaf, "required_properties", property(base, 3));
    middleProperties = change(draft, middle, "required_properties", property(base, 3));
  }

  private static JsonNode property(Ontology base, int number) {
    List<EntitySummary> properties = base.entities(EntityType.PROPERTY);
    return JsonNodeFactory.instance
        .arrayNode()
        .add(properties.get(number % properties.size()).key().key());
  }

  private static DraftChange change(
      DraftOverlay overlay, EntityKey key, String field, JsonNode value) {
    EntityDocument document = overlay.document(key).with(key.type(), field, value);
    DraftChange change = overlay.changeTo(key, document);
    if (change == null) {
      throw new IllegalStateException(key + " has this " + field);
    }
    return change;
  }

  private EntityStatus shown(EntityKey key, @Nullable DraftChange change) {
    DraftOverlay edited = draft.with(key, change);
    return edited.effect(key).isEmpty() ? EntityStatus.UNCHANGED : edited.status(key);
  }

  /** A label, which inherits nothing. */
  @Benchmark
  public EntityStatus leafLabel() {
    return shown(leaf, leafLabel);
  }

  /** Other parents of a category without children. */
  @Benchmark
  public EntityStatus leafParents() {
    return shown(leaf, leafParents);
  }

  /** Other properties of a category without children. */
  @Benchmark
  public EntityStatus leafProperties() {
    return shown(leaf, leafProperties);
  }

  /** Other properties of a category with about a hundred descendants, and what each then has. */
  @Benchmark
  public List<EffectChange> hundredDescendants() {
    return draft.with(middle, middleProperties).effects();
  }

  /** The rows of all categories after other properties of one without children. */
  @Benchmark
  public EffectiveClosure closureOfLeaf() {
    return closure.with(draft.with(leaf, leafProperties).hierarchy(), Set.of(leaf));
  }
}
