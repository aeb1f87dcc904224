package org.ontodraft.model.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.ontodraft.model.draft.DraftChange;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.draft.DraftValidation;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.merge.Choice;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.patch.JsonPatch;
import org.ontodraft.model.rebase.BulkResolution;
import org.ontodraft.model.rebase.Rebase;
import org.ontodraft.model.rebase.RebasePlan;
import org.ontodraft.model.rebase.Scope;
import org.ontodraft.model.schema.RepositorySchemas;
import org.ontodraft.model.testing.Snapshots;
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

/** Every entity of an ontology in conflict, from the plan to the plan that one choice settles. */
@State(org.openjdk.jmh.annotations.Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3)
@Measurement(iterations = 5)
@Fork(value = 1, jvmArgsAppend = "-Xmx2g")
public class ManyConflictsBench {
  private final RepositorySchemas schemas = RepositorySchemas.compile(Map.of());

  /** As many entities. */
  @Param({"10000", "100000"})
  public int conflicts;

  private Ontology canonical = BenchOntology.none();
  private DraftValidation mine = DraftValidation.of(canonical, schemas);

  /** Makes both sides. */
  @Setup(Level.Trial)
  public void make() {
    Map<EntityKey, EntityDocument> first = new TreeMap<>();
    Map<EntityKey, EntityDocument> second = new TreeMap<>();
    for (int i = 0; i < conflicts; i++) {
      EntityKey key = EntityKey.of(EntityType.PROPERTY, "Has_" + i);
      first.put(key, Snapshots.document(key, "{'label':'base " + i + "','datatype':'Text'}"));
      second.put(key, Snapshots.document(key, "{'label':'upstream " + i + "','datatype':'Text'}"));
    }
    Ontology base = Snapshots.of(first);
    canonical = Snapshots.of(second);
    List<DraftChange> changes = new ArrayList<>();
    for (EntityKey key : first.keySet()) {
      JsonPatch patch =
          JsonPatch.parse(
              "[{\"op\":\"replace\",\"path\":\"/label\",\"value\":\"mine " + key.key() + "\"}]");
      changes.add(new DraftChange.Update(key, base.file(key), patch));
    }
    mine = DraftValidation.of(base, schemas).with(DraftOverlay.of(base, changes));
  }

  /** The plan, a decision for each, and the plan with them. */
  @Benchmark
  public RebasePlan settled() {
    Rebase rebase = Rebase.of(mine, canonical, schemas, List.of());
    BulkResolution bulk =
        BulkResolution.of(rebase.plan(), new Scope.Everything(), Choice.of(Choice.Kind.UPSTREAM));
    return rebase.resolve(bulk.resolutions());
  }
}
