package org.ontodraft.persistence;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.ontodraft.model.ontology.CanonicalStore;
import org.ontodraft.model.ontology.IngestedEntity;
import org.ontodraft.model.ontology.OntologyDelta;
import org.ontodraft.model.ontology.StoredOntology;
import org.ontodraft.persistence.ingest.IngestStep;
import org.ontodraft.persistence.ingest.JdbcCanonicalStore;
import org.ontodraft.persistence.store.H2Opening;
import org.ontodraft.persistence.store.H2Store;
import org.ontodraft.persistence.store.RowIds;
import org.ontodraft.persistence.testing.Entities;
import org.ontodraft.persistence.testing.RealMigration;

/** Imports a version and syncs to the next; halts as a power switch would at one of the steps. */
final class IngestChild {
  static final String FIRST = "first";
  static final String NEXT = "next";

  private IngestChild() {}

  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    IngestStep last = IngestStep.valueOf(arguments[1]);
    if (!(H2Store.open(StoreChild.location(Path.of(arguments[0])), new RealMigration())
        instanceof H2Opening.Opened opened)) {
      throw new IllegalStateException("the store was refused");
    }
    InstantSource clock = InstantSource.system();
    JdbcCanonicalStore canonical =
        new JdbcCanonicalStore(
            opened.store().worker(),
            opened.store().owner(),
            new RowIds(clock),
            clock,
            step -> {
              out.println(step);
              if (step == last) {
                Runtime.getRuntime().halt(9);
              }
            });
    ingest(canonical);
    out.println("done");
  }

  /** From nothing to the second version. */
  static void ingest(CanonicalStore canonical) {
    List<IngestedEntity> entities = StoreChild.entities(FIRST);
    canonical.record(
        Optional.empty(),
        new StoredOntology(
            Entities.version(FIRST),
            entities.stream().map(IngestedEntity::summary).toList(),
            entities.stream().flatMap(entity -> entity.references().stream()).toList(),
            List.of(),
            true));
    canonical.importAll(Entities.version(FIRST), entities, List.of());
    canonical.apply(Entities.version(FIRST).commit(), delta());
  }

  /** Every label becomes that of the next version. */
  static OntologyDelta delta() {
    Entities.DeltaBuilder delta = Entities.deltaTo(NEXT);
    StoreChild.entities(NEXT).forEach(delta::put);
    return delta.build();
  }
}
