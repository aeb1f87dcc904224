package org.ontodraft.app.ui.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.graph.Frame;
import org.ontodraft.model.graph.GraphHull;
import org.ontodraft.model.graph.GraphNode;
import org.ontodraft.model.graph.HullOutline;
import org.ontodraft.model.graph.NodeSize;
import org.ontodraft.model.graph.OntologyGraph;
import org.ontodraft.model.graph.Spot;

/**
 * A graph and where its nodes stand.
 *
 * @param hulls whether modules are drawn round their entities
 */
record GraphPicture(OntologyGraph graph, Map<EntityKey, Spot> spots, boolean hulls) {
  private static final double HULL_MARGIN = 20;
  private static final double MARGIN = 60;

  GraphPicture {
    spots = Map.copyOf(spots);
  }

  /** The room of each node, in the order of the graph. */
  Map<EntityKey, Frame> frames() {
    Map<EntityKey, Frame> frames = new LinkedHashMap<>();
    for (GraphNode node : graph.nodes()) {
      Spot spot = spots.get(node.key());
      if (spot != null) {
        frames.put(node.key(), Frame.around(spot, NodeSize.of(node)));
      }
    }
    return frames;
  }

  /** The line round the entities of a module. */
  List<Spot> outline(GraphHull hull, Map<EntityKey, Frame> frames) {
    List<Frame> members = new ArrayList<>();
    frames.forEach((key, frame) -> {
      if (hull.members().contains(key)) {
        members.add(frame);
      }
    });
    return HullOutline.around(members, HULL_MARGIN);
  }

  /** All of it, with a margin. */
  Frame bounds() {
    return Frame.of(frames().values()).grown(MARGIN);
  }
}
