package org.ontodraft.model.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.hierarchy.EffectiveClosure;
import org.ontodraft.model.hierarchy.EffectiveItem;
import org.ontodraft.model.hierarchy.Hierarchy;
import org.ontodraft.model.hierarchy.ModuleClosure;
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

/** Inheritance worked out for a snapshot. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "-Xmx6g")
public class HierarchyBench {
  /** The snapshot. */
  @Param({"M", "L", "DENSE", "XL"})
  public BenchOntology.Scale scale = BenchOntology.Scale.M;

  private Ontology ontology = BenchOntology.none();
  private Hierarchy hierarchy = Hierarchy.of(ontology);
  private List<EntityKey> categories = List.of();
  private List<EntityKey> modules = List.of();
  private EntityKey richest = EntityKey.of(EntityType.CATEGORY, "none");
  private int next;

  /** Makes the snapshot. */
  @Setup(Level.Trial)
  public void make() {
    ontology = BenchOntology.of(scale).withoutDocuments();
    hierarchy = Hierarchy.of(ontology);
    categories = keys(EntityType.CATEGORY);
    modules = keys(EntityType.MODULE);
    int most = 0;
    for (EntityKey category : categories) {
      int size = hierarchy.requirements(category).size();
      if (size > most) {
        most = size;
        richest = category;
      }
    }
  }

  private List<EntityKey> keys(EntityType type) {
    return ontology.entities(type).stream().map(EntitySummary::key).toList();
  }

  /** Parents, cycles and lists of all categories. */
  @Benchmark
  public Hierarchy hierarchy() {
    return Hierarchy.of(ontology);
  }

  /** A winning row for each category and property. */
  @Benchmark
  public EffectiveClosure closure() {
    return EffectiveClosure.ofProperties(hierarchy);
  }

  /** Every (source, depth) of one category, another each time. */
  @Benchmark
  public List<EffectiveItem> oneCategory() {
    next = (next + 7_919) % categories.size();
    return hierarchy.effectiveProperties(categories.get(next));
  }

  /** The same of the category that has most. */
  @Benchmark
  public List<EffectiveItem> richestCategory() {
    return hierarchy.effectiveProperties(richest);
  }

  /** All that comes with a module, another each time. */
  @Benchmark
  public ModuleClosure oneModule() {
    next = (next + 7) % modules.size();
    return ModuleClosure.of(ontology, modules.get(next));
  }
}
