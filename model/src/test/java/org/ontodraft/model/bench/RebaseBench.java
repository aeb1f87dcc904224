package org.ontodraft.model.bench;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.ontodraft.model.draft.DraftChange;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.draft.DraftValidation;
import org.ontodraft.model.merge.Choice;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.patch.PatchDoesNotApplyException;
import org.ontodraft.model.rebase.BulkResolution;
import org.ontodraft.model.rebase.Rebase;
import org.ontodraft.model.rebase.RebasePlan;
import org.ontodraft.model.rebase.Scope;
import org.ontodraft.model.schema.RepositorySchemas;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A draft onto a newer version, the draft open and both snapshots loaded. Files are bytes in
 * memory; those that changed upstream are parsed each time.
 */
@State(org.openjdk.jmh.annotations.Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "-Xmx6g")
public class RebaseBench {
  private final RepositorySchemas schemas = RepositorySchemas.compile(Map.of());

  /** The base. */
  @Param({"M", "L"})
  public BenchOntology.Scale scale = BenchOntology.Scale.M;

  /** On each side. */
  @Param({"100", "1000", "10000"})
  public int changes;

  private Ontology canonical = BenchOntology.none();
  private DraftOverlay draft = DraftOverlay.of(canonical, List.of());
  private DraftValidation mine = DraftValidation.of(canonical, schemas);
  private Rebase rebase = Rebase.of(mine, canonical, schemas, List.of());

  /** Makes both sides. */
  @Setup(Level.Trial)
  public void make() {
    TwoSides sides = TwoSides.of(scale, changes, changes);
    canonical = sides.canonical();
    draft = DraftOverlay.of(sides.base(), sides.changes());
    mine = DraftValidation.of(sides.base(), schemas).warm().with(draft);
    rebase = Rebase.of(mine, canonical, schemas, List.of());
  }

  /** The whole plan: merged, validated, with its findings. */
  @Benchmark
  public RebasePlan plan() {
    return Rebase.analyze(mine, canonical, schemas);
  }

  /** Every conflict settled by one choice, from the plan to the plan without conflicts. */
  @Benchmark
  public RebasePlan settle() {
    BulkResolution bulk =
        BulkResolution.of(rebase.plan(), new Scope.Everything(), Choice.of(Choice.Kind.MINE));
    return rebase.resolve(bulk.resolutions());
  }

  /** The draft's patches applied to the newer files as they are: reads, compares nothing. */
  @Benchmark
  public int patches() {
    int applied = 0;
    for (DraftChange change : draft.changes()) {
      if (change instanceof DraftChange.Update update) {
        try {
          applied += update.patch().applyTo(canonical.document(update.key())) == null ? 0 : 1;
        } catch (PatchDoesNotApplyException e) {
          applied--;
        }
      }
    }
    return applied;
  }
}
