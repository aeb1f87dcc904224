package org.ontodraft.app.service.graph;

import java.util.Map;
import org.ontodraft.app.task.Progress;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.graph.OntologyGraph;
import org.ontodraft.model.graph.Spot;

/** Finds a place for every node of a graph at once. Blocks: not for the FX thread. */
@FunctionalInterface
public interface GraphLayout {
  /**
   * The middle of every node; equal graphs get equal places.
   *
   * @param together whether the entities of a module are kept together
   * @throws java.util.concurrent.CancellationException when nobody wants it any more
   */
  Map<EntityKey, Spot> layOut(OntologyGraph graph, boolean together, Progress progress);
}
