package org.ontodraft.model.bench;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.ontodraft.model.hierarchy.EffectiveClosure;
import org.ontodraft.model.hierarchy.Hierarchy;
import org.ontodraft.model.ontology.Ontology;

/**
 * How much heap a snapshot takes without documents: the used heap after full collections, with all
 * that it was made from let go, less what was used before.
 */
final class SnapshotHeap {
  private static final int COLLECTIONS = 5;
  private static final double MEGABYTE = 1e6;

  private SnapshotHeap() {}

  /** Megabytes of an index, of a hierarchy on top of it, and of a closure on top of that. */
  record Heap(double index, double hierarchy, double closure) {}

  static Heap of(BenchOntology.Scale scale) {
    List<Object> kept = new ArrayList<>();
    double before = used();
    Ontology ontology = BenchOntology.of(scale).withoutDocuments();
    kept.add(ontology);
    double index = used();
    Hierarchy hierarchy = Hierarchy.of(ontology);
    kept.add(hierarchy);
    double withHierarchy = used();
    kept.add(EffectiveClosure.ofProperties(hierarchy));
    double withClosure = used();
    if (kept.size() != 3) {
      throw new IllegalStateException("nothing may be let go before it is measured");
    }
    return new Heap(index - before, withHierarchy - index, withClosure - withHierarchy);
  }

  private static double used() {
    for (int i = 0; i < COLLECTIONS; i++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEGABYTE;
  }
}
