package org.ontodraft.model.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ontodraft.model.entity.EntityKey;

/**
 * Finds room for the nodes that came into a picture, beside what they are linked with; the others
 * stay where they are, so that an edit does not turn the picture round.
 */
public final class Placement {
  private static final double GAP = 14;
  private static final double RING = 44;
  private static final int DIRECTIONS = 16;
  private static final int RINGS = 80;

  private final Map<EntityKey, Spot> spots = new LinkedHashMap<>();
  private final List<Frame> taken = new ArrayList<>();
  private final Map<EntityKey, List<GraphLink>> links = new HashMap<>();

  private Placement(OntologyGraph graph) {
    for (GraphLink link : graph.links()) {
      links.computeIfAbsent(link.from(), key -> new ArrayList<>()).add(link);
      links.computeIfAbsent(link.to(), key -> new ArrayList<>()).add(link);
    }
  }

  /**
   * Where every node of the graph stands.
   *
   * @param known where nodes stood before; those that are gone are forgotten
   */
  public static Map<EntityKey, Spot> beside(OntologyGraph graph, Map<EntityKey, Spot> known) {
    Placement placement = new Placement(graph);
    List<GraphNode> fresh = new ArrayList<>();
    for (GraphNode node : graph.nodes()) {
      Spot spot = known.get(node.key());
      if (spot == null) {
        fresh.add(node);
      } else {
        placement.put(node, spot);
      }
    }
    // What is linked with nothing that stands yet waits for what it is linked with.
    while (!fresh.isEmpty()) {
      Set<GraphNode> placed = new HashSet<>();
      for (GraphNode node : fresh) {
        if (placement.isAnchored(node)) {
          placement.place(node);
          placed.add(node);
        }
      }
      if (placed.isEmpty()) {
        GraphNode first = fresh.getFirst();
        placement.place(first);
        placed.add(first);
      }
      fresh.removeAll(placed);
    }
    return Map.copyOf(placement.spots);
  }

  private void put(GraphNode node, Spot spot) {
    spots.put(node.key(), spot);
    taken.add(Frame.around(spot, NodeSize.of(node)).grown(GAP));
  }

  private boolean isAnchored(GraphNode node) {
    return links.getOrDefault(node.key(), List.of()).stream()
        .anyMatch(link -> spots.containsKey(link.other(node.key())));
  }

  private void place(GraphNode node) {
    double x = 0;
    double y = 0;
    int anchors = 0;
    boolean above = false;
    for (GraphLink link : links.getOrDefault(node.key(), List.of())) {
      Spot anchor = spots.get(link.other(node.key()));
      if (anchor != null) {
        x += anchor.x();
        y += anchor.y();
        anchors++;
        above = link.kind().upward() == link.to().equals(node.key());
      }
    }
    Spot wanted = anchors > 0 ? new Spot(x / anchors, y / anchors) : belowAll();
    put(node, room(wanted, NodeSize.of(node), above ? -Math.PI / 2 : Math.PI / 2));
  }

  private Spot belowAll() {
    Frame all = Frame.of(taken);
    return new Spot(all.centre().x(), all.bottom() + RING);
  }

  private Spot room(Spot wanted, NodeSize size, double first) {
    for (int ring = 0; ring < RINGS; ring++) {
      for (int i = 0; i < DIRECTIONS; i++) {
        // The wanted direction first, then alternating to its sides.
        double turn = (i + 1) / 2 * (i % 2 == 0 ? 1 : -1) * 2 * Math.PI / DIRECTIONS;
        Spot spot =
            wanted.plus(
                Math.cos(first + turn) * RING * ring * 1.5, Math.sin(first + turn) * RING * ring);
        Frame frame = Frame.around(spot, size);
        if (taken.stream().noneMatch(frame::overlaps)) {
          return spot;
        }
      }
    }
    return belowAll();
  }
}
